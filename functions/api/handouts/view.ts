import * as z from 'zod';
import type { Handout } from '../../programme/handouts/handout';
import { totalsOf } from '../../programme/handouts/totals';

const Delivery = z.object({
  n: z.number(),
  unitId: z.string(),
  amount: z.number(),
  on: z.string(),
  receivedBy: z.string(),
  document: z.string().optional(),
  struck: z.string().optional().describe('Why it was struck out; it counts no more'),
});

export const HandoutView = z
  .object({
    id: z.string(),
    title: z.string(),
    materialId: z.string().optional(),
    year: z.number(),
    eventId: z.string().optional().describe('Absent: it is given at any event'),
    taskId: z.string().optional(),
    remark: z.string().optional(),
    printed: z.number(),
    people: z.number().describe('People who received a copy'),
    bulk: z.number().describe('Copies that communes received'),
    left: z.number().describe('Negative where more was given than printed'),
    deliveries: z.array(Delivery),
    withdrawnFor: z.string().optional(),
    version: z.number(),
  })
  .meta({ id: 'Handout' });

export const handoutView = (
  handout: Handout,
  given: ReadonlyMap<string, unknown>,
): z.output<typeof HandoutView> => ({
  id: handout.id,
  title: handout.title,
  materialId: handout.materialId,
  year: handout.year,
  eventId: handout.eventId,
  taskId: handout.taskId,
  remark: handout.remark,
  ...totalsOf(handout, given),
  deliveries: handout.deliveries.map(({ at: _at, ...one }) => one),
  withdrawnFor: handout.withdrawnFor,
  version: handout.version,
});

const Count = z.object({
  mediators: z.number(),
  trained: z.number(),
  received: z.number(),
  both: z.number().describe('Trained, and has the hand-out'),
});

export const HandoutShare = z
  .object({
    year: z.number(),
    all: Count,
    units: z.array(Count.extend({ unitId: z.string(), name: z.string() })),
  })
  .meta({ id: 'HandoutShare' });
