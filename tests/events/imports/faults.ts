import { expect } from 'vitest';
import type { Event } from '../../../functions/events/event/event';
import type { Db } from '../../../functions/platform/store/db';
import { LostAnswer } from '../../../functions/platform/store/outcome';
import type { World } from '../../../functions/platform/world/world';
import type { TestWorld } from '../../support/world';
import { callImporter, minutesLater, runToEnd } from './scene';

/** Makes a call to the tables, or something else in its place. */
type Instead = (call: () => Promise<unknown>, name: string, args: never[]) => unknown;

/** The same world, with something in the place of each call to its tables. */
const withCalls = <W extends World>(world: W, instead: Instead): W => {
  const wrap = (db: Db): Db =>
    new Proxy(db, {
      get: (target, name) => {
        const value = Reflect.get(target, name);
        if (name === 'as') return (actor: string) => wrap(target.as(actor));
        if (typeof value !== 'function' || name === 'each') return value;
        return (...args: never[]) => instead(() => value.apply(target, args), String(name), args);
      },
    });
  return { ...world, db: wrap(world.db) };
};

/** The same world; `first` is done before each call of one kind, with what the call is made with. */
export const preceding = <W extends World>(
  world: W,
  kind: keyof Db,
  first: (...args: never[]) => unknown,
): W =>
  withCalls(world, async (call, name, args) => {
    if (name === kind) await first(...args);
    return call();
  });

/** Does it at the first call alone. */
export const once = (act: () => Promise<unknown>): (() => Promise<unknown>) => {
  let done: Promise<unknown> | undefined;
  return () => (done ??= act());
};

/** What happens to a call: nothing is sent, it is done and its answer is lost, or it is sent only after something else. */
type Fault = { before?: Error; after?: Error; until?: Promise<unknown> };

/** The same world, whose calls to the tables fail as `faultOf` says; its argument counts the calls. */
export const faulty = (world: TestWorld, faultOf: (call: number) => Fault | undefined): World => {
  let calls = 0;
  return withCalls(world, async (call) => {
    const fault = faultOf(++calls);
    if (fault?.before) throw fault.before;
    await fault?.until;
    const answer = await call();
    if (fault?.after) throw fault.after;
    return answer;
  });
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
