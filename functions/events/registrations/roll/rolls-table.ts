import { gunzipSync, gzipSync } from 'node:zlib';
import { table } from '../../../platform/store/table';
import { DAY } from '../../../platform/time/dates';
import { type Event, LARGE, type SeatSummary } from '../../event/event';
import { type Listed, NOT_LISTED, type Registration } from '../registration';

/** Whether lists of an event's people read its roll. */
export const isLarge = ({ seats }: { seats: SeatSummary }): boolean =>
  Math.max(seats.held + seats.waiting, seats.people ?? 0) >= LARGE;

/** Whose people are listed. */
export type Listing = Pick<Event, 'id' | 'sections' | 'seats'>;

/**
 * Always as many, so that all of them are asked for by their keys with one call. A person stays in their part, so each
 * part is right by itself, whenever it was written: 80,000 people fit.
 */
export const PARTS = 16;

/** A part of an event's people as they were at `at`, without what lists do not need; compressed. */
export interface RollPart {
  pk: string;
  sk: string;
  at: string;
  people: Uint8Array;
  /** Seconds: a roll that the clock no longer writes goes. */
  expiresAt: number;
  by?: string;
}

/** A person as they were at the time of the key, after a change. */
export interface RollChange {
  pk: string;
  sk: string;
  people: Uint8Array;
  expiresAt: number;
  by?: string;
}

export const rollsTable = table<RollPart>({
  name: 'rolls',
  key: { pk: 'pk', sk: 'sk' },
  ttl: 'expiresAt',
});
export const rollChanges = table<RollChange>(rollsTable);

/** The clock writes a part anew after a day, so none of those that are read is near its end. */
export const ROLL_DAYS = 3;
export const expiryFrom = (now: number): number => Math.floor((now + ROLL_DAYS * DAY) / 1_000);

export const partKeys = (eventId: string): { pk: string; sk: string }[] =>
  Array.from({ length: PARTS }, (_, n) => ({ pk: eventId, sk: `part#${String(n).padStart(2, '0')}` }));

/** The part in which a person stands: person keys are hashes, so the parts are about equal. */
export const partOf = (personKey: string): number => {
  let sum = 0;
  for (const c of personKey) sum = (sum * 31 + c.charCodeAt(0)) % 65_521;
  return sum % PARTS;
};

/** `at` is a time, or the beginning of one. */
export const changeKey = (at: string, personId = ''): string => `change#${at}#${personId}`;
/** Behind all changes. */
export const CHANGES_END = 'change$';

const listed = (r: Registration): Listed =>
  Object.fromEntries(
    Object.entries(r).filter(([name]) => !NOT_LISTED.some((one) => one === name)),
  ) as unknown as Listed;

export const pack = (people: readonly Registration[]): Uint8Array =>
  gzipSync(JSON.stringify(people.map(listed)), { level: 6 });
export const unpack = (packed: Uint8Array): Listed[] => JSON.parse(gunzipSync(packed).toString('utf8'));
