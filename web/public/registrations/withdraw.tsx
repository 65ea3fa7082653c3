import { withdraw } from '../../../functions/events/registrations/change/cancel';
import { copy } from '../../copy/copy';
import { titleIn } from '../../parts/events/event-words';
import { DONE } from '../../query';
import { routes } from '../../routes';
import { Button, defineForm } from '../../ui/form';
import { here, PublicPage } from '../../ui/layout';
import { contactOf, type Own, ofOwn, ofShown, reviewedPath, ShownRegistration } from './own';
import { mayChange } from './ticket';

const withdrawForm = defineForm({
  page: (c, form, { registration, event }: Own) => {
    const language = c.get('language');
    const t = copy(language).registrations;
    if (!mayChange(registration, event, c.get('world').now())) return c.redirect(reviewedPath(c), 303);
    const { title, lang } = titleIn(event, language);
    return (
      <PublicPage c={c} title={t.withdrawTitle} contact={contactOf(event)} personal>
        <div class="form">
          <h1>{t.withdrawTitle}</h1>
          <form.Errors />
          <p>
            <b lang={lang}>{title}</b>
            <br />
            {registration.fullName}
          </p>
          <p>{registration.status === 'confirmed' ? t.withdrawLead : t.withdrawQueue}</p>
          <form.Post action={here(c, routes.withdraw())}>
            <ShownRegistration of={registration} />
            <p class="actions">
              <Button kind="warn">{t.withdrawYes}</Button>
              <a class="btn plain" href={here(c, routes.reviewed())}>
                {t.withdrawNo}
              </a>
            </p>
          </form.Post>
        </div>
      </PublicPage>
    );
  },
});

/** "Báo không tham dự": the person cancels their own registration. */
export const withdrawPage = {
  get: ofOwn((c, own) => withdrawForm.show(c, own)),
  post: ofShown((c, own) =>
    withdrawForm.handle(
      c,
      async () => {
        const { registration, event } = own;
        if (!mayChange(registration, event, c.get('world').now())) return reviewedPath(c);
        await withdraw(c.get('world'), registration);
        return reviewedPath(c, DONE.cancelled);
      },
      own,
    ),
  ),
};
