import { listBodies } from '../../../../functions/directory/bodies/list';
import type { Unit } from '../../../../functions/directory/units/unit';
import type { Event } from '../../../../functions/events/event/event';
import { readRoom } from '../../../../functions/events/event/room';
import { countWaiting } from '../../../../functions/events/registrations/count-waiting';
import { mustTakePlace } from '../../../../functions/events/registrations/eligibility';
import { seatsAfter } from '../../../../functions/events/rosters/forecast';
import { unreadableBy } from '../../../../functions/events/rosters/open-list';
import { planRows } from '../../../../functions/events/rosters/plan-import';
import type { ListChoices, OrganizersList } from '../../../../functions/events/rosters/read-list';
import type { Page } from '../../../env';
import { carriedList, type PostedList } from '../../../parts/rosters/list-form';
import { emptySeen, lookAt, type Wanted } from './look';
import { ImportPreview } from './preview';

/** Planned together, so that no more registrations than these are in memory at once. */
const TOGETHER = 500;

interface Asked {
  event: Event;
  units: readonly Unit[];
  unitId?: string | undefined;
  choices: ListChoices;
  posted: PostedList;
  list: OrganizersList;
  /** The rows that are to be shown. */
  wanted: Wanted;
}

/** The page that says what the list would do. Writes nothing. */
export const previewOf = async (c: Page, { event, units, unitId, choices, posted, list, wanted }: Asked) => {
  const world = c.get('world');
  mustTakePlace(event, world.now());
  const { people } = list;
  const unreadable = unreadableBy(list);
  const seen = emptySeen(people);
  for (let from = 0; from < people.length && !unreadable; from += TOGETHER)
    for (const row of await planRows(world, event, people.slice(from, from + TOGETHER), unitId))
      lookAt(seen, row, wanted);
  const [room, waiting, bodies] = await Promise.all([
    readRoom(world, event.id),
    countWaiting(world, event),
    listBodies(world),
  ]);
  return c.html(
    <ImportPreview
      c={c}
      event={event}
      carried={carriedList(posted, list)}
      unitId={unitId}
      choices={choices}
      list={list}
      unreadable={unreadable}
      seen={seen}
      wanted={wanted}
      after={seatsAfter({ room, waiting, units }, seen.newcomers)}
      places={{ units, bodies }}
    />,
  );
};
