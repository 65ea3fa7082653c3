import type { Delivery } from '../outbox/deliveries/delivery';
import type { Occasion } from './occasions/occasion';

/** What became of a person's own registration. */
const OWN = [
  'confirmed',
  'promoted',
  'approved',
  'substitute',
  'moved',
  'nominated',
  'waitlisted',
  'reserve',
  'unseated',
  'pending',
] as const;
/** What became of the event, with what is true now. */
const NEWS = ['event-changed', 'event-resumed'] as const;
/** Notices that say time, place, link and code, and no more. */
const FACTS = ['event-link', 'reminder', 'event-reminder', 'code', 'new-code'] as const;

/**
 * Which notice says all that another would. Every notice is worded from the present state, so an invitation
 * that still waits says the changed time and place as well; but only one notice says that a person has a
 * seat, or that a body is invited. No two carry each other.
 */
const CARRIES: Record<string, readonly string[]> = {
  ...Object.fromEntries(OWN.map((own) => [own, [...NEWS, ...FACTS]])),
  ...Object.fromEntries(NEWS.map((news) => [news, FACTS])),
  'event-postponed': ['code', 'new-code'],
  'event-link': ['reminder', 'event-reminder', 'code', 'new-code'],
  reminder: ['code', 'new-code'],
  'answer-accepted': ['event-link', 'event-reminder'],
  nomination: [...NEWS, 'nomination-signed', 'nomination-reminder'],
  'invitation-again': [...NEWS, ...FACTS, 'invitation-reminder'],
  invitation: [...NEWS, ...FACTS, 'invitation-signed', 'invitation-reminder'],
  inquiry: ['inquiry-reminder', 'inquiry-late'],
  'support-closed': ['support-answered'],
  'inquiry-again': ['inquiry-reminder', 'inquiry-late'],
};

const carries = (template: string, other: Occasion): boolean =>
  CARRIES[template]?.includes(other.template) ?? false;

/** Still to be told, so it can be dropped. */
export const OPEN = ['due', 'to-call', 'not-reached'] as const;
export const isOpen = (d: Delivery | undefined) => OPEN.some((state) => state === d?.state);

/** Told, or treated as told: whether an unknown mail is sent again is for a person to decide. */
const TOLD = ['sending', 'sent', 'unknown', 'failed', 'told'];
export const isTold = (d: Delivery | undefined) => d !== undefined && TOLD.includes(d.state);
/** When the notice was worded. A line that was told after it was dropped may have missed the last changes. */
const wordedAt = (d: Delivery) => (d.droppedAt ? d.createdAt : (d.toldAt ?? d.claimedAt ?? d.createdAt));

/**
 * The notices still to be told about one subject: those due, without those that were told, and without those
 * that another notice carries which was told since or is about to be. So a person is not called twice for what
 * one call can say, and a line leaves the list only where another says all of it. Pure.
 */
export const stillToTell = (due: readonly Occasion[], existing: readonly Delivery[]): Occasion[] => {
  const known = ({ sk }: Occasion) => existing.find((d) => d.sk === sk);
  const told = existing.filter(isTold);
  const left = due.filter((o) => {
    const d = known(o);
    if (isTold(d) || d?.supersededBy) return false;
    if (o.takesBack && !told.some((t) => t.createdAt >= o.takesBack!)) return false;
    return o.alone || !told.some((t) => carries(t.template, o) && o.at !== undefined && wordedAt(t) >= o.at);
  });
  // A receipt is written only where mail reaches: until its delivery exists, it carries nothing.
  const carriers = left.filter((o) => !o.seen || isOpen(known(o)));
  return left.filter((o) => o.alone || !carriers.some((c) => carries(c.template, o)));
};
