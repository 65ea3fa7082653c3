import {
  ANSWER_DAYS,
  askToBeForgotten,
  requestOf,
  withdrawRequest,
} from '../../../functions/privacy/requests';
import { copy } from '../../copy/copy';
import { DONE, QUERY, withQuery } from '../../query';
import { routes } from '../../routes';
import { Button, defineForm } from '../../ui/form';
import { here } from '../../ui/layout';
import { type Own, ofOwn, ownPath } from '../registrations/own/own';
import { OwnQuestion } from '../registrations/own/question';
import { ofShown, ShownRegistration } from '../registrations/own/shown';

interface Asking {
  own: Own;
  isAsked: boolean;
}

const form = defineForm({
  fields: () => ({}),
  page: (c, form, { own, isAsked }: Asking) => {
    const t = copy(c.get('language')).privacy;
    return (
      <OwnQuestion
        c={c}
        own={own}
        form={form}
        title={isAsked ? t.takeBack : t.askTitle}
        lead={isAsked ? '' : t.askLead(ANSWER_DAYS)}
      >
        {!isAsked && <p>{t.askAgain}</p>}
        <form.Post
          action={here(c, routes.askToForget())}
          hidden={{ [QUERY.act]: isAsked ? DONE.withdrawn : DONE.sent }}
        >
          <ShownRegistration of={own} />
          <p class="actions">
            <Button kind={isAsked ? undefined : 'warn'}>{isAsked ? t.takeBack : t.askYes}</Button>
            <a class="btn plain" href={ownPath(c, own, routes.ownData())}>
              {t.askNo}
            </a>
          </p>
        </form.Post>
      </OwnQuestion>
    );
  },
});

/** The person asks to be forgotten, or takes that back. An organizer does it within the promised days. */
export const askToForgetPage = {
  get: ofOwn(async (c, own) =>
    form.show(c, {
      own,
      isAsked: (await requestOf(c.get('world'), own.registration.id))?.open === 'request',
    }),
  ),
  post: ofShown((c, own) =>
    form.handle(
      c,
      async ({ fields }) => {
        const world = c.get('world');
        const takesBack = (fields as Record<string, string | undefined>)[QUERY.act] === DONE.withdrawn;
        if (takesBack) await withdrawRequest(world, own.registration);
        else await askToBeForgotten(world, own.registration);
        return withQuery(here(c, routes.ownData()), {
          [QUERY.done]: takesBack ? DONE.withdrawn : DONE.sent,
          [QUERY.proof]: own.carried,
        });
      },
      { own, isAsked: false },
    ),
  ),
};
