import * as z from 'zod';
import { inSentence } from '../../directory/units/words';
import { recordTaken } from '../../platform/audit/taken';
import { line } from '../../platform/input/fields';
import { givenNameOrder, vietnameseOrder } from '../../platform/text/given-name';
import type { World } from '../../platform/world/world';
import type { Event } from '../event/event';
import { getEvent } from '../event/get';
import { everyRegistration } from '../registrations/find';
import { UNNAMED } from '../registrations/registration';

/** What people usually get. */
export const USUAL_PURPOSE = 'Hỗ trợ tiền ăn, đi lại cho người tham dự';

/** Ten million đồng a day: more is a slip of the finger. */
const MOST_A_DAY = 10_000_000;

export const MoneyListInput = z.strictObject({
  /** In đồng, for each person and day. */
  rate: z
    .number({ error: ({ input }) => (input === undefined ? 'required' : 'dong-malformed') })
    .int('dong-malformed')
    .min(1, 'dong-malformed')
    .max(MOST_A_DAY, 'rate-too-much'),
  purpose: line(200).default(USUAL_PURPOSE),
});
export type MoneyListInput = z.output<typeof MoneyListInput>;

/** One person who receives money and signs for it. */
export interface MoneyRow {
  fullName: string;
  /** Position, then unit or body. */
  from: string;
  /** On how many days the person was there. */
  days: number;
  /** In đồng. */
  amount: number;
}

export interface MoneyList extends MoneyListInput {
  event: Event;
  rows: MoneyRow[];
  total: number;
}

/** What the rows need; most of a registration is not read. */
const READ = [
  'fullName',
  'position',
  'unitName',
  'bodyName',
  'came',
  'online',
  'restricted',
  'forgotten',
] as const;

/**
 * The people who came, with the amount for each day on which they were checked in. Those who joined an event online
 * that was also held in a hall are left out: they cannot sign.
 */
export const moneyList = async (
  world: World,
  eventId: string,
  { rate, purpose }: MoneyListInput,
): Promise<MoneyList> => {
  const event = await getEvent(world, eventId);
  const rows: MoneyRow[] = [];
  for await (const r of everyRegistration(world, event, READ)) {
    const days = Object.keys(r.came ?? {}).length;
    if (days === 0 || r.restricted || r.forgotten || (r.online && event.mode === 'both')) continue;
    const from = r.bodyName ?? r.unitName ?? '';
    rows.push({
      fullName: r.fullName === UNNAMED ? '' : r.fullName,
      from: [r.position, r.position ? inSentence(from) : from].filter(Boolean).join(', '),
      days,
      amount: days * rate,
    });
  }
  const byPlace = vietnameseOrder(rows.map(({ from }) => from));
  const byName = givenNameOrder(rows.map(({ fullName }) => fullName));
  rows.sort((a, b) => byPlace(a.from, b.from) || byName(a.fullName, b.fullName));
  await recordTaken(world, { pk: eventId, table: 'events', as: 'money-list', people: rows.length });
  return { event, rate, purpose, rows, total: rows.reduce((sum, { amount }) => sum + amount, 0) };
};
