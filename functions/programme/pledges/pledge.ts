import * as z from 'zod';
import { idOf, line, nonceField, optional, prose, versionField } from '../../platform/input/fields';
import { table } from '../../platform/store/table';
import { MOST_DONG } from '../budget/line';
import { programmeTable } from '../plans/plan';

/** What partners give (plan 77, II.3d, II.5b, III.4). */
export const PLEDGE_KINDS = [
  'money',
  'rooms',
  'equipment',
  'vehicles',
  'materials',
  'advice',
  'trainers',
] as const;
export type PledgeKind = (typeof PLEDGE_KINDS)[number];

/** Of money whole đồng; of other kinds a count in the pledge's unit of measure. */
export const amountField = z
  .number({ error: ({ input }) => (input === undefined ? 'required' : 'amount-malformed') })
  .int('amount-malformed')
  .min(1, 'amount-malformed')
  .max(MOST_DONG, 'amount-too-much');

const day = z.iso.date('time-malformed');

const PledgeFields = z.strictObject({
  bodyId: idOf('bod').describe('The partner'),
  kind: z.enum(PLEDGE_KINDS),
  words: line(200).describe('What is promised: "Hội trường 100 chỗ"'),
  amount: amountField.describe('Of money in đồng; of other kinds a count'),
  measure: optional(line(40)).describe('The unit of measure of a count ("cuốn", "buổi"); money has none'),
  eventId: optional(idOf('evt')),
  taskId: optional(idOf('tsk')).describe('The task of the plan that it serves'),
  unitId: optional(idOf('unt')).describe('The unit, such as a pilot commune, that it is for'),
  promisedOn: day,
  dueOn: day.describe('The last day by which it should be received, inclusive'),
  document: optional(line(200)).describe('The letter or the minutes, its number and date'),
  remark: optional(line(300)),
});
type Fields = z.output<typeof PledgeFields>;

/** A count needs its unit of measure, and đồng are one already. Nothing is due before it was promised. */
const consistent = (input: Fields, context: z.core.$RefinementCtx<Fields>): void => {
  const isMoney = input.kind === 'money';
  if (isMoney === (input.measure !== undefined)) {
    const message = isMoney ? 'measure-of-money' : 'measure-required';
    context.addIssue({ code: 'custom', path: ['measure'], message });
  }
  if (input.dueOn < input.promisedOn)
    context.addIssue({ code: 'custom', path: ['dueOn'], message: 'pledge-due-early' });
};

export const PledgeInput = PledgeFields.extend({ nonce: nonceField }).superRefine(consistent);
export type PledgeInput = z.output<typeof PledgeInput>;

/** A pledge as it shall be, and the version that the editor read. */
export const PledgeUpdate = PledgeFields.extend({ version: versionField }).superRefine(consistent);

const ReceiptFields = z.strictObject({
  on: day.describe('The day on which it was received'),
  amount: amountField,
  document: optional(line(200)).describe('The receipt or the minutes, its number and date'),
  receivedBy: line(120).describe('Who received it, by position and office, without a name'),
  note: optional(line(300)).describe('Required where more is received than was promised'),
});
export type ReceiptInput = z.output<typeof ReceiptFields>;
export const VersionedReceipt = ReceiptFields.extend({ version: versionField });

const reason = prose(500).pipe(z.string().min(1, 'required'));
export const StrikeInput = z.strictObject({
  n: z.number().int().min(1),
  words: reason,
  version: versionField,
});
export const WithdrawInput = z.strictObject({ words: reason, version: versionField });

/** One part that was received. */
export interface Receipt extends ReceiptInput {
  /** Its number within the pledge, from 1; never given twice. */
  n: number;
  at: string;
  /** Why it was struck out: it counts no more, but stays in sight. */
  struck?: string;
}

/** What a partner promised to give, and what was received of it. It records; nothing is paid here. */
export interface Pledge extends Omit<PledgeInput, 'nonce'> {
  pk: 'pledge';
  sk: string;
  id: string;
  /** The partner's name on that day. */
  bodyName: string;
  /** The call for support that it answers. */
  appealId?: string;
  receipts: readonly Receipt[];
  /** Why the partner, or the department, withdrew it: no more is expected; what was received stays. */
  withdrawnFor?: string;
  /** Made up for the demo. */
  sample?: true;
  version: number;
  createdAt: string;
  updatedAt: string;
  by?: string;
}

/** All pledges stand in one partition: a province has some hundreds a year. The index finds them by their event. */
export const pledges = table<Pledge>(programmeTable);
export const pledgeKey = (id: string) => ({ pk: 'pledge', sk: id }) as const;
