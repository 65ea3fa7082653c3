import { copy } from '../../copy/copy';
import { PublicPage } from '../../ui/layout';
import { NextSteps } from './next-steps';
import { contactOf, ofOwn } from './own';
import { OnlineLink, Ticket, TicketNews } from './ticket';

/** The ticket, right after registering. */
export const registeredPage = ofOwn((c, own) =>
  c.html(
    <PublicPage
      c={c}
      title={copy(c.get('language')).registrations.reviewed}
      contact={contactOf(own.event)}
      personal
    >
      <Ticket c={c} {...own} />
      <TicketNews c={c} {...own} />
      <OnlineLink c={c} {...own} />
      <NextSteps c={c} {...own} />
    </PublicPage>,
  ),
);
