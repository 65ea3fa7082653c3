import { calendarFile } from '../../../functions/events/event/calendar-file';
import { calendarOf } from '../../../functions/events/registrations/online-link';
import { readOwnLink } from '../../../functions/events/registrations/own-link';
import { copy } from '../../copy/copy';
import type { Page } from '../../env';
import { inBrief, titleIn } from '../../parts/events/event-words';
import { phoneField } from '../../parts/registrations/person';
import { routes } from '../../routes';
import { keepNever } from '../../ui/cache';
import { sendFile } from '../../ui/download';
import { Button, defineForm } from '../../ui/form';
import { Island } from '../../ui/island';
import { here, PublicPage } from '../../ui/layout';
import { NextSteps } from './next-steps';
import { tryCookies } from './own/kept-nonce';
import { contactOf } from './own/own';
import { mayChange, OnlineLink, Ticket, TicketNews } from './ticket';

type Shown = Awaited<ReturnType<typeof readOwnLink>>;

const tokenOf = (c: Page): string => c.req.param('token') ?? '';

/**
 * The page of a registration's own link. A person who has the link sees the ticket; phone, year of birth and needs
 * are not on it, and changing something needs code and phone as everywhere: the form asks for the phone.
 */
const phoneForm = defineForm({
  fields: (t) => ({ code: { as: 'hidden' }, phone: phoneField(t) }),
  fill: ({ registration }: Shown) => ({ code: registration.code }),
  page: (c, form, { registration, event }) => {
    const language = c.get('language');
    const t = copy(language).registrations;
    const shared = {
      title: t.ticketShared,
      description: `${titleIn(event, language).title} · ${inBrief(event, language)}`,
    };
    keepNever(c);
    tryCookies(c);
    return (
      <PublicPage c={c} title={t.ticketShared} contact={contactOf(event)} share={shared} personal>
        <Ticket c={c} registration={registration} event={event} />
        <TicketNews c={c} registration={registration} event={event} />
        <OnlineLink c={c} registration={registration} event={event} />
        <NextSteps
          c={c}
          registration={registration}
          event={event}
          withdrawing={false}
          calendar={here(c, routes.ticketCalendar(tokenOf(c)))}
        />
        {mayChange(registration, event, c.get('world').now()) && (
          <section class="form no-print">
            <h2>{t.changeByLink}</h2>
            <p>{t.changeByLinkLead}</p>
            <form.Post action={here(c, routes.review())}>
              <form.Fields />
              <Button kind="plain">{t.goOn}</Button>
            </form.Post>
          </section>
        )}
        <Island name="form" />
      </PublicPage>
    );
  },
});

/** A link to keep and to send on: it shows one registration. */
export const ticketPage = async (c: Page) => phoneForm.show(c, await readOwnLink(c.get('world'), tokenOf(c)));

/** The event as a file for the person's calendar. */
export const ticketCalendar = async (c: Page) => {
  const world = c.get('world');
  const { registration, event } = await readOwnLink(world, tokenOf(c));
  keepNever(c);
  return sendFile(c, await calendarFile(world, event, calendarOf(registration, event)));
};
