import { parse } from '../contract/parse';
import { type FieldError, Problem } from '../problem';
import { particularsIn } from '../registrations/import/particulars';
import { type ListRow, readRows } from '../registrations/import/rows';
import { plain } from '../text';
import { lineage, listUnits, unitLabel } from '../units/list';
import type { Unit } from '../units/unit';
import type { World } from '../world';
import { NomineeInput } from './name';
import type { Nomination } from './nomination';

/** As many as the largest quota. */
const MOST = 500;

export interface PastedRow extends Pick<ListRow, 'row' | 'cells'> {
  /** The unit as it was written. */
  unit?: string;
  nominee?: NomineeInput;
  errors: FieldError[];
}

/** Reads rows pasted from Excel. Nothing is written; every row says what is wrong with it. */
export const readPasted = async (
  world: World,
  nomination: Nomination,
  text: string,
  basis: NomineeInput['basis'],
): Promise<PastedRow[]> => {
  if (text.length > 200_000) throw new Problem('too-large', 'too-large');
  const units = await listUnits(world);
  return readRows(text, MOST).map(({ row, cells, said }) => {
    const { unit } = said;
    const read = { row, cells, ...(unit && { unit }) };
    try {
      const nominee = parse(NomineeInput, {
        ...particularsIn(said),
        basis,
        ...(unit && unitBelow(unit, units, nomination)),
      });
      return { ...read, errors: [], nominee };
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      return { ...read, errors: error.fields };
    }
  });
};

/** The unit of that name below the nominating one; an unknown name is left to the nomination's own unit. */
const unitBelow = (said: string, units: readonly Unit[], nomination: Nomination): { unitId?: string } => {
  const wanted = plain(said);
  const hit = units.find(
    (u) =>
      (plain(u.name) === wanted || plain(unitLabel(u)) === wanted) &&
      (!nomination.unitId || lineage(units, u.id).some((above) => above.id === nomination.unitId)),
  );
  return hit ? { unitId: hit.id } : {};
};
