import { createHmac } from 'node:crypto';
import { base32 } from '../../../platform/keys/ids';
import { networksOf } from '../../../platform/keys/network';
import { DAY, localDate, ms } from '../../../platform/time/dates';
import type { World } from '../../../platform/world/world';

/**
 * The name under which registrations of one event, one day and one network are counted and found: a keyed hash. It is no
 * address, and two events or two days of one network have nothing in common.
 */
export const networkLabel = (world: World, eventId: string, at = world.now()): string | undefined => {
  const { caller, settings } = world;
  if (caller === undefined || !settings.rateLimits) return undefined;
  const hash = createHmac('sha256', settings.secrets.token);
  hash.update(`network:${eventId}:${localDate(at)}:${networksOf(caller).site}`);
  return base32(hash.digest()).slice(0, 8);
};

/** Attributes of blocks that count a network's seats: of today and of yesterday. */
export interface CountedDays {
  label: string;
  today: string;
  yesterday: string;
  /** The part of yesterday's count that still counts, so that midnight is no new beginning. */
  weight: number;
}

export const countedDays = (world: World, eventId: string): CountedDays | undefined => {
  const now = world.now();
  const [label, before] = [networkLabel(world, eventId), networkLabel(world, eventId, now - DAY)];
  if (label === undefined) return undefined;
  const began = ms(`${localDate(now)}T00:00:00+07:00`);
  return { label, today: `n_${label}`, yesterday: `n_${before}`, weight: 1 - (now - began) / DAY };
};
