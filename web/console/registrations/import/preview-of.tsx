import { listBodies } from '../../../../functions/directory/bodies/list';
import { lineage, readUnits } from '../../../../functions/directory/units/list';
import type { Unit } from '../../../../functions/directory/units/unit';
import type { Event } from '../../../../functions/events/event/event';
import { readRoom } from '../../../../functions/events/event/room';
import { countWaiting } from '../../../../functions/events/registrations/count-waiting';
import { mustTakePlace } from '../../../../functions/events/registrations/eligibility';
import { seatsAfter } from '../../../../functions/events/registrations/register/forecast';
import { registeredIn } from '../../../../functions/events/rosters/again/registered';
import type { ImportRow } from '../../../../functions/events/rosters/import-row';
import { unreadableBy } from '../../../../functions/events/rosters/open-list';
import { planRows } from '../../../../functions/events/rosters/plan-import';
import {
  type ListChoices,
  type OrganizersList,
  withAnswers,
} from '../../../../functions/events/rosters/read-list';
import type { FieldError } from '../../../../functions/platform/problem/problem';
import type { Page } from '../../../env';
import type { AgainAnswers } from '../../../parts/rosters/again-answers';
import { carriedList, type PostedList } from '../../../parts/rosters/list-form';
import { emptySeen, type Wanted } from './look';
import { lookingAgain } from './look-again';
import { ImportPreview } from './preview';

/** Planned together, so that no more registrations than these are in memory at once. */
const TOGETHER = 500;

interface Asked {
  event: Event;
  units: readonly Unit[];
  unitId?: string | undefined;
  choices: ListChoices;
  answers: AgainAnswers;
  posted: PostedList;
  list: OrganizersList;
  /** The rows that are to be shown. */
  wanted: Wanted;
  /** Why nothing was written. */
  errors?: readonly FieldError[];
}

/** The page that says what the list would do. Writes nothing. */
export const previewOf = async (c: Page, asked: Asked) => {
  const { event, units, unitId, choices, answers, posted, list, wanted, errors = [] } = asked;
  const world = c.get('world');
  mustTakePlace(event, world.now());
  const { people } = list;
  const unreadable = unreadableBy(list);
  const seen = emptySeen(people);
  const looking = lookingAgain({ seen, wanted, answers, fallback: unitId });
  const plan = async function* (rows: readonly ImportRow[]) {
    for (let from = 0; from < rows.length; from += TOGETHER)
      yield* await planRows(world, event, rows.slice(from, from + TOGETHER), unitId);
  };
  if (!unreadable) for await (const row of plan(people)) looking.take(row);
  if (people.some(({ person }) => person && !person.unitId && !person.bodyId)) looking.places.add(unitId);
  const { all } = await readUnits(world);
  const [room, waiting, bodies, onSystem] = await Promise.all([
    readRoom(world, event.id),
    countWaiting(world, event),
    listBodies(world),
    registeredIn(world, event, { isMeant: inPlaces(looking.places, all), phones: looking.phones }),
  ]);
  const again = await looking.end(onSystem, list.reading, (corrects) => {
    const corrected = people.filter(({ row }) => corrects.has(row));
    return plan(withAnswers(corrected, { corrects }));
  });
  const after = seatsAfter({ room, waiting, units }, seen.newcomers);
  return c.html(
    <ImportPreview
      c={c}
      event={event}
      carried={carriedList(posted, list)}
      unitId={unitId}
      choices={choices}
      list={list}
      unreadable={unreadable}
      errors={errors}
      seen={seen}
      again={again}
      answers={answers}
      wanted={wanted}
      after={after}
      places={{ units, bodies }}
    />,
  );
};

/** Whether a person belongs to a unit or body of the list, or below it: of others the list says nothing. */
const inPlaces = (named: ReadonlySet<string | undefined>, units: readonly Unit[]) => {
  const known = new Map<string, boolean>();
  const isIn = (unitId: string): boolean => {
    const found = known.get(unitId) ?? lineage(units, unitId).some(({ id }) => named.has(id));
    known.set(unitId, found);
    return found;
  };
  return ({ unitId, bodyId }: { unitId?: string | undefined; bodyId?: string | undefined }): boolean =>
    (bodyId !== undefined && named.has(bodyId)) || (unitId !== undefined && isIn(unitId));
};
