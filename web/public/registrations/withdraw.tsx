import { withdraw } from '../../../functions/events/registrations/change/cancel';
import { isLate } from '../../../functions/seats/ledger/room';
import { type Copy, copy } from '../../copy/copy';
import { asksPresent, PresentQuestion, presentField, presentIn } from '../../parts/registrations/present';
import { DONE } from '../../query';
import { routes } from '../../routes';
import { Button, defineForm } from '../../ui/form';
import { here } from '../../ui/layout';
import { Details, type Own, ofOwn, ownPath, reviewedPath } from './own/own';
import { OwnQuestion } from './own/question';
import { mustBeAsShown, ofShown, ShownRegistration } from './own/shown';
import { mayChange } from './ticket';

/** What becomes of the seat. */
const leadOf = ({ registration, event }: Own, now: number, t: Copy['registrations']): string => {
  if (registration.status !== 'confirmed') return t.withdrawQueue;
  return isLate(event, now) ? t.withdrawLate : t.withdrawLead;
};

const withdrawForm = defineForm({
  fields: () => ({ version: { as: 'hidden' }, ...presentField }),
  page: (c, form, own: Own) => {
    const { registration, event } = own;
    const t = copy(c.get('language')).registrations;
    if (!mayChange(registration, event, c.get('world').now())) return c.redirect(reviewedPath(c, own), 303);
    return (
      <OwnQuestion
        c={c}
        own={own}
        form={form}
        title={t.withdrawTitle}
        lead={leadOf(own, c.get('world').now(), t)}
      >
        {form.errors.length > 0 && <Details c={c} {...own} />}
        {/* The page shows the newest registration: sending the form again means that it was seen. */}
        <form.Post action={here(c, routes.withdraw())} hidden={{ version: String(registration.version) }}>
          <ShownRegistration of={own} />
          <PresentQuestion form={form} of={registration} />
          <p class="actions">
            <Button kind="warn">
              {asksPresent(form, registration) ? t.withdrawAllTheSame : t.withdrawYes}
            </Button>
            <a class="btn plain" href={ownPath(c, own, routes.reviewed())}>
              {t.withdrawNo}
            </a>
          </p>
        </form.Post>
      </OwnQuestion>
    );
  },
});

/** "Báo không tham dự": the person cancels their own registration. */
export const withdrawPage = {
  get: ofOwn((c, own) => withdrawForm.show(c, own)),
  post: ofShown((c, own) =>
    withdrawForm.handle(
      c,
      async ({ fields }) => {
        const { registration, event } = own;
        if (!mayChange(registration, event, c.get('world').now())) return reviewedPath(c, own);
        mustBeAsShown(registration, fields);
        await withdraw(c.get('world'), registration, presentIn(fields));
        return reviewedPath(c, own, DONE.cancelled);
      },
      own,
    ),
  ),
};
