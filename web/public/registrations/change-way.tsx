import { changeWay, mayChangeWay } from '../../../functions/events/registrations/change/attendance-way';
import { copy } from '../../copy/copy';
import { titleIn } from '../../parts/events/event-words';
import { DONE } from '../../query';
import { routes } from '../../routes';
import { Button, defineForm, versionIn } from '../../ui/form';
import { Island } from '../../ui/island';
import { here, PublicPage } from '../../ui/layout';
import { contactOf, type Own, ofOwn, ownPath, reviewedPath } from './own/own';
import { ofShown, ShownRegistration } from './own/shown';
import { mayChange } from './ticket';

const changeForm = defineForm({
  fields: () => ({ version: { as: 'hidden' }, online: { as: 'hidden' } }),
  page: (c, form, own: Own) => {
    const { registration, event } = own;
    const language = c.get('language');
    const t = copy(language).registrations;
    const now = c.get('world').now();
    if (!mayChange(registration, event, now) || !mayChangeWay(registration, event))
      return c.redirect(reviewedPath(c, own), 303);
    const { title, lang } = titleIn(event, language);
    const online = !registration.online;
    const heading = online ? t.toOnlineTitle : t.toHallTitle;
    // The page shows the newest registration: sending the form again means that it was seen.
    const shown = { version: String(registration.version), online: online ? 'yes' : 'no' };
    return (
      <PublicPage c={c} title={heading} contact={contactOf(event)} form={form} personal>
        <div class="form">
          <h1>{heading}</h1>
          <form.Errors />
          <p>
            <b lang={lang}>{title}</b>
            <br />
            {registration.fullName}
          </p>
          <p>{registration.status === 'confirmed' ? t.wayLead : t.wayLeadWaiting}</p>
          <form.Post action={here(c, routes.changeWay())} hidden={shown}>
            <ShownRegistration of={own} />
            <p class="actions">
              <Button>{online ? t.toOnline : t.toHall}</Button>
              <a class="btn plain" href={ownPath(c, own, routes.reviewed())}>
                {t.withdrawNo}
              </a>
            </p>
          </form.Post>
        </div>
        <Island name="form" />
      </PublicPage>
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
