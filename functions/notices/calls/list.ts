import { listBodies } from '../../directory/bodies/list';
import { lineage, readUnits, type Units } from '../../directory/units/list';
import { isInArea } from '../../directory/units/successors';
import { unitLine } from '../../directory/units/words';
import type { Event } from '../../events/event/event';
import { getEvents } from '../../events/event/get';
import { nominatorOf } from '../../events/nominations/nomination';
import { callsInBrief } from '../../outbox/calls/in-brief';
import type { LineInBrief } from '../../outbox/deliveries/notices-table';
import { found } from '../../platform/text/search';
import type { World } from '../../platform/world/world';
import { isUrgent, newsRank } from './urgency';

/** A line of the call list with what places it there. */
export interface PlacedCall extends LineInBrief {
  event?: Event | undefined;
  /** It must be told today. */
  urgent: boolean;
  /** The person's unit: `Xã Định An, huyện Gò Quao`. */
  place: string;
}

export interface CallList {
  lines: PlacedCall[];
  units: Units;
  /** The name of the unit or body with this id, as a caller. */
  callerName: (id: string) => string;
}

const collator = new Intl.Collator('vi');
/** Of what is written in ASCII: a collator would take its time for thousands. */
const compared = (a: string, b: string): number => (a === b ? 0 : a < b ? -1 : 1);

/** By what must be told today, by the day of the event, by the kind of news, by place; then the longest waiting. */
const byUrgency = (a: PlacedCall, b: PlacedCall): number =>
  Number(b.urgent) - Number(a.urgent) ||
  compared(a.event?.startsAt ?? '9', b.event?.startsAt ?? '9') ||
  compared(a.eventId ?? '', b.eventId ?? '') ||
  newsRank(a.template) - newsRank(b.template) ||
  (a.place === b.place ? 0 : collator.compare(a.place, b.place)) ||
  compared(a.dueAt, b.dueAt);

const placeNames = ({ all }: Units) => {
  const names = new Map<string, string>();
  return (id: string | undefined): string => {
    if (!id) return '';
    const known = names.get(id) ?? unitLine(lineage(all, id));
    names.set(id, known);
    return known;
  };
};

/**
 * The whole call list, the most urgent line first. It is read without its words, so that every count is of all lines:
 * calls to the table for 3,000 lines are one or two, beside one for their events and one for the units.
 * @param includes only lines for which this is true
 */
export const readCallList = async (
  world: World,
  includes?: (line: LineInBrief) => boolean,
): Promise<CallList> => {
  const [brief, units] = await Promise.all([callsInBrief(world, includes), readUnits(world)]);
  const events = await getEvents(
    world,
    brief.flatMap(({ eventId }) => eventId ?? []),
  );
  const now = world.now();
  const placeOf = placeNames(units);
  const lines = brief.map((line): PlacedCall => {
    const event = events.get(line.eventId ?? '');
    return { ...line, event, urgent: isUrgent(line, event, now), place: placeOf(line.unitId) };
  });
  return { lines: lines.sort(byUrgency), units, callerName: await callerNames(world, brief, placeOf) };
};

/** The unit or body whose officer calls the person; undefined where the organizer does. */
export const callerOf = ({ owner }: Pick<LineInBrief, 'owner'>): string | undefined =>
  owner === undefined ? undefined : nominatorOf(owner);

/** The directory of bodies is read only where one of them calls. */
const callerNames = async (
  world: World,
  lines: readonly LineInBrief[],
  unitName: (id: string) => string,
): Promise<CallList['callerName']> => {
  const isBody = (id: string | undefined) => id?.startsWith('bod_') ?? false;
  const bodies = lines.some((line) => isBody(callerOf(line))) ? await listBodies(world) : [];
  const names = new Map(bodies.map(({ id, name }) => [id, name]));
  return (id) => (isBody(id) ? (names.get(id) ?? '') : unitName(id));
};

/** The unit that nominated the person calls them, by its own link; else the organizer does. */
export const isCalledByUnit = ({ owner }: Pick<LineInBrief, 'owner'>): boolean =>
  owner?.startsWith('nom_') ?? false;

/** Which lines are asked for; what is left out does not matter. */
export interface CallFilter {
  search?: string | undefined;
  eventId?: string | undefined;
  template?: string | undefined;
  /** A district or commune of the person. */
  area?: string | undefined;
  /** Who calls: `ours` the organizer, `units` any unit or body, else the unit or body with this id. */
  caller?: string | undefined;
  /** What must be told today alone. */
  urgent?: boolean | undefined;
}

const isCalledBy = (line: LineInBrief, caller: string): boolean => {
  if (caller === 'ours' || caller === 'units') return isCalledByUnit(line) === (caller === 'units');
  return callerOf(line) === caller;
};

/** The lines that a filter leaves, in their order; with a search, the best found first. */
export const filteredCalls = (
  { lines, units }: Pick<CallList, 'lines' | 'units'>,
  { search, eventId, template, area, caller, urgent }: CallFilter,
): PlacedCall[] =>
  found(
    lines.filter(
      (line) =>
        (!eventId || line.eventId === eventId) &&
        (!template || line.template === template) &&
        (!area || isInArea(units.all, line.unitId, area)) &&
        (!caller || isCalledBy(line, caller)) &&
        (!urgent || line.urgent),
    ),
    search,
    ({ name, phone, place }) => ({ name, numbers: [phone], texts: [place] }),
  );

/** How many people these lines are for: one person may be told two things. */
export const countPeople = (lines: readonly Pick<LineInBrief, 'pk'>[]): number =>
  new Set(lines.map(({ pk }) => pk)).size;
