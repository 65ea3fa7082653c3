import type { Written } from '../../events/broadcasts/broadcast';
import { fill, type Placeholder } from '../../events/broadcasts/placeholders';
import type { Event } from '../../events/event/event';
import { facts, type Message, messageBlocks } from '../../platform/mail/message';
import { whenWords } from './event-facts';

export interface BroadcastWording {
  event: Event;
  /** Who is greeted. */
  to: string;
  values: Readonly<Record<Placeholder, string>>;
}

/** What the organizer wrote, filled in for one recipient; below it, of which event it is. */
export const broadcastMessage = (
  { subject, words }: Written,
  { event, to, values }: BroadcastWording,
): Message => ({
  subject: fill(subject, values).replace(/\s+/g, ' ').trim(),
  to,
  body: messageBlocks(
    ...fill(words, values)
      .split(/\n{2,}/)
      .map((paragraph) => paragraph.trim())
      .filter(Boolean)
      .map((written) => ({ written })),
    facts(['Lớp, hội nghị', event.title], ['Thời gian', whenWords(event)]),
  ),
  contact: { name: event.contactName, phone: event.contactPhone },
});
