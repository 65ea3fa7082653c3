import type { Event } from '../../events/event/event';
import { signedRequest } from '../../events/nominations/letter/request-letter';
import type { Nomination } from '../../events/nominations/nomination';
import { ms } from '../../platform/time/dates';
import { eventOccasion, isOver } from './event';
import type { Occasion } from './occasion';

/** Which notices are due to the officer of a unit or body who is asked to nominate people. */
export const nominationOccasions = (event: Event, nomination: Nomination, now: number): Occasion[] => {
  if (event.status === 'draft' || isOver(event, now) || nomination.status !== 'issued') return [];
  if (nomination.waits) return [];
  const news = eventOccasion(event, nomination.createdAt);
  if (event.status !== 'published') return news ? [news] : [];
  const issued = { sk: `nomination#${nomination.turn}`, template: 'nomination' };
  const { remindedAt, turn, deadline } = nomination;
  const reminder = remindedAt &&
    now < ms(deadline) && {
      sk: `nomination-reminder#${turn}#${remindedAt}`,
      template: 'nomination-reminder',
      at: remindedAt,
    };
  const key = signedRequest(nomination, event);
  const signed = key && {
    sk: `nomination-signed#${nomination.signed!.at}`,
    template: 'nomination-signed',
    at: nomination.signed!.at,
  };
  return [issued, ...(news ? [news] : []), ...(signed ? [signed] : []), ...(reminder ? [reminder] : [])];
};
