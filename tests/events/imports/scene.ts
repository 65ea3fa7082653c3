import { expect } from 'vitest';
import { onImportStream } from '../../../functions/background/streams/on-import';
import type { Event } from '../../../functions/events/event/event';
import { getImport } from '../../../functions/events/imports/find';
import { type Import, importKey, importsTable } from '../../../functions/events/imports/import';
import { importList } from '../../../functions/events/imports/start';
import { tendImports } from '../../../functions/events/imports/tend';
import { everyRegistration } from '../../../functions/events/registrations/find';
import type { Registration } from '../../../functions/events/registrations/registration';
import { readList } from '../../../functions/events/rosters/read-list';
import type { Db } from '../../../functions/platform/store/db';
import { LostAnswer } from '../../../functions/platform/store/outcome';
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

/** What happens to a call: nothing is sent, it is done and its answer is lost, or it is sent only after something else. */
type Fault = { before?: Error; after?: Error; until?: Promise<unknown> };

/** The same world, whose calls to the tables fail as `faultOf` says; its argument counts the calls. */
export const faulty = (world: TestWorld, faultOf: (call: number) => Fault | undefined): World => {
  let calls = 0;
  const wrap = (db: Db): Db =>
    new Proxy(db, {
      get: (target, name) => {
        const value = Reflect.get(target, name);
        if (name === 'as') return (actor: string) => wrap(target.as(actor));
        if (typeof value !== 'function') return value;
        return (...args: unknown[]) => {
          if (name === 'each') return value.apply(target, args);
          const fault = faultOf(++calls);
          if (fault?.before) return Promise.reject(fault.before);
          const answer = fault?.until
            ? fault.until.then(() => value.apply(target, args))
            : value.apply(target, args);
          return fault?.after ? Promise.resolve(answer).then(() => Promise.reject(fault.after)) : answer;
        };
      },
    });
  return { ...world, db: wrap(world.db) };
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

/** An import, or an undo, that waits for a worker: what it has come to, and what it comes to where all goes well. */
export interface Waits {
  event: Event;
  id: string;
  check: () => Promise<object>;
  whole: object;
}

/** How many calls to the tables one worker makes for all of it. */
export const callsOfWhole = async (world: TestWorld, prepare: () => Promise<Waits>): Promise<number> => {
  const { id, check, whole } = await prepare();
  let calls = 0;
  const counting = faulty(world, (call) => {
    calls = call;
    return undefined;
  });
  await callImporter(counting, id);
  expect(await check()).toEqual(whole);
  return calls;
};

/** From this call on the process is dead: nothing is sent any more, nor is the lease given back. */
export const killed = (call: number, at: number): Fault | undefined =>
  call >= at ? { before: new Error('killed') } : undefined;
export const lost = (call: number, at: number): Fault | undefined =>
  call === at ? { after: new LostAnswer('lost') } : undefined;

/** For each of these calls: the first worker is disturbed there, and the work still comes to its whole end. */
export const mustEndWhole = async (
  world: TestWorld,
  prepare: () => Promise<Waits>,
  fault: typeof killed,
  { from, to, step }: { from: number; to: number; step: number },
): Promise<void> => {
  for (let at = from; at <= to; at += step) {
    const { event, id, check, whole } = await prepare();
    await callImporter(
      faulty(world, (call) => fault(call, at)),
      id,
    ).catch(() => undefined);
    await minutesLater(world, event.id);
    await runToEnd(world, id);
    expect({ at, ...(await check()) }).toEqual({ at, ...whole });
  }
};
