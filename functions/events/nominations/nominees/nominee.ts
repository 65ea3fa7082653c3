import * as z from 'zod';
import { refusalOfUnit } from '../../../directory/units/choose';
import type { Units } from '../../../directory/units/list';
import { mayFillQuotaOf, unitsNow } from '../../../directory/units/successors';
import { unitLabel } from '../../../directory/units/words';
import { invalid, Problem } from '../../../platform/problem/problem';
import type { Event } from '../../event/event';
import { Particulars } from '../../person/person-fields';
import { mustBePublished } from '../../registrations/eligibility';
import { BASES, type Registration } from '../../registrations/registration';
import { mayNominate } from '../may';
import type { Nomination } from '../nomination';

/** A person that an officer nominates, and the basis on which the data may be used. */
export const NomineeInput = z.strictObject({
  ...Particulars.shape,
  /** `paper`: the person signed, the officer attests it. `legal`: another configured basis. */
  basis: z.enum(BASES),
  another: z.boolean().default(false),
  /** If the event is held both ways: takes part online, with a seat of the quota as well. */
  online: z.boolean().optional(),
});
export type NomineeInput = z.output<typeof NomineeInput>;

/**
 * Whether a nominee equals the record, so that nominating the same person again is idempotent. A field that is
 * left out is not compared. The name is not compared either: the record was found by it.
 */
export const isSameNominee = (
  nominee: Particulars & { online?: boolean | undefined },
  registration: Registration,
): boolean =>
  Object.entries(nominee).every(
    ([name, value]) =>
      value === undefined ||
      name === 'fullName' ||
      value === (registration[name as keyof Registration] ?? false),
  );

/**
 * People of a body may name their unit as well; people of a unit who name none get the unit of the quota, or the one
 * that it was merged into meanwhile.
 * @throws Problem invalid `unit-split` where it was divided among several, `unit-ended`
 */
export const withAffiliation = (
  { unitId, bodyId }: Nomination,
  units: Units,
  p: Particulars,
): Particulars => {
  if (bodyId) return { ...p, bodyId };
  return p.unitId || !unitId ? p : { ...p, unitId: quotaUnitNow(units, unitId) };
};

const quotaUnitNow = (units: Units, unitId: string): string => {
  const [unit, ...others] = unitsNow(units, unitId);
  if (!unit) throw new Problem('invalid', 'invalid', {}, [refusalOfUnit(units, unitId)]);
  if (others.length)
    throw invalid('unitId', 'unit-split', { units: [unit, ...others].map(unitLabel).join('; ') });
  return unit.id;
};

/**
 * A unit's link nominates people of the unit and of the units below it, a body's link people of the body. Where the
 * unit has ended, its quota is filled from the units that took over.
 * @throws Problem invalid `unit-outside`, `body-outside`
 */
export const mustBelong = (
  { unitId, bodyId }: Nomination,
  units: Units,
  p: Pick<Particulars, 'unitId' | 'bodyId'>,
): void => {
  if (p.bodyId && p.bodyId !== bodyId) throw invalid('bodyId', 'body-outside');
  if (unitId && p.unitId && p.unitId !== unitId && !mayFillQuotaOf(units, p.unitId, unitId))
    throw invalid('unitId', 'unit-outside');
};

/** @throws Problem conflict `nomination-closed`, or the event's status */
export const mustTakeNominees = (nomination: Nomination, event: Event, now: number): void => {
  mustBePublished(event);
  if (!mayNominate(nomination, event, now).name) throw new Problem('conflict', 'nomination-closed');
};
