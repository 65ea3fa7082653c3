import { onImportStream } from '../../../functions/background/streams/on-import';
import type { Event } from '../../../functions/events/event/event';
import { getImport } from '../../../functions/events/imports/find';
import { type Import, importKey, importsTable } from '../../../functions/events/imports/import';
import { importList } from '../../../functions/events/imports/start';
import { tendImports } from '../../../functions/events/imports/tend';
import { everyRegistration } from '../../../functions/events/registrations/find';
import type { Registration } from '../../../functions/events/registrations/registration';
import { readList } from '../../../functions/events/rosters/read-list';
import { MINUTE } from '../../../functions/platform/time/dates';
import { as, type World } from '../../../functions/platform/world/world';
import { reconcile } from '../../../functions/seats/reconcile';
import type { Seen } from '../../support/seen';
import { streamRecord } from '../../support/stored';
import type { Visitor } from '../../support/visitor';
import type { TestWorld } from '../../support/world';

export const HEAD = 'Họ và tên\tSố điện thoại\tĐơn vị\tChức vụ';
/** As long as the workers of these tests live, and work. */
export const TIME = { forMs: 40_000, lives: 70_000 };

const letters = (n: number) =>
  [n % 26, Math.floor(n / 26) % 26].map((l) => String.fromCharCode(97 + l)).join('');

let phones = 0;
/** The rows of so many people, each with a phone of their own. */
export const rowsOf = (count: number, position = 'Trưởng ấp'): string[] =>
  Array.from(
    { length: count },
    (_, i) => `Danh Mẫu ${letters(i)}\t09${String(10_000_000 + ++phones)}\tĐịnh An\t${position}`,
  );
export const listOf = (rows: readonly string[]): string => [HEAD, ...rows].join('\n');

/** An organizer orders the import of a list. */
export const ordered = async (
  world: World,
  eventId: string,
  rows: readonly string[],
  options: Parameters<typeof importList>[3] = {},
): Promise<Import> =>
  importList(as(world, 'acc_organizer'), eventId, await readList(world, listOf(rows)), options);

/** The phone in a row of these lists. */
export const phoneOf = (row: string): string => row.split('\t')[1]!;
/** A row about a person who is known. */
export const rowFor = ({ fullName, phone }: Registration, position: string): string =>
  `${fullName}\t${phone}\tĐịnh An\t${position}`;

/** An import of these rows that has run to its end. */
export const importRows = async (world: World, event: Event, rows: readonly string[]): Promise<Import> => {
  const { id } = await ordered(world, event.id, rows);
  await runToEnd(world, id);
  return getImport(world, id);
};

/** The registration with this phone. */
export const called = async (world: World, event: Event, phone: string): Promise<Registration> =>
  (await peopleOf(world, event)).find((r) => r.phone === phone)!;

/** One call of the importer, with the record of the import as it is now. */
export const callImporter = async (world: World, id: string, time = TIME): Promise<void> => {
  const stored = await world.db.get(importsTable, importKey(id), { consistent: true });
  await onImportStream(world, [streamRecord(world as TestWorld, 'imports', stored)], time);
};

/** Calls the importer for as long as the import waits for it, as its stream does. @returns how often */
export const runToEnd = async (world: World, id: string, time = TIME): Promise<number> => {
  for (let calls = 0; calls < 100; calls++) {
    const { state, lease } = await getImport(world, id);
    if (state !== 'running' || lease) return calls;
    await callImporter(world, id, time);
  }
  throw new Error('It does not end');
};

export const peopleOf = async (
  world: World,
  event: Parameters<typeof everyRegistration>[1],
): Promise<Registration[]> => {
  const all: Registration[] = [];
  for await (const r of everyRegistration(world, event)) all.push(r);
  return all.sort((a, b) => a.phone.localeCompare(b.phone));
};

/** An import that a form ordered runs by itself: its page once it has ended. Any other answer as it is. */
export const imported = async (world: World, organizer: Visitor, answer: Seen): Promise<Seen> => {
  if (answer.status !== 303) return answer;
  await runToEnd(world, answer.to.split('/').at(-1)!);
  return organizer.get(answer.to);
};

/** What the clock does meanwhile: seats that a dead worker took are given on, and the import is woken. */
export const minutesLater = async (world: TestWorld, eventId: string): Promise<void> => {
  for (let minute = 1; minute <= 4; minute++) {
    world.clock.forward(MINUTE);
    await reconcile(world, eventId);
    await tendImports(world);
  }
};
