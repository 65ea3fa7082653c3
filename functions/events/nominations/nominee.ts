import * as z from 'zod';
import { liesIn } from '../../directory/units/list';
import type { Unit } from '../../directory/units/unit';
import { invalid, Problem } from '../../platform/problem/problem';
import type { Event } from '../event/event';
import { Particulars } from '../person/person-fields';
import { mustBePublished } from '../registrations/eligibility';
import { BASES, type Registration } from '../registrations/registration';
import { mayNominate } from './may';
import type { Nomination } from './nomination';

/** A person whom an officer nominates, and the basis on which the data may be used. */
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

/** People of a body may name their unit as well; people of a unit who name none get the unit of the quota. */
export const withAffiliation = ({ unitId, bodyId }: Nomination, p: Particulars): Particulars =>
  bodyId ? { ...p, bodyId } : { ...p, unitId: p.unitId ?? unitId };

/**
 * A unit's link nominates people of the unit and of the units below it, a body's link people of the body.
 * @throws Problem invalid `unit-outside`, `body-outside`
 */
export const mustBelong = (
  { unitId, bodyId }: Nomination,
  units: readonly Unit[],
  p: Pick<Particulars, 'unitId' | 'bodyId'>,
): void => {
  if (p.bodyId && p.bodyId !== bodyId) throw invalid('bodyId', 'body-outside');
  if (unitId && p.unitId && p.unitId !== unitId && !liesIn(units, p.unitId, unitId))
    throw invalid('unitId', 'unit-outside');
};

/** @throws Problem conflict `nomination-closed`, or the event's status */
export const mustTakeNominees = (nomination: Nomination, event: Event, now: number): void => {
  mustBePublished(event);
  if (!mayNominate(nomination, event, now).name) throw new Problem('conflict', 'nomination-closed');
};
