import { allUnits } from '../../directory/units/list';
import { unitLabel } from '../../directory/units/words';
import { getEvents } from '../../events/event/get';
import type { World } from '../../platform/world/world';
import type { Pledge } from './pledge';

/** Names of events and units, by their ids. */
export interface Named {
  events: ReadonlyMap<string, string>;
  units: ReadonlyMap<string, string>;
}

/** The names that pledges need. One call for a hundred events. */
export const namesFor = async (world: World, pledges: readonly Pick<Pledge, 'eventId'>[]): Promise<Named> => {
  const events = await getEvents(
    world,
    pledges.flatMap(({ eventId }) => eventId ?? []),
  );
  const units = await allUnits(world);
  return {
    events: new Map([...events.values()].map(({ id, title }) => [id, title])),
    units: new Map(units.map((unit) => [unit.id, unitLabel(unit)])),
  };
};
