import { copy } from '../../copy/copy';
import { OwnLink } from '../../parts/registrations/own-link';
import { routes } from '../../routes';
import { PublicPage } from '../../ui/layout';
import { EndHere } from './end-here';
import { NextSteps } from './next-steps';
import { endNonce } from './own/kept-nonce';
import { contactOf, Details, ofOwn, ownPath } from './own/own';
import { mayChange, OnlineLink, Ticket, TicketNews } from './ticket';

/** The ticket, right after registering, with what was written down: a slip is seen here and corrected at once. */
export const registeredPage = ofOwn((c, own) => {
  const { registration, event } = own;
  const t = copy(c.get('language')).registrations;
  endNonce(c, event.id);
  return c.html(
    <PublicPage c={c} title={t.reviewed} contact={contactOf(event)} personal>
      <Ticket c={c} {...own} />
      <TicketNews c={c} {...own} />
      <OnlineLink c={c} {...own} />
      <NextSteps c={c} {...own} />
      <OwnLink c={c} registration={registration} />
      <Details c={c} given {...own} />
      {mayChange(registration, event, c.get('world').now()) && (
        <p class="actions no-print">
          <a class="btn plain" href={ownPath(c, own, routes.correct())}>
            {t.correctSlip}
          </a>
        </p>
      )}
      <EndHere c={c} eventId={event.id} />
    </PublicPage>,
  );
});
