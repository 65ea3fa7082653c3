import type { Db } from '../../platform/store/db';
import type { Ledger } from '../ledger/ledger';
import { ROOM_EVENT } from '../ledger/room';
import { queryAnew, queryAnyRoom, queryRoom } from './query-room';
import { blockItems, poolItems, poolKey } from './seat-tables';

const second = (ms: number): number => Math.floor(ms / 1000);
const blockKey = (event: string, block: string) => ({ pk: event, sk: block });

/** A claim in a block, made, replaced and removed. `now` in milliseconds. */
export const claimCalls = (
  db: Db,
  now: () => number,
): Pick<Ledger, 'claim' | 'swap' | 'remove' | 'grow' | 'shrink'> => ({
  claim: async (event, { id, block, pool }, share) => {
    if (share?.most === 0) return false;
    const counts = share ? ', #share = if_not_exists(#share, :none) + :one' : '';
    const isLeft = share?.most === undefined ? '' : ' AND (attribute_not_exists(#share) OR #share < :most)';
    const claimed = await db.updateIf(blockItems, blockKey(event, block), {
      expression: `held.#claim = :now, #count = #count + :one${counts}`,
      if: `#pool = :pool AND #count < #size AND attribute_not_exists(held.#claim) AND attribute_not_exists(#stopped)${isLeft}`,
      names: {
        '#claim': id,
        '#count': 'count',
        '#size': 'size',
        '#pool': 'pool',
        '#stopped': 'stopped',
        ...(share && { '#share': share.attribute }),
      },
      values: {
        ':now': second(now()),
        ':one': 1,
        ':pool': pool,
        ...(share && { ':none': 0 }),
        ...(share?.most !== undefined && { ':most': share.most }),
      },
    });
    return claimed.ok;
  },
  swap: async (event, old, fresh) => {
    const swapped = await db.updateIf(blockItems, blockKey(event, old.block), {
      expression: 'held.#fresh = :now',
      remove: ['held.#old'],
      if: '#pool = :pool AND attribute_exists(held.#old) AND attribute_not_exists(#stopped) AND (attribute_not_exists(lateFrom) OR lateFrom > :at)',
      names: { '#old': old.id, '#fresh': fresh.id, '#pool': 'pool', '#stopped': 'stopped' },
      values: { ':now': second(now()), ':pool': old.pool, ':at': now() },
    });
    return swapped.ok;
  },
  remove: async (event, { id, block, pool }, counted) => {
    const removed = await db.updateIf(blockItems, blockKey(event, block), {
      expression: `#count = #count - :one${counted ? ', #share = #share - :one' : ''}`,
      remove: ['held.#claim'],
      if: '#pool = :pool AND attribute_exists(held.#claim)',
      names: { '#claim': id, '#count': 'count', '#pool': 'pool', ...(counted && { '#share': counted }) },
      values: { ':one': 1, ':pool': pool },
    });
    return removed.ok;
  },
  grow: async (event, { id, block, pool }) => {
    const grown = await db.updateIf(blockItems, blockKey(event, block), {
      expression: 'held.#claim = :now, #count = #count + :one, #size = #size + :one',
      if: '#pool = :pool AND attribute_not_exists(held.#claim) AND attribute_not_exists(#stopped)',
      names: { '#claim': id, '#count': 'count', '#size': 'size', '#pool': 'pool', '#stopped': 'stopped' },
      values: { ':now': second(now()), ':one': 1, ':pool': pool },
    });
    return grown.ok;
  },
  shrink: async (event, { id, block }) => {
    const shrunk = await db.updateIf(blockItems, blockKey(event, block), {
      expression: '#count = #count - :one, #size = #size - :one',
      remove: ['held.#claim'],
      if: 'attribute_exists(held.#claim)',
      names: { '#claim': id, '#count': 'count', '#size': 'size' },
      values: { ':one': 1 },
    });
    return shrunk.ok;
  },
});

/** An event with its pools and blocks. `now` in milliseconds. */
export const roomCalls = (db: Db, now: () => number): Pick<Ledger, 'room' | 'anyRoom' | 'roomAnew'> => {
  const attributes = (counted?: string) => (counted ? [...ROOM_EVENT, counted] : ROOM_EVENT);
  return {
    room: (event, counted) => queryRoom(db, event, attributes(counted)),
    anyRoom: (event, counted) => queryAnyRoom({ db, now }, event, attributes(counted)),
    roomAnew: (event, counted) => queryAnew({ db, now }, event, attributes(counted)),
  };
};

/** The blocks themselves: which there are, of which pool, how large. */
export const blockCalls = (
  db: Db,
): Pick<Ledger, 'block' | 'blocks' | 'addBlock' | 'resize' | 'relabel' | 'stop' | 'pace'> => ({
  block: (event, block) => db.get(blockItems, blockKey(event, block), { consistent: true }),
  blocks: (event) =>
    db.all(blockItems, {
      where: 'pk = :pk AND begins_with(sk, :block)',
      values: { ':pk': event, ':block': 'block#' },
      consistent: true,
    }),
  addBlock: async (event, { sk, pool, size, stopped, lateFrom }) => {
    const block = {
      ...blockKey(event, sk),
      pool,
      size,
      count: 0,
      held: {},
      ...(stopped && { stopped }),
      ...(lateFrom !== undefined && { lateFrom }),
    };
    return (await db.putIf(blockItems, block, { if: 'attribute_not_exists(pk)' })).ok;
  },
  resize: async (event, block, size) => {
    const resized = await db.updateIf(blockItems, blockKey(event, block.sk), {
      set: { size },
      if: '#size = :seen AND #count <= :size AND #pool = :pool',
      names: { '#size': 'size', '#count': 'count', '#pool': 'pool' },
      values: { ':seen': block.size, ':size': size, ':pool': block.pool },
    });
    return resized.ok;
  },
  relabel: async (event, block, from, to) => {
    const relabelled = await db.updateIf(blockItems, blockKey(event, block), {
      set: { pool: to },
      if: '#pool = :from',
      names: { '#pool': 'pool' },
      values: { ':from': from },
    });
    return relabelled.ok;
  },
  stop: async (event, block, stopped) => {
    await db.updateIf(blockItems, blockKey(event, block), {
      set: { stopped: stopped || undefined },
      if: 'attribute_exists(pk)',
    });
  },
  pace: async (event, block, lateFrom) => {
    await db.updateIf(blockItems, blockKey(event, block), { set: { lateFrom }, if: 'attribute_exists(pk)' });
  },
});

export const poolCalls = (db: Db): Pick<Ledger, 'addPool' | 'mark' | 'unmark'> => ({
  addPool: async (event, { pool, label }) => {
    await db.update(poolItems, poolKey(event, pool), { set: { pool, ...(label && { label }) } });
  },
  mark: async (event, pool, at) => {
    await db.update(poolItems, poolKey(event, pool), { set: { pool, wait: at } });
  },
  unmark: async (event, pool, seen) => {
    const unmarked = await db.updateIf(poolItems, poolKey(event, pool), {
      set: { wait: undefined },
      if: '#wait = :seen',
      names: { '#wait': 'wait' },
      values: { ':seen': seen },
    });
    return unmarked.ok;
  },
});
