import { type TableSpec, table } from '../../platform/store/table';
import type { Suspects } from '../ledger/ledger';
import type { Block, Pool } from '../ledger/seats';

/** The table `events` as seats need it. An event shares its partition with its pools and blocks. */
export const seatsSpec = {
  name: 'events',
  key: { pk: 'pk', sk: 'sk' },
  stream: true,
} as const satisfies TableSpec;

export const poolItems = table<Pool>(seatsSpec);
export const blockItems = table<Block>(seatsSpec);

/** Suspects have a partition of their own, so that reading the room skips them. */
export const suspectItems = table<SuspectItem>(seatsSpec);

interface SuspectItem extends Suspects {
  pk: string;
  sk: string;
  /** Of the item that is read first: where the further parts stand, and of which look they are. */
  parts?: { place: 'a' | 'b'; look: string };
  /** Of a further part. */
  look?: string;
}

export const poolKey = (event: string, pool: string) => ({ pk: event, sk: `pool#${pool}` });
