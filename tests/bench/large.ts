import { sweepStep } from '../../functions/background/clock/sweep';
import { addApiToken } from '../../functions/directory/sessions/token';
import { addAccount } from '../../functions/directory/sign-in/add-account';
import type { Event } from '../../functions/events/event/event';
import { tendRoll } from '../../functions/events/registrations/roll/keep-roll';
import type { Sweep } from '../../functions/notices/sweep/resume';
import { givenNameOrder } from '../../functions/platform/text/given-name';
import type { World } from '../../functions/platform/world/world';
import { routes } from '../../web/routes';
import { site } from '../../web/site/site';
import { assets } from '../support/assets';
import { fillEvent } from '../support/full-event';
import { benchWorld, type Counted, ORIGIN, openEvent, prepare } from './bench-world';
import { type Row, row } from './rows';

const SEATS = 20_000;
const WAITING = 500;
const TOKEN = 'bench-token-0000000000';
/** Processor milliseconds, on one of two busy cores. */
const STEP_MS = 5_000;
const SCREEN_MS = 2_500;
const FILE_MS = 4_000;
const SORT_MS = 350;

const processorMs = async (act: () => unknown): Promise<number> => {
  const before = process.cpuUsage();
  await act();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000;
};

const ms = (time: number) => `${Math.round(time).toLocaleString('en')} ms`;

type Count = (work: (world: World) => Promise<unknown>) => Promise<Counted>;

/** Calls and processor time of one piece of work, the second time. */
const rowOf = async (
  what: string,
  most: { calls: number; cpu: number },
  count: Count,
  work: (world: World) => Promise<unknown>,
): Promise<Row> => {
  await count(work);
  let counted: Counted | undefined;
  const cpu = await processorMs(async () => {
    counted = await count(work);
  });
  const calls = counted!.calls;
  return row(
    `an event of 20,000: ${what}`,
    `${most.calls} calls, ${ms(most.cpu)}`,
    `${calls} calls, ${ms(cpu)}`,
    calls <= most.calls && cpu <= most.cpu,
  );
};

/** The clock's first sweep, in which everybody is still to be told: the work of its longest step. */
const sweepRow = async (world: World, event: Event): Promise<Row> => {
  let [steps, longest, slowest] = [0, 0, 0];
  let last: Sweep | undefined;
  // The bench's clock stands still; a step is bounded by the time that passes.
  const began = performance.now();
  const passing: World = { ...world, now: () => world.now() + Math.floor(performance.now() - began) };
  do {
    const at = performance.now();
    longest = Math.max(
      longest,
      await processorMs(async () => {
        last = await sweepStep(passing, event, last);
      }),
    );
    slowest = Math.max(slowest, performance.now() - at);
    steps++;
  } while (last!.run);
  return row(
    "an event of 20,000: the longest step of the clock's sweep",
    ms(STEP_MS),
    `${ms(slowest)}, of the processor ${ms(longest)}`,
    slowest <= STEP_MS,
    `${steps} steps; each goes on where the one before stopped.`,
  );
};

const sortRow = async (): Promise<Row> => {
  const family = ['Nguyễn', 'Trần', 'Lê', 'Phạm', 'Danh', 'Huỳnh', 'Võ', 'Đặng'];
  const syllables = ['An', 'Bình', 'Cường', 'Đào', 'Giang', 'Hạnh', 'Khánh', 'Mẫu', 'Nga', 'Phước', 'Yến'];
  const at = <T>(of: readonly T[], n: number) => of[n % of.length]!;
  const names = Array.from(
    { length: SEATS },
    (_, n) =>
      `${at(family, n)} ${at(syllables, n >> 3)} ${at(syllables, n >> 6)}${n % 23} ${at(syllables, n >> 9)}`,
  );
  names.sort(givenNameOrder(names));
  const cpu = await processorMs(() => [...names].reverse().sort(givenNameOrder(names)));
  return row('processor time of sorting 20,000 names', ms(SORT_MS), ms(cpu), cpu <= SORT_MS);
};

/** What an event of 20,000 people costs the screens and the clock. */
export const largeRows = async (endpoint: string): Promise<Row[]> => {
  const { world, count } = benchWorld(endpoint, 'large-');
  await prepare(endpoint, world);
  const { id } = await addAccount(world, { email: 'o@stp.example', name: 'Cán bộ', role: 'organizer' });
  await addApiToken(world, id, TOKEN);
  const { id: eventId } = await openEvent(world, SEATS);
  const event = await fillEvent(world, { id: eventId, parentId: 'unt_province', waiting: WAITING });
  const { calls } = await count((counted) => tendRoll(counted, event));
  const headers = { authorization: `Bearer ${TOKEN}`, origin: ORIGIN };
  const page = (path: string) => async (counted: World) => {
    const answer = await site(counted, assets).request(ORIGIN + path, { headers });
    if (answer.status !== 200) throw new Error(`${path} answered ${answer.status}`);
    await answer.arrayBuffer();
  };
  const list = routes.consoleRegistrations(eventId);
  return [
    row('an event of 20,000: writing its roll', '15 calls', `${calls} calls`, calls <= 15),
    await rowOf('the list', { calls: 9, cpu: SCREEN_MS }, count, page(list)),
    await rowOf('a search', { calls: 9, cpu: SCREEN_MS }, count, page(`${list}?tim=nguyen+thi+anh`)),
    await rowOf('check-in', { calls: 6, cpu: SCREEN_MS }, count, page(routes.consoleCheckIn(eventId))),
    await rowOf('XLSX', { calls: 17, cpu: FILE_MS }, count, page(routes.consoleExport(eventId, 'xlsx'))),
    await rowOf(
      'a new message',
      { calls: 122, cpu: FILE_MS },
      count,
      page(routes.consoleNewBroadcast(eventId)),
    ),
    await sweepRow(world, event),
    await sortRow(),
  ];
};
