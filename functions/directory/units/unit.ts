import { table } from '../../platform/store/table';

export const UNIT_KINDS = [
  'province',
  'city',
  'town',
  'district',
  'commune',
  'ward',
  'township',
  'special-zone',
] as const;
export type UnitKind = (typeof UNIT_KINDS)[number];

/**
 * An administrative area. Official codes were reused with new meanings in 2025, so a unit has an id of
 * its own, a span of validity, and many-to-many successors. All units stand in one partition: a
 * province has a few hundred.
 */
export interface Unit {
  pk: 'unit';
  sk: string;
  id: string;
  code?: string;
  name: string;
  kind: UnitKind;
  parentId?: string;
  /** The first day on which it is in force: `2025-07-01`, in Vietnam. */
  validFrom: string;
  /** The first day on which it is no longer in force. */
  validTo?: string;
  /** The units that it was merged into or divided among. */
  successorIds?: string[];
  /** The years in which it is in the pilot of a plan; without `to` the pilot goes on. */
  pilot?: { from: number; to?: number };
  /** Made up for the demo. */
  sample?: boolean;
  /** Absent is 1: units of before edits had none. */
  version?: number;
  by?: string;
}

/** Its stream feeds the history alone: units are few and change rarely. */
export const unitsTable = table<Unit>({ name: 'units', key: { pk: 'pk', sk: 'sk' }, stream: true });
