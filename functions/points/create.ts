import { mustBeInForce } from '../directory/units/choose';
import { readUnits } from '../directory/units/list';
import type { Event } from '../events/event/event';
import { getEvent } from '../events/event/get';
import type { Registration } from '../events/registrations/registration';
import { idOfForm, newId } from '../platform/keys/ids';
import { invalid, Problem } from '../platform/problem/problem';
import { iso } from '../platform/time/dates';
import type { World } from '../platform/world/world';
import { mustNameNoParty } from '../support/without-names';
import {
  decideBy,
  type OwnPointInput,
  PAPER_KINDS,
  type Point,
  type PointInput,
  pointItems,
  pointKey,
} from './point';

interface How {
  id?: string;
  sample?: true;
}
type ForEvent = Pick<Event, 'id' | 'title' | 'kind' | 'status' | 'startsAt'>;

/** Whether an event takes papers now: a conference or a forum that is published and has not begun. */
export const takesPapers = ({ kind, status, startsAt }: ForEvent, now: number): boolean =>
  PAPER_KINDS.includes(kind) && status === 'published' && iso(now) < startsAt;

/**
 * A registered person raises a paper for the event, or a difficulty. Before a conference begins, the difficulty belongs
 * to it.
 * @throws Problem as `createPoint`
 */
export const raisePoint = async (
  world: World,
  { registration, event }: { registration: Pick<Registration, 'id' | 'unitId'>; event: ForEvent },
  input: OwnPointInput,
  how: How = {},
): Promise<Point> =>
  store(
    world,
    { ...input, event: input.sort === 'paper' || takesPapers(event, world.now()) ? event : undefined },
    { registrationId: registration.id, ...(registration.unitId && { unitId: registration.unitId }) },
    how,
  );

/**
 * Staff enter what a unit or a body raised. Idempotent by `nonce`.
 * @throws Problem invalid `support-name` or `support-number` where a difficulty seems to name a party; invalid at `sort`
 *   `paper-not-taken` where the event takes no papers; invalid at `unitId`, `eventId`
 */
export const createPoint = async (
  world: World,
  { unitId, raisedBy, eventId, ...input }: PointInput,
  how: How = {},
): Promise<Point> => {
  if (unitId) mustBeInForce(await readUnits(world, unitId), unitId);
  const event = eventId ? await eventOr(world, eventId) : undefined;
  return store(world, { ...input, event }, { ...(unitId && { unitId }), ...(raisedBy && { raisedBy }) }, how);
};

const eventOr = async (world: World, id: string): Promise<Event> => {
  try {
    return await getEvent(world, id);
  } catch (error) {
    if (error instanceof Problem && error.kind === 'missing') throw invalid('eventId', 'event-unknown');
    throw error;
  }
};

const mustBeTaken = ({ sort, event }: { sort: string; event: ForEvent | undefined }, now: number): void => {
  if (sort !== 'paper') return;
  if (!event) throw invalid('eventId', 'paper-needs-event');
  if (!takesPapers(event, now)) throw invalid('sort', 'paper-not-taken');
};

const store = async (
  world: World,
  { sort, title, words, namesChecked, nonce, event }: OwnPointInput & { event: ForEvent | undefined },
  from: Pick<Point, 'registrationId' | 'unitId' | 'raisedBy'>,
  { id, sample }: How,
): Promise<Point> => {
  const asker = from.registrationId ?? world.db.actor;
  const known = id ?? (nonce ? idOfForm('point', asker, nonce) : newId('point', world.now()));
  // A repeat of a form is answered as the first time, also where the event has begun in between.
  const repeated = nonce && (await world.db.get(pointItems, pointKey(known), { consistent: true }));
  if (repeated) return repeated;
  if (sort === 'difficulty') mustNameNoParty({ words: `${title}\n${words}`, namesChecked });
  mustBeTaken({ sort, event }, world.now());
  const at = iso(world.now());
  const point: Point = {
    ...pointKey(known),
    id: known,
    kind: 'point',
    sort,
    title,
    words,
    ...(event && { eventId: event.id, eventTitle: event.title }),
    ...from,
    open: 'open',
    expectedBy: decideBy(at),
    ...(sample && { sample }),
    version: 1,
    createdAt: at,
    updatedAt: at,
  };
  const written = await world.db.putIf(pointItems, point, { if: 'attribute_not_exists(pk)' });
  return written.ok ? point : (written.found ?? point);
};
