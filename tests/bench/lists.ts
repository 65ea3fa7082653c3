import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { sweepStep } from '../../functions/background/clock/sweep';
import { addApiToken } from '../../functions/directory/sessions/token';
import { addAccount } from '../../functions/directory/sign-in/add-account';
import { toXlsx } from '../../functions/events/attendance/export';
import { getEvent } from '../../functions/events/event/get';
import type { Sweep } from '../../functions/notices/sweep/resume';
import type { World } from '../../functions/platform/world/world';
import { buildFunction } from '../../infra/build/functions';
import { PROCESS_SETTINGS } from '../../infra/constructs/process-settings';
import { assets } from '../support/assets';
import { benchWorld, openEvent, person, prepare } from './bench-world';
import { median, type Row, row } from './rows';
import { AS_DEPLOYED, AS_IN_LAMBDA, LARGEST } from './rush';

const PEOPLE = 10_000;
const SEATS = 500;
const TOKEN = 'bench-token-0000000000';
/** Processor milliseconds. */
const EXPORT_MS = 1_200;
/** One after a start, then warm ones. */
const EXPORTS = '4';
const STEP_MS = 5_000;

/** A list as an office keeps it. */
const sheet = (): Promise<Uint8Array> =>
  toXlsx([
    [
      'STT',
      'Họ và tên',
      'Số điện thoại',
      'Đơn vị',
      'Tổ hòa giải',
      'Chức vụ',
      'Giới tính',
      'Năm sinh',
      'Email',
    ],
    ...Array.from({ length: PEOPLE }, (_, n) => {
      const { fullName, phone, teamName, position, yearOfBirth } = person(n);
      const email = `nguoi.${n}@kiengiang.example`;
      return [
        `${n + 1}`,
        fullName,
        phone,
        'Huyện Gò Quao',
        teamName,
        position,
        'Nữ',
        `${yearOfBirth}`,
        email,
      ];
    }),
  ]);

interface Ordered {
  id: string;
  peak: number;
}
interface Exported {
  peak: number;
  /** Of each export. */
  cpuMs: number[];
}
interface Imported {
  peak: number;
  /** How often the importer was called. */
  calls: number;
  seconds: number;
  /** Write units: of registrations and seats, and of the import's own record. */
  written: { registrations: number; others: number };
  done: number;
}

const run = async <T>(script: string, args: readonly string[], limits = AS_IN_LAMBDA): Promise<T> => {
  const child = spawn(process.execPath, [...limits, script, ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, ...PROCESS_SETTINGS },
  });
  return JSON.parse(await text(child.stdout));
};

const ms = (time: number) => `${Math.round(time).toLocaleString('en')} ms`;
const mb = (bytes: number) => `${Math.round(bytes / 2 ** 20)} MB`;

/** The clock's first sweep of an event, whose people have all still to be told: the longest of its steps. */
const sweepOf = async (world: World, eventId: string): Promise<{ steps: number; longest: number }> => {
  const event = await getEvent(world, eventId);
  let [steps, longest, last] = [0, 0, undefined as Sweep | undefined];
  do {
    const before = process.cpuUsage();
    last = await sweepStep(world, event, last);
    const { user, system } = process.cpuUsage(before);
    longest = Math.max(longest, (user + system) / 1_000);
    steps++;
  } while (last.run);
  return { steps, longest };
};

/** Lists of 10,000 people through the site, each in a fresh process with the limits that Lambda gives. */
export const listRows = async (endpoint: string): Promise<Row[]> => {
  const prefix = 'lists-';
  const { world } = benchWorld(endpoint, prefix);
  await prepare(endpoint, world);
  const { id } = await addAccount(world, { email: 'o@stp.example', name: 'Cán bộ', role: 'organizer' });
  await addApiToken(world, id, TOKEN);
  const event = await openEvent(world, SEATS);
  const directory = await mkdtemp(join(tmpdir(), 'bench-'));
  try {
    const file = join(directory, 'danh-sach.xlsx');
    await writeFile(file, await sheet());
    const built = async (name: string) => {
      const to = join(directory, name);
      await buildFunction(`tests/bench/${name}.ts`, to, assets);
      return join(to, 'index.mjs');
    };
    const [site, importer] = [await built('list-process'), await built('import-process')];
    const place = [endpoint, prefix, join(directory, 'files')];
    const order = () => run<Ordered>(site, [...place, event.id, TOKEN, 'order', file]);
    const carryOn = ({ id }: Ordered) => run<Imported>(importer, [...place, id]);
    const ordered = await order();
    const first = await carryOn(ordered);
    const again = await carryOn(await order());
    const exported = [...place, event.id, TOKEN, 'export'];
    const out = await run<Exported>(site, exported);
    const [firstMs = 0, ...warmMs] = (await run<Exported>(site, [...exported, EXPORTS], AS_DEPLOYED)).cpuMs;
    const sweep = await sweepOf(world, event.id);
    if (first.done !== PEOPLE || again.done !== PEOPLE) throw new Error(`${first.done}; ${again.done}`);
    const peak = Math.max(first.peak, again.peak);
    return [
      row(
        `write units of a repeated import of ${PEOPLE.toLocaleString('en')} people`,
        '0',
        String(again.written.registrations),
        again.written.registrations === 0,
        `Of registrations and seats; the import's own record takes ${Math.round(again.written.others)}. The first import wrote ${Math.round(first.written.registrations)} units for ${SEATS} seats and a queue.`,
      ),
      row(
        'peak memory of previewing and ordering an import of 10,000 rows',
        '256 MB',
        mb(ordered.peak),
        ordered.peak <= LARGEST,
      ),
      row(
        'peak memory of importing 10,000 rows',
        '256 MB',
        mb(peak),
        peak <= LARGEST,
        `In ${first.calls} calls of the importer, ${Math.round(first.seconds)} s; again in ${again.calls}, ${Math.round(again.seconds)} s.`,
      ),
      row('peak memory of exporting 10,000 rows', '256 MB', mb(out.peak), out.peak <= LARGEST),
      row(
        'processor time of exporting 10,000 rows, warm',
        `${EXPORT_MS.toLocaleString('en')} ms`,
        ms(median(warmMs)),
        median(warmMs) <= EXPORT_MS,
        `The first one after a start: ${ms(firstMs)}. With the memory of the http function.`,
      ),
      row(
        "processor time of the longest step of the clock's sweep, 10,000 people",
        `${STEP_MS} ms`,
        ms(sweep.longest),
        sweep.longest <= STEP_MS,
        `${sweep.steps} steps; each goes on where the one before stopped.`,
      ),
    ];
  } finally {
    await rm(directory, { recursive: true });
  }
};
