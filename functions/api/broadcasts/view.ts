import * as z from 'zod';
import type { Broadcast } from '../../events/broadcasts/broadcast';
import { GROUPS } from '../../events/broadcasts/groups';
import type { Progress } from '../../notices/broadcasts/progress';

export const WaysView = {
  total: z.number(),
  byMail: z.number(),
  byCall: z.number(),
  unreachable: z.number().describe('Neither a working address nor a phone'),
};

export const BroadcastView = z
  .object({
    id: z.string(),
    eventId: z.string(),
    groups: z.array(z.enum(GROUPS)),
    area: z.string().optional(),
    day: z.number().optional(),
    subject: z.string(),
    words: z.string(),
    total: z.number().describe('Recipients, fixed when it was sent'),
    sentAt: z.string(),
    withdrawnAt: z.string().optional(),
  })
  .meta({ id: 'Broadcast' });

export const broadcastView = (b: Broadcast): z.output<typeof BroadcastView> => ({
  id: b.id,
  eventId: b.eventId,
  groups: [...b.groups],
  area: b.area,
  day: b.day,
  subject: b.subject,
  words: b.words,
  total: b.total,
  sentAt: b.sentAt,
  withdrawnAt: b.withdrawnAt,
});

export const ProgressView = BroadcastView.extend({
  progress: z.object({
    sent: z.number(),
    told: z.number().describe('Told by phone'),
    waiting: z.number().describe('Mails that wait, are on their way, or are held'),
    toCall: z.number(),
    unclear: z.number(),
    dropped: z.number().describe('No longer due when their turn came'),
    left: z.number().describe('Recipients that wait for a worker, or were owed nothing'),
  }),
}).meta({ id: 'BroadcastProgress' });

export const progressView = (b: Broadcast, progress: Progress): z.output<typeof ProgressView> => ({
  ...broadcastView(b),
  progress,
});
