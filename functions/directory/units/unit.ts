import * as z from 'zod';
import { line, optional } from '../../platform/input/fields';
import { table } from '../../platform/store/table';

export const UNIT_KINDS = ['province', 'city', 'district', 'commune', 'ward', 'township'] as const;

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
  kind: (typeof UNIT_KINDS)[number];
  parentId?: string;
  validFrom: string;
  validTo?: string;
  successorIds?: string[];
  /** Chosen by the plan as a pilot. */
  pilot?: boolean;
  /** Made up for the demo. */
  sample?: boolean;
  by?: string;
}

export const UnitInput = z.object({
  name: line(80),
  kind: z.enum(UNIT_KINDS),
  parentId: optional(z.string()),
  code: optional(line(20)),
});

export const unitsTable = table<Unit>({ name: 'units', key: { pk: 'pk', sk: 'sk' } });
