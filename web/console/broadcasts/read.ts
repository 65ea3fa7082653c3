import { type BroadcastInput, parseBroadcast } from '../../../functions/events/broadcasts/broadcast-input';
import type { Event } from '../../../functions/events/event/event';
import { getEvent } from '../../../functions/events/event/get';
import { maySending } from '../../../functions/notices/may';
import { Problem } from '../../../functions/platform/problem/problem';
import type { Page } from '../../env';
import type { Posted } from '../../ui/form';

export const idOf = (c: Page): string => c.req.param('id') ?? '';

/** Organizers write to groups, and read what was sent. @throws Problem `forbidden` */
export const organizersOnly = (c: Page): void => {
  if (!maySending(c.get('account')).decide) throw new Problem('forbidden', 'forbidden');
};

/** The event of the path. Organizers only. */
export const eventFor = (c: Page): Promise<Event> => {
  organizersOnly(c);
  return getEvent(c.get('world'), idOf(c));
};

/** What was chosen and written. @throws Problem invalid */
export const broadcastIn = ({ fields, typed }: Pick<Posted<string>, 'fields' | 'typed'>): BroadcastInput =>
  parseBroadcast({
    groups: [typed.groups ?? []].flat(),
    area: fields.area,
    day: fields.day === undefined ? undefined : Number(fields.day),
    subject: fields.subject,
    words: fields.words,
  });
