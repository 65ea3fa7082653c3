import type { Body } from '../../../functions/directory/bodies/body';
import { listBodies } from '../../../functions/directory/bodies/list';
import { readUnits, type Units } from '../../../functions/directory/units/list';
import type { Unit } from '../../../functions/directory/units/unit';
import type { Registration } from '../../../functions/events/registrations/registration';
import type { World } from '../../../functions/platform/world/world';

/** Where people come from: the districts and communes in force, and the bodies of the directory. */
export interface Places {
  units: readonly Unit[];
  /** All units, ended ones too. */
  known: Units;
  bodies: readonly Body[];
  /** The unit of a registration, as it was named on the day, where it is no longer in force. */
  recorded?: { unitId: string; unitName: string };
}

/**
 * @param registration whose form is shown
 * @param named what a form that was sent names: a unit or body may have been added a moment ago
 */
export const readPlaces = async (
  world: World,
  registration?: Pick<Registration, 'unitId' | 'unitName'>,
  named: {
    districtId?: string | undefined;
    communeId?: string | undefined;
    bodyId?: string | undefined;
  } = {},
): Promise<Places> => {
  const [known, bodies] = await Promise.all([
    readUnits(world, named.communeId ?? named.districtId),
    listBodies(world, named.bodyId ? [named.bodyId] : []),
  ]);
  const { unitId, unitName = '' } = registration ?? {};
  const ended = unitId && !known.inForce.some(({ id }) => id === unitId);
  return { units: known.inForce, known, bodies, ...(ended && { recorded: { unitId, unitName } }) };
};
