import { mayChangeWay } from '../../../functions/events/registrations/change/attendance-way';
import { copy } from '../../copy/copy';
import { OwnLink } from '../../parts/registrations/own-link';
import { DONE, QUERY } from '../../query';
import { routes } from '../../routes';
import { PublicPage } from '../../ui/layout';
import { EndHere } from './end-here';
import { NextSteps } from './next-steps';
import { contactOf, Details, ofOwn, ownPath } from './own/own';
import { mayChange, OnlineLink, Ticket, TicketNews } from './ticket';

/** The reader's own registration: the ticket, what may be changed, what is on file. */
export const reviewedPage = ofOwn((c, own) => {
  const { registration, event } = own;
  // What the page would show and change is set aside; what is kept of them they may read.
  if (registration.restricted) return c.redirect(ownPath(c, own, routes.ownData()), 303);
  const t = copy(c.get('language')).registrations;
  const done = c.req.query(QUERY.done);
  return c.html(
    <PublicPage c={c} title={t.reviewed} contact={contactOf(event)} personal>
      {done === DONE.corrected && (
        <p class="notice form" role="status">
          {t.corrected}
        </p>
      )}
      {done === DONE.wayChanged && (
        <p class="notice form" role="status">
          {registration.online ? t.nowOnline : t.nowInHall}
        </p>
      )}
      {done === DONE.cancelled && registration.status === 'cancelled' && (
        <p class="notice form" role="status">
          {t.withdrawn}
        </p>
      )}
      <Ticket c={c} {...own} />
      <TicketNews c={c} {...own} />
      <OnlineLink c={c} {...own} />
      {mayChange(registration, event, c.get('world').now()) && (
        <p class="actions">
          <a class="btn plain" href={ownPath(c, own, routes.correct())}>
            {t.correct}
          </a>
          {mayChangeWay(registration, event) && (
            <a class="btn plain" href={ownPath(c, own, routes.changeWay())}>
              {registration.online ? t.toHall : t.toOnline}
            </a>
          )}
          <a class="btn plain" href={ownPath(c, own, routes.withdraw())}>
            {t.withdraw}
          </a>
        </p>
      )}
      <NextSteps c={c} {...own} withdrawing={false} />
      <OwnLink c={c} registration={registration} />
      <Details c={c} {...own} />
      <EndHere c={c} eventId={event.id} />
    </PublicPage>,
  );
});
