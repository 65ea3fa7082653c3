import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { addAccount, addApiToken } from '../../functions/directory/sign-in/add-account';
import { toXlsx } from '../../functions/events/attendance/export';
import { buildFunction } from '../../infra/build/functions';
import { assets } from '../support/assets';
import { benchWorld, openEvent, person, prepare } from './bench-world';
import { type Row, row } from './rows';
import { AS_IN_LAMBDA, LARGEST } from './rush';

const PEOPLE = 10_000;
const SEATS = 500;
const TOKEN = 'bench-token-0000000000';

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

interface Done {
  peak: number;
  written: number;
  requests?: number;
  last?: string;
}

const run = async (script: string, args: readonly string[]): Promise<Done> => {
  const child = spawn(process.execPath, [...AS_IN_LAMBDA, script, ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  return JSON.parse(await text(child.stdout));
};

const mb = (bytes: number) => `${Math.round(bytes / 2 ** 20)} MB`;

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
    await buildFunction('tests/bench/list-process.ts', directory, join(directory, 'maps'), assets);
    const act = (...what: string[]) =>
      run(join(directory, 'index.mjs'), [endpoint, prefix, event.id, TOKEN, ...what]);
    const first = await act('import', file);
    const again = await act('import', file);
    const out = await act('export');
    const whole = 'Đã xong 10.000 trên 10.000 dòng';
    if (first.last !== whole || again.last !== whole) throw new Error(`${first.last}; ${again.last}`);
    return [
      row(
        `write units of a repeated import of ${PEOPLE.toLocaleString('en')} people`,
        '0',
        String(again.written),
        again.written === 0,
        `The first import wrote ${Math.round(first.written)} units for ${SEATS} seats and a queue.`,
      ),
      row(
        'peak memory of importing 10,000 rows',
        '256 MB',
        mb(Math.max(first.peak, again.peak)),
        Math.max(first.peak, again.peak) <= LARGEST,
        `The file, its preview and ${first.requests! - 1} portions in one process, and again ${again.requests! - 1}.`,
      ),
      row('peak memory of exporting 10,000 rows', '256 MB', mb(out.peak), out.peak <= LARGEST),
    ];
  } finally {
    await rm(directory, { recursive: true });
  }
};
