import { type TableSpec, table } from '../../platform/store/table';
import type { Pointer, SeatEntry } from '../ledger/entry';
import type { Seated, Waiting } from '../ledger/ledger';

/** What the queue's indexes hold of a registration. */
const QUEUED = ['queuedAt', 'status', 'claim', 'pools'] as const satisfies readonly (keyof SeatEntry)[];

/** The table `registrations` as the ledger needs it: a sparse index answers who is next and who holds a claim. */
export const entriesSpec = {
  name: 'registrations',
  key: { pk: 'pk', sk: 'sk' },
  locals: {
    place: { sk: 'place', projection: QUEUED },
    unitPlace: { sk: 'unitPlace', projection: QUEUED },
  },
  stream: true,
} as const satisfies TableSpec;

export const entryItems = table<SeatEntry | Pointer>(entriesSpec);
/** Items of the indexes under `wait#…` and under `seat#…`. */
export const waitingItems = table<Waiting>(entriesSpec);
export const seatedItems = table<Seated>(entriesSpec);
