import { isReserve } from '../../registrations/nominees';
import type { NominationView } from '../read';

/** How many people of a list a quota takes now. */
export interface ListRoom {
  seats: number;
  /** Free places in the reserve, which has as many as the quota has seats. */
  reserve: number;
}

export const roomForList = ({
  quota,
  left,
  people,
}: Pick<NominationView, 'quota' | 'left' | 'people'>): ListRoom => {
  const waiting = people.filter(isReserve).length;
  // While a reserve waits, a free seat of the quota is theirs.
  return { seats: waiting > 0 ? 0 : left, reserve: Math.max(0, quota - waiting) };
};

/** `reserve`: beyond the quota, with a place in the reserve. `beyond`: without one. */
export type RowPlace = 'seat' | 'reserve' | 'beyond';

/** Where the new people of a list go, by the number of their row: the first rows get the seats. */
export const placeRows = (rows: readonly number[], { seats, reserve }: ListRoom): Map<number, RowPlace> =>
  new Map(
    rows.map((row, i) => [row, i < seats ? 'seat' : i < seats + reserve ? 'reserve' : 'beyond'] as const),
  );
