import type { Delivery } from '../outbox/deliveries/delivery';
import type { Occasion } from './occasions/occasions';

/** What became of a person's own registration. */
const OWN = [
  'confirmed',
  'promoted',
  'approved',
  'substitute',
  'moved',
  'nominated',
  'waitlisted',
  'pending',
] as const;
/** What became of the event, with what holds now. */
const NEWS = ['event-changed', 'event-resumed'] as const;
/** Words that say time, place, link and code, and no more. */
const FACTS = ['event-link', 'reminder', 'event-reminder', 'code'] as const;

/**
 * Which words say all that others would. Every notice is worded from the present state, so a letter that
 * still waits says the changed time and place as well; that somebody has a seat at all, or is invited, is
 * said by nothing else. No two carry each other.
 */
const CARRIES: Record<string, readonly string[]> = {
  ...Object.fromEntries(OWN.map((own) => [own, [...NEWS, ...FACTS]])),
  ...Object.fromEntries(NEWS.map((news) => [news, FACTS])),
  'event-postponed': ['code'],
  'event-link': ['reminder', 'event-reminder', 'code'],
  reminder: ['code'],
  nomination: NEWS,
  invitation: [...NEWS, ...FACTS, 'invitation-signed', 'invitation-reminder'],
};

const carries = (template: string, other: Occasion): boolean =>
  CARRIES[template]?.includes(other.template) ?? false;

/** Still to be told, so it can be withdrawn. */
export const OPEN = ['due', 'to-call', 'not-reached'] as const;
const isOpen = (d: Delivery | undefined) => OPEN.some((state) => state === d?.state);

/** Told, or as good as told: what nobody knows of is for a person to decide. */
const TOLD = ['sending', 'sent', 'unknown', 'failed', 'told'];
const isTold = (d: Delivery | undefined) => d !== undefined && TOLD.includes(d.state);
/** When the words were put together, at the latest. */
const saidAt = (d: Delivery) => d.toldAt ?? d.claimedAt ?? d.createdAt;

/**
 * What is still to be said of one thing: of the notices due, those that were not told, nor are said by
 * another that was told since or is about to be. Nobody is called twice for what one call can say, and
 * nothing is taken off the list that no other words say. Pure.
 */
export const unsaid = (due: readonly Occasion[], standing: readonly Delivery[]): Occasion[] => {
  const known = ({ sk }: Occasion) => standing.find((d) => d.sk === sk);
  const told = standing.filter(isTold);
  const left = due.filter((o) => {
    const d = known(o);
    if (isTold(d) || d?.supersededBy) return false;
    // Who never heard of it has nothing to unlearn.
    if (o.unsays && !told.length) return false;
    return !told.some((t) => carries(t.template, o) && o.at !== undefined && saidAt(t) >= o.at);
  });
  // A receipt is written only where mail reaches: until it stands, it says nothing for others.
  const speaking = left.filter((o) => !o.seen || isOpen(known(o)));
  return left.filter((o) => !speaking.some((s) => carries(s.template, o)));
};
