import { inject } from 'vitest';
import { readDashboard } from '../../functions/dashboard/read';
import { getAccount } from '../../functions/directory/accounts/find';
import { tick as call } from '../../functions/outbox/calls/calls';
import { openDeliveries } from '../../functions/outbox/deliveries/find';
import { DAY, instant, localDate, localTime, ms } from '../../functions/platform/time/dates';
import { as } from '../../functions/platform/world/world';
import { getTimeline } from '../../functions/programme/timeline/timeline';
import { ORGANIZER } from '../../infra/demo/accounts';
import { type Background, backgroundOf } from '../../infra/local/background';
import { openCheckpoints } from '../../infra/local/parts/checkpoints';
import { enableStreams } from '../../infra/local/parts/tables';
import { routes } from '../../web/routes';
import { signIn, type Visitor } from '../support/visitor';
import type { TestWorld } from '../support/world';

/** When the clock ticks on each day: at midnight, when reminders go out, and when the office closes. */
const TICKS = ['00:00', '08:00', '17:00'];
/** When the organizer looks at the first page, and when the calls of the day have been made. */
const LOOKS = '10:00';
const CALLS = '18:00';

export const PLAN = 'pln_2021';

export interface Year {
  world: TestWorld;
  /** The same world in the organizer's name. */
  organizer: TestWorld;
}

/** A day on which something happens or something must be seen. */
export interface Scene {
  /** In Vietnam: `2021-04-14`. */
  day: string;
  what: string;
  /** What people do, by the time of day. */
  acts?: Record<string, (year: Year) => Promise<unknown>>;
  /** Everything that is told on this day; nothing on a day without a scene. `08:00 email inquiry-late: vanthu.stc` */
  told?: readonly string[];
  /** What the organizer's first page lists from this day on, until another scene says otherwise. */
  today?: readonly string[];
  /** What it lists on this day alone: the calls are made in the afternoon. */
  calls?: readonly string[];
  /** The figures that are others from this day on: of the dashboard, the timeline and the reports. */
  figures?: Record<string, string>;
}

/** What is seen of a day: what was told, the lines of the first page, and the figures at its end. */
export interface Seen {
  told: string[];
  today: string[];
  figures: Record<string, string>;
}

/** One notice, as it is read in a scene. */
interface Told {
  at: number;
  channel: 'email' | 'call';
  template: string;
  to: string;
}

const inWords = (told: readonly Told[]): string[] => {
  const lines = new Map<string, string[]>();
  for (const { at, channel, template, to } of told) {
    const line = `${localTime(at)} ${channel} ${template}`;
    lines.set(line, [...(lines.get(line) ?? []), to]);
  }
  return [...lines].map(([line, to]) => `${line}: ${to.sort().join(', ')}`).sort();
};

type Figures = Awaited<ReturnType<typeof readDashboard>>['all'];

/** `held 1, coming 2, seats 7/17, reached 4`; what is nothing is left out. */
const figureWords = ({ over, coming, postponed, cancelled, offered, used, reached }: Figures): string =>
  [
    ...Object.entries({ held: over, coming, postponed, cancelled })
      .filter(([, n]) => n > 0)
      .map(([word, n]) => `${word} ${n}`),
    `seats ${used}/${offered}, reached ${reached}`,
  ].join(', ');

const withEvents = ({ over, coming, postponed, cancelled }: Figures): boolean =>
  over + coming + postponed + cancelled > 0;

/** The figures of the dashboard, the timeline and the reports, by what they count. */
const figuresOf = async (world: TestWorld): Promise<Record<string, string>> => {
  const account = await getAccount(world, ORGANIZER);
  const { all, tasks, units, answers, invited, reports } = await readDashboard(world, account, PLAN);
  const counted = [
    ...tasks.map(({ task, figures }) => ({ name: task.row, figures })),
    ...units,
    { name: 'all', figures: all },
  ].filter(({ figures }) => withEvents(figures));
  const { rows } = await getTimeline(world, PLAN);
  const months = rows.flatMap(({ task, months }) => months.map((one) => ({ row: task.row, ...one })));
  const { asked, late, answered, closed } = answers!;
  const { sent, accepted, declined } = invited!;
  const { due, given, late: missing, givenLate } = reports!;
  return {
    ...Object.fromEntries(counted.map(({ name, figures }) => [name, figureWords(figures)])),
    invited: `sent ${sent}, accepted ${accepted}, declined ${declined}`,
    reports: `due ${due}, given ${given}, of them late ${givenLate}, missing late ${missing}`,
    recommendations: `asked ${asked}, late ${late}, answered ${answered}, closed ${closed}`,
    ...Object.fromEntries(
      months
        .filter(({ held, coming }) => held + coming > 0)
        .map(({ row, month, held, coming }) => [
          `${row} in month ${month}`,
          `held ${held}, coming ${coming}`,
        ]),
    ),
  };
};

/** Plays a year: the streams and the clock run as in the real system, and people act at their time. */
export const playOf = (world: TestWorld) => {
  const year: Year = { world, organizer: {} as TestWorld };
  let background: Background;
  let staff: Visitor;
  let told: Told[] = [];
  let mails = 0;
  const lines = new Set<string>();

  /** Takes down what was told since the last look: each mail, and each new line of the call list. */
  const takeDown = async () => {
    for (const { to, tags } of world.sent.slice(mails))
      told.push({
        at: world.now(),
        channel: 'email',
        template: tags.template ?? '',
        to: to.replace(/@.*/, ''),
      });
    mails = world.sent.length;
    const { items } = await openDeliveries(world, 'to-call');
    for (const { id, template, name = '' } of items) {
      if (lines.has(id)) continue;
      lines.add(id);
      told.push({ at: world.now(), channel: 'call', template, to: name });
    }
  };

  const makeCalls = async () => {
    for (const { id } of (await openDeliveries(world, 'to-call')).items)
      await call(year.organizer, id, 'told');
    await background.drainStreams();
  };

  const firstPage = async (): Promise<string[]> => {
    const { status, page } = await staff.get(routes.console());
    // Tokens end within the year.
    if (status !== 200) {
      staff = await signIn(world, { role: 'organizer', bearer: true });
      return firstPage();
    }
    return page
      .querySelectorAll('section[aria-labelledby=can-lam] tbody tr')
      .map((row) => row.querySelectorAll('td')[1]!.text.replace(/\s+/g, ' ').trim());
  };

  return {
    /** Begins to play once the tables have what was there before the year. */
    begin: async () => {
      staff = await signIn(world, { role: 'organizer', bearer: true });
      year.organizer = as(world, ORGANIZER) as TestWorld;
      const endpoint = inject('dynamo');
      const arns = await enableStreams(endpoint, world.settings.tablePrefix);
      const streams = { endpoint, arns: Object.values(arns), checkpoints: await openCheckpoints() };
      background = backgroundOf(world, streams, { drain: async () => 0 });
    },
    end: () => background.stop(),
    /** One day, from midnight on. */
    day: async (day: string, acts: Scene['acts'] = {}): Promise<Seen> => {
      told = [];
      let today: string[] = [];
      const times = new Set([...TICKS, ...Object.keys(acts), LOOKS, CALLS]);
      for (const time of [...times].sort()) {
        world.clock.at = ms(instant(day, time)!);
        if (TICKS.includes(time)) await background.tick();
        await acts[time]?.(year);
        if (acts[time]) await background.drainStreams();
        await takeDown();
        if (time === LOOKS) today = await firstPage();
        if (time === CALLS) await makeCalls();
      }
      return { told: inWords(told), today: today.sort(), figures: await figuresOf(world) };
    },
  };
};

export const nextDay = (day: string): string => localDate(ms(instant(day)!) + DAY);
