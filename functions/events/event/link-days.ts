import { DAY, ms } from '../../platform/time/dates';
import type { World } from '../../platform/world/world';
import type { Event } from './event';

/** People paste personal links into chats, so they show nothing some days after the event (`LINK_DAYS`). */
export const isLongOver = (
  { status, endsAt }: Pick<Event, 'status' | 'endsAt'>,
  { settings, now }: Pick<World, 'settings' | 'now'>,
): boolean => status !== 'postponed' && ms(endsAt) + settings.linkDays * DAY <= now();
