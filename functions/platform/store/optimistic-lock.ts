import type { Change, Condition, Conditional } from './expressions';

/** True only while the stored item still has the version that was read. */
export const ifVersion = (read: number, also: Condition = {}): Conditional<Condition> => ({
  if: also.if ? `#version = :version AND (${also.if})` : '#version = :version',
  names: { ...also.names, '#version': 'version' },
  values: { ...also.values, ':version': read },
});

/**
 * A change that is written only while the item still has the version that was read. It raises the version, so
 * of two editors who read the same version only the first one writes.
 * @example const written = await db.updateIf(bodiesTable, key, nextVersion(body.version, { set: { name } }));
 */
export const nextVersion = (read: number, change: Change): Conditional<Change> => ({
  ...change,
  set: { ...change.set, version: read + 1 },
  ...ifVersion(read, change),
});
