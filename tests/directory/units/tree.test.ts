import { describe, expect, test } from 'vitest';
import { refusalOfUnit } from '../../../functions/directory/units/choose';
import { lineage, type Units } from '../../../functions/directory/units/list';
import { areaOf, formerUnits, mayFillQuotaOf, unitsNow } from '../../../functions/directory/units/successors';
import type { Unit, UnitKind } from '../../../functions/directory/units/unit';
import { hasEnded, isInForce, treeOn } from '../../../functions/directory/units/validity';

const REFORM = '2025-07-01';
const unit = (id: string, kind: UnitKind, parentId?: string, more: Partial<Unit> = {}): Unit => ({
  pk: 'unit',
  sk: id,
  id,
  name: id.toUpperCase(),
  kind,
  ...(parentId && { parentId }),
  validFrom: '2004-01-01',
  ...more,
});
const ended = (...successorIds: string[]) => ({ validTo: REFORM, successorIds });
const since = { validFrom: REFORM };

/** Kiên Giang became a part of An Giang, its districts ended, communes were merged, divided, or went on. */
const all: Unit[] = [
  unit('kg', 'province', undefined, ended('ag')),
  unit('ag', 'province'),
  unit('goquao', 'district', 'kg', ended('moi', 'thuylieu2', 'xagoquao')),
  unit('kienluong', 'district', 'kg', ended('honnghe')),
  unit('dinhan', 'commune', 'goquao', ended('moi')),
  unit('thoiquan', 'commune', 'goquao', ended('moi', 'thuylieu2')),
  unit('thitran', 'township', 'goquao', ended('xagoquao')),
  unit('honnghe', 'commune', 'kienluong'),
  unit('phuquoc', 'city', 'kg', ended('pq')),
  unit('moi', 'commune', 'ag', since),
  unit('thuylieu2', 'commune', 'ag', since),
  unit('xagoquao', 'commune', 'ag', since),
  unit('pq', 'special-zone', 'ag', since),
  unit('slip', 'commune', 'ag', { validFrom: '2025-08-01', validTo: '2025-08-01' }),
  // One more merger, a year later.
  unit('moi2', 'commune', 'ag', { validFrom: '2026-07-01' }),
];
const on = (day: string, units = all): Units => ({ day, all: units, inForce: treeOn(units, day) });
const ids = (units: readonly Unit[]) => units.map((u) => u.id).sort();

describe('the tree of a day', () => {
  test('before the reform has three levels, after it two', () => {
    const before = treeOn(all, '2025-06-30');
    expect(lineage(before, 'dinhan').map((u) => u.id)).toEqual(['dinhan', 'goquao', 'kg']);
    expect(ids(before)).not.toContain('moi');
    const after = treeOn(all, REFORM);
    expect(lineage(after, 'moi').map((u) => u.id)).toEqual(['moi', 'ag']);
    expect(ids(after)).toEqual(['ag', 'honnghe', 'moi', 'pq', 'thuylieu2', 'xagoquao']);
  });

  test('a commune that goes on lies below the province that its own was merged into', () => {
    expect(lineage(treeOn(all, '2025-06-30'), 'honnghe').map((u) => u.id)).toEqual([
      'honnghe',
      'kienluong',
      'kg',
    ]);
    expect(lineage(treeOn(all, REFORM), 'honnghe').map((u) => u.id)).toEqual(['honnghe', 'ag']);
  });

  test('knows the days at their edges', () => {
    const dinhAn = all.find((u) => u.id === 'dinhan')!;
    expect([isInForce(dinhAn, '2025-06-30'), isInForce(dinhAn, REFORM)]).toEqual([true, false]);
    expect([hasEnded(dinhAn, '2025-06-30'), hasEnded(dinhAn, REFORM)]).toEqual([false, true]);
    const slip = all.find((u) => u.id === 'slip')!;
    expect([isInForce(slip, '2025-08-01'), hasEnded(slip, '2025-09-01')]).toEqual([false, false]);
  });

  test('ends where units name each other as parent or successor', () => {
    const loop = [
      unit('a', 'district', 'b', ended('b')),
      unit('b', 'district', 'a', ended('a')),
      unit('c', 'commune', 'a'),
    ];
    expect(treeOn(loop, REFORM).map((u) => [u.id, u.parentId])).toEqual([['c', undefined]]);
    expect(unitsNow(on(REFORM, loop), 'a')).toEqual([]);
    expect([...areaOf(loop, 'a')].sort()).toEqual(['a', 'b', 'c']);
  });
});

describe('what a unit is today', () => {
  test.each([
    ['dinhan', ['moi']],
    ['thoiquan', ['moi', 'thuylieu2']],
    ['goquao', ['moi', 'thuylieu2', 'xagoquao']],
    ['honnghe', ['honnghe']],
    ['phuquoc', ['pq']],
    ['kg', ['ag']],
    ['nothing', []],
    ['slip', []],
  ])('%s', (id, now) => {
    expect(ids(unitsNow(on(REFORM), id))).toEqual(now);
  });

  test('follows one merger after another', () => {
    const again = all.map((u) =>
      u.id === 'moi' ? { ...u, validTo: '2026-07-01', successorIds: ['moi2'] } : u,
    );
    expect(ids(unitsNow(on('2026-08-01', again), 'dinhan'))).toEqual(['moi2']);
    expect(ids(unitsNow(on('2026-08-01', again), 'thoiquan'))).toEqual(['moi2', 'thuylieu2']);
  });

  test('was known by other names before', () => {
    expect(ids(formerUnits(on(REFORM), 'moi'))).toEqual(['dinhan', 'thoiquan']);
    expect(formerUnits(on('2025-06-30'), 'moi')).toEqual([]);
    expect(formerUnits(on(REFORM), 'honnghe')).toEqual([]);
  });

  test('an ended unit is refused with what it is now, a future one is unknown', () => {
    expect(refusalOfUnit(on(REFORM), 'thoiquan')).toEqual({
      path: 'unitId',
      code: 'unit-ended',
      detail: { name: 'Xã THOIQUAN', since: '01/07/2025', now: 'Xã MOI; Xã THUYLIEU2' },
    });
    expect(refusalOfUnit(on('2025-06-30'), 'moi').code).toBe('unit-unknown');
    expect(refusalOfUnit(on(REFORM), 'none').code).toBe('unit-unknown');
  });
});

describe('the area of an officer', () => {
  test.each([
    // What was merged into a commune is looked after by it; so is what was divided, by each of its parts.
    ['moi', ['dinhan', 'moi', 'thoiquan']],
    ['thuylieu2', ['thoiquan', 'thuylieu2']],
    // An officer keeps what was theirs, and gets nothing of the successors.
    ['dinhan', ['dinhan']],
    ['goquao', ['dinhan', 'goquao', 'thitran', 'thoiquan']],
    // The records of a district do not pass to communes.
    ['honnghe', ['honnghe']],
    ['kg', ['dinhan', 'goquao', 'honnghe', 'kg', 'kienluong', 'phuquoc', 'thitran', 'thoiquan']],
  ])('of %s', (id, area) => {
    expect([...areaOf(all, id)].sort()).toEqual(area);
  });

  test('of a province holds all that lay in the one that was merged into it', () => {
    expect([...areaOf(all, 'ag')].sort()).toEqual(ids(all));
  });

  test('of one part of a divided district does not hold the communes of the other part', () => {
    const divided = [
      unit('old', 'district', 'p', ended('east', 'west')),
      unit('east', 'district', 'p', since),
      unit('west', 'district', 'p', since),
      unit('x', 'commune', 'old', ended('xeast')),
      unit('xeast', 'commune', 'east', since),
      unit('p', 'province'),
    ];
    expect([...areaOf(divided, 'east')].sort()).toEqual(['east', 'old', 'x', 'xeast']);
    expect([...areaOf(divided, 'west')].sort()).toEqual(['old', 'west']);
  });
});

describe('a quota of a unit', () => {
  test.each([
    ['dinhan', 'moi', true],
    ['goquao', 'moi', true],
    ['goquao', 'xagoquao', true],
    ['dinhan', 'thuylieu2', false],
    ['dinhan', 'dinhan', true],
    ['honnghe', 'moi', false],
    // A quota of a unit in force is not filled from elsewhere, although a part of it came from there.
    ['thuylieu2', 'moi', false],
    ['ag', 'moi', true],
    ['ag', 'honnghe', true],
  ])('of %s may be filled from %s: %s', (quotaUnit, id, may) => {
    expect(mayFillQuotaOf(on(REFORM), id, quotaUnit)).toBe(may);
  });
});
