import type { Forgotten } from '../../events/person/forgotten';
import type { World } from '../../platform/world/world';
import type { Person } from '../person/gather';

export const PLACES = [
  'registrations',
  'register',
  'ethnicity',
  'rolls',
  'notices',
  'mails',
  'imports',
  'bodies',
  'records',
  'invitations',
  'nominations',
  'requests',
  'support',
  'points',
  'handouts',
  'confirmations',
  'experts',
  'broadcasts',
  'history',
] as const;
export type PlaceName = (typeof PLACES)[number];

/** What is said as a number of things. History holds nothing of the person; ethnic origin is not hinted at. */
export const COUNTED_PLACES = PLACES.filter((place) => place !== 'history' && place !== 'ethnicity');

/** One thing that is kept of a person. */
export interface Kept {
  place: PlaceName;
  /** The id of the thing that holds it. */
  id: string;
  eventId?: string | undefined;
  /** What it says of the person. */
  values: Record<string, unknown>;
}

/** A place where something of a person may stand. What is done twice there is done once. */
export interface Place {
  find(world: World, person: Person): Promise<Kept[]>;
  /** @returns how many things lost what they said of the person */
  forget(world: World, person: Person, mark: Forgotten): Promise<number>;
}
