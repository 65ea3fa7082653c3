import { changeWay, mayChangeWay } from '../../../functions/events/registrations/change/attendance-way';
import { copy } from '../../copy/copy';
import { DONE } from '../../query';
import { routes } from '../../routes';
import { Button, defineForm, versionIn } from '../../ui/form';
import { here } from '../../ui/layout';
import { type Own, ofOwn, ownPath, reviewedPath } from './own/own';
import { OwnQuestion } from './own/question';
import { ofShown, ShownRegistration } from './own/shown';
import { mayChange } from './ticket';

const changeForm = defineForm({
  fields: () => ({ version: { as: 'hidden' }, online: { as: 'hidden' } }),
  page: (c, form, own: Own) => {
    const { registration, event } = own;
    const t = copy(c.get('language')).registrations;
    const now = c.get('world').now();
    if (!mayChange(registration, event, now) || !mayChangeWay(registration, event))
      return c.redirect(reviewedPath(c, own), 303);
    const online = !registration.online;
    // The page shows the newest registration: sending the form again means that it was seen.
    const shown = { version: String(registration.version), online: online ? 'yes' : 'no' };
    return (
      <OwnQuestion
        c={c}
        own={own}
        form={form}
        title={online ? t.toOnlineTitle : t.toHallTitle}
        lead={registration.status === 'confirmed' ? t.wayLead : t.wayLeadWaiting}
      >
        <form.Post action={here(c, routes.changeWay())} hidden={shown}>
          <ShownRegistration of={own} />
          <p class="actions">
            <Button>{online ? t.toOnline : t.toHall}</Button>
            <a class="btn plain" href={ownPath(c, own, routes.reviewed())}>
              {t.withdrawNo}
            </a>
          </p>
        </form.Post>
      </OwnQuestion>
    );
  },
});

/** The person takes part online instead of in the hall, or the other way round. */
export const changeWayPage = {
  get: ofOwn((c, own) => changeForm.show(c, own)),
  post: ofShown((c, own) =>
    changeForm.handle(
      c,
      async ({ fields }) => {
        await changeWay(c.get('world'), own.registration, fields.online === 'yes', versionIn(fields));
        return reviewedPath(c, own, DONE.wayChanged);
      },
      own,
    ),
  ),
};
