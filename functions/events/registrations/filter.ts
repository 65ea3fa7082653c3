import { isInArea } from '../../directory/units/successors';
import type { Unit } from '../../directory/units/unit';
import { isPresent, type RegistrationStatus } from '../../seats/ledger/entry';
import type { NEEDS } from '../person/person-fields';
import type { Listed } from './registration';

export const WAYS = ['hall', 'online'] as const;
export const PRESENCES = ['came', 'absent'] as const;

/** Which of an event's registrations are asked for; what is left out does not matter. */
export interface RegistrationFilter {
  status?: RegistrationStatus;
  /** A district or commune: the units below it, and those that were merged into it, count as well. */
  area?: string;
  way?: (typeof WAYS)[number];
  /** Seen on any day; or expected, and not seen yet. */
  presence?: (typeof PRESENCES)[number];
  need?: (typeof NEEDS)[number];
  /** Registered from one network on one day. */
  network?: string;
}

/** Whether a registration is one of those. @param units all of them, ended ones too */
export const fits =
  (units: readonly Unit[], { status, area, way, presence, need, network }: RegistrationFilter) =>
  (r: Pick<Listed, 'status' | 'unitId' | 'online' | 'came' | 'network' | (typeof NEEDS)[number]>): boolean =>
    (!status || r.status === status) &&
    (!area || isInArea(units, r.unitId, area)) &&
    (!way || (way === 'online') === Boolean(r.online)) &&
    (!presence || (presence === 'came' ? isPresent(r) : r.status === 'confirmed' && !isPresent(r))) &&
    (!need || Boolean(r[need])) &&
    (!network || r.network === network);

/** Whether anything is asked for at all. */
export const isFiltered = (filter: RegistrationFilter): boolean => Object.values(filter).some(Boolean);
