import * as z from 'zod';
import { localDate } from '../../platform/time/dates';
import { PLEDGE_KINDS, type Pledge } from '../../programme/pledges/pledge';
import { expectedOf, isOverdue, PLEDGE_STATES, receivedOf, stateOf } from '../../programme/pledges/received';

const ReceiptView = z
  .object({
    n: z.number(),
    on: z.string(),
    amount: z.number(),
    document: z.string().optional(),
    receivedBy: z.string(),
    note: z.string().optional(),
    struck: z.string().optional().describe('Why it was struck out; it counts no more'),
  })
  .meta({ id: 'Receipt' });

export const PledgeView = z
  .object({
    id: z.string(),
    version: z.number(),
    bodyId: z.string(),
    bodyName: z.string().describe('The name of the partner on that day'),
    kind: z.enum(PLEDGE_KINDS),
    words: z.string(),
    amount: z.number().describe('Of money in đồng; of other kinds a count'),
    measure: z.string().optional(),
    received: z.number(),
    expected: z.number().describe('What is still to come'),
    state: z.enum(PLEDGE_STATES),
    overdue: z.boolean(),
    eventId: z.string().optional(),
    unitId: z.string().optional(),
    taskId: z.string().optional().describe('The task of the plan that it serves'),
    promisedOn: z.string(),
    dueOn: z.string().describe('The last day by which it should be received, inclusive'),
    document: z.string().optional(),
    remark: z.string().optional(),
    withdrawnFor: z.string().optional(),
    receipts: z.array(ReceiptView),
  })
  .meta({ id: 'Pledge' });

export const PledgeTotals = z
  .object({
    kind: z.enum(PLEDGE_KINDS),
    measure: z.string().optional(),
    pledges: z.number(),
    promised: z.number().describe('Of withdrawn pledges only what was received'),
    received: z.number(),
    expected: z.number(),
  })
  .meta({ id: 'PledgeTotals' });

export const pledgeView = (pledge: Pledge, now: number): z.output<typeof PledgeView> => ({
  id: pledge.id,
  version: pledge.version,
  bodyId: pledge.bodyId,
  bodyName: pledge.bodyName,
  kind: pledge.kind,
  words: pledge.words,
  amount: pledge.amount,
  measure: pledge.measure,
  received: receivedOf(pledge),
  expected: expectedOf(pledge),
  state: stateOf(pledge),
  overdue: isOverdue(pledge, localDate(now)),
  eventId: pledge.eventId,
  unitId: pledge.unitId,
  taskId: pledge.taskId,
  promisedOn: pledge.promisedOn,
  dueOn: pledge.dueOn,
  document: pledge.document,
  remark: pledge.remark,
  withdrawnFor: pledge.withdrawnFor,
  receipts: pledge.receipts.map(({ at: _at, ...receipt }) => receipt),
});
