import * as z from 'zod';
import { mustManage } from '../../directory/staff/may';
import { CLOCK_CLASSES } from '../../privacy/retention/classes';
import { retentionOverview } from '../../privacy/retention/read';
import { RetentionInput, setRetention } from '../../privacy/retention/settings';
import { operation } from '../contract/operation';

const Line = z
  .object({
    kind: z.enum(CLOCK_CLASSES),
    eventId: z.string(),
    title: z.string(),
    dueOn: z.string().describe('The day on which it goes'),
    goneAt: z.string().optional(),
    counts: z.record(z.string(), z.number()),
  })
  .meta({ id: 'RetentionLine' });

const RetentionView = z
  .object({
    on: z.boolean(),
    days: z.record(z.enum(CLOCK_CLASSES), z.number()),
    basis: z.string().optional(),
    changedAt: z.string().optional(),
    version: z.number(),
    due: z
      .array(Line)
      .describe('What goes within 30 days, or would if it were on; the first 50 of each kind'),
    gone: z.array(Line).describe('What went: numbers; the latest 50 of each kind'),
  })
  .meta({ id: 'Retention' });

type Overview = Awaited<ReturnType<typeof retentionOverview>>;

const view = ({ settings, due, gone }: Overview): z.output<typeof RetentionView> => ({
  on: settings.on,
  days: settings.days,
  basis: settings.basis,
  changedAt: settings.changedAt,
  version: settings.version,
  due: due.map(lineOf),
  gone: gone.map(lineOf),
});

const lineOf = ({ kind, eventId, title, dueOn, goneAt, counts }: Overview['due'][number]) => ({
  kind,
  eventId,
  title,
  dueOn,
  goneAt,
  counts,
});

export const operations = [
  operation({
    id: 'getRetention',
    method: 'get',
    path: '/retention',
    tag: 'Privacy',
    summary: "How long people's data are kept, what would be deleted, and what was",
    description: 'For admins. The clock counts once a day what is due within 30 days; no person is named.',
    who: 'staff',
    status: 200,
    answer: RetentionView,
    run: async ({ world, account }) => {
      mustManage(account);
      return view(await retentionOverview(world));
    },
  }),
  operation({
    id: 'setRetention',
    method: 'put',
    path: '/retention',
    tag: 'Privacy',
    summary: "Say how long people's data are kept, and whether they are deleted then",
    description:
      'For admins. Deleting cannot be taken back: look at `due` first. Counts of people, attendance and seats stay.',
    who: 'staff',
    body: RetentionInput,
    example: { on: false, days: { notes: 180, deliveries: 730, people: 1825 }, version: 1 },
    status: 200,
    answer: RetentionView,
    run: async ({ world, account, body }) => {
      await setRetention(world, account, body);
      return view(await retentionOverview(world));
    },
  }),
];
