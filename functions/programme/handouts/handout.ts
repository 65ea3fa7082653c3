import * as z from 'zod';
import { idOf, line, nonceField, optional, prose, versionField } from '../../platform/input/fields';
import { table } from '../../platform/store/table';
import { programmeTable } from '../plans/plan';

const day = z.iso.date('time-malformed');
const copies = z
  .number({ error: ({ input }) => (input === undefined ? 'required' : 'copies-malformed') })
  .int('copies-malformed')
  .min(1, 'copies-malformed')
  .max(1_000_000, 'copies-malformed');

const HandoutFields = z.strictObject({
  title: line(200).describe('What is handed out: "Sổ tay hòa giải ở cơ sở"'),
  materialId: optional(idOf('mat')).describe('The material of the library that was printed'),
  printed: copies.describe('How many copies there are'),
  year: z
    .number('plan-year-malformed')
    .int('plan-year-malformed')
    .min(2000)
    .max(2100)
    .describe('Of the plan'),
  eventId: optional(idOf('evt')).describe('The event at which it is given; left out: any'),
  taskId: optional(idOf('tsk')).describe('The row of the plan that it serves'),
  remark: optional(line(300)),
});

export const HandoutInput = HandoutFields.extend({ nonce: nonceField });
export type HandoutInput = z.output<typeof HandoutInput>;
export const HandoutUpdate = HandoutFields.extend({ version: versionField });

const reason = prose(500).pipe(z.string().min(1, 'required'));
export const WithdrawInput = z.strictObject({ words: reason, version: versionField });
export const StrikeInput = z.strictObject({
  n: z.number().int().min(1),
  words: reason,
  version: versionField,
});

const DeliveryFields = z.strictObject({
  unitId: idOf('unt').describe('The commune that received it'),
  amount: copies,
  on: day.describe('The day on which it was received'),
  receivedBy: line(120).describe('Who received it, by position and office, without a name'),
  document: optional(line(200)).describe('The minutes or the list that was signed, its number and date'),
});
export type DeliveryInput = z.output<typeof DeliveryFields>;
export const VersionedDelivery = DeliveryFields.extend({ version: versionField });

/** So many people can be marked by name in one call. */
export const MOST_NAMED = 100;

/** Who received it: people by their ids, or everybody who came to an event. */
export const GiveInput = z
  .strictObject({
    ids: optional(z.array(z.string().max(120)).min(1, 'handout-people-required').max(MOST_NAMED)).describe(
      'Registrations of people who came, or mediators',
    ),
    everyoneOf: optional(idOf('evt')).describe('Everybody who came to this event'),
  })
  .superRefine(({ ids, everyoneOf }, context) => {
    if (!ids === !everyoneOf)
      context.addIssue({ code: 'custom', path: ['ids'], message: 'handout-people-required' });
  });

/** Copies that a commune received in bulk, to hand out by itself. */
export interface Delivery extends DeliveryInput {
  /** Its number within the hand-out, from 1; never given twice. */
  n: number;
  at: string;
  /** Why it was struck out: it counts no more, but stays in sight. */
  struck?: string;
}

/** Printed material that is given to people and communes (plan 77, II.3b). */
export interface Handout extends Omit<HandoutInput, 'nonce'> {
  pk: 'handout';
  sk: string;
  id: string;
  deliveries: readonly Delivery[];
  /** Why it is not handed out any more; what was given stays. */
  withdrawnFor?: string;
  sample?: true;
  version: number;
  createdAt: string;
  updatedAt: string;
  by?: string;
}

/** `hnd_…`, `given#reg_…` or `given#med_…`: that one person received it. It holds no name and no phone. */
export interface Given {
  pk: string;
  sk: `given#${string}`;
  at: string;
  by?: string;
}

/** All hand-outs stand in one partition: a province prints some dozens a year. */
export const handouts = table<Handout>(programmeTable);
export const givens = table<Given>(programmeTable);
export const handoutKey = (id: string) => ({ pk: 'handout', sk: id }) as const;
export const givenKey = (handoutId: string, person: string) => ({
  pk: handoutId,
  sk: `given#${person}` as const,
});
/** Whose mark it is: `reg_…` or `med_…`. */
export const personOf = ({ sk }: Pick<Given, 'sk'>): string => sk.slice('given#'.length);
