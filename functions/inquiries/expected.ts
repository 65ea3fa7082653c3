import { table } from '../platform/store/table';
import { localDate } from '../platform/time/dates';
import type { World } from '../platform/world/world';
import { daysAfter } from './days';
import { type Inquiry, inquiriesTable } from './inquiry';

/** What a kind keeps beside inquiries and waits for a person of the office. */
export const WAITING_KINDS = ['point', 'support-request'] as const;
export type ExpectedKind = Inquiry['kind'] | (typeof WAITING_KINDS)[number];

/** Something that is expected by a day, as the index shows it: of a body, or of the department itself. */
export interface Expected extends Pick<Inquiry, 'pk' | 'id' | 'createdAt'> {
  kind: ExpectedKind;
  expectedBy: string;
  title?: string;
  /** The type of a request for support. */
  type?: string;
  bodyId?: string;
  bodyName?: string;
  about?: unknown;
  status?: Inquiry['status'];
}

const expectedItems = table<Expected>(inquiriesTable);

/** Fields of what ended: it leaves the index. */
export const NOTHING_EXPECTED = { open: undefined, expectedBy: undefined };

/** One call reads no more, the longest overdue first. */
export const MOST_EXPECTED = 500;

/** What is overdue on the day of `now`, or due within so many days, of all kinds; the longest overdue first. One call. */
export const readExpected = async (
  world: World,
  { within }: { within: number },
): Promise<{ items: Expected[]; more: boolean }> => {
  const { items, next } = await world.db.query(expectedItems, {
    index: 'expected',
    where: '#open = :open AND expectedBy <= :last',
    names: { '#open': 'open' },
    values: { ':open': 'open', ':last': daysAfter(localDate(world.now()), within) },
    limit: MOST_EXPECTED,
  });
  return { items, more: next !== undefined };
};

export const isOverdue = ({ expectedBy }: Pick<Expected, 'expectedBy'>, now: number): boolean =>
  expectedBy < localDate(now);
