import { BodyInput } from '../../../functions/directory/bodies/body';
import { createBody } from '../../../functions/directory/bodies/create';
import type { Event } from '../../../functions/events/event/event';
import { EventInput } from '../../../functions/events/event/event-input';
import { createEvent } from '../../../functions/events/scheduling/create';
import { publishEvent } from '../../../functions/events/scheduling/publish';
import { parse } from '../../../functions/platform/input/parse';
import { DAY, instant, localDate } from '../../../functions/platform/time/dates';
import type { World } from '../../../functions/platform/world/world';

export const addBody = (world: World, name: string, kind: BodyInput['kind'] = 'department') =>
  createBody(world, parse(BodyInput, { name, kind }));

/** A day from today at a time in Vietnam, as an instant. */
export const onDay = (world: World, days: number, time: string): string =>
  instant(localDate(world.now() + days * DAY), time)!;

/** A published event in `days` days; whatever `input` says stands above the usual. */
export const addEvent = async (
  world: World,
  days: number,
  input: Record<string, unknown> = {},
  publish = true,
): Promise<Event> => {
  const event = await createEvent(
    world,
    parse(EventInput, {
      kind: 'training',
      admission: 'open',
      title: 'Tập huấn kỹ năng hòa giải ở cơ sở',
      startsAt: onDay(world, days, '07:30'),
      endsAt: onDay(world, days, '11:30'),
      venue: 'Hội trường Sở Tư pháp, Rạch Giá',
      placeUnitId: 'unt_rachgia',
      contactName: 'Nguyễn Thị Mẫu',
      contactPhone: '02973000000',
      ...(input.pools ? {} : { capacity: 60 }),
      ...input,
    }),
  );
  return publish ? publishEvent(world, event.id, { version: event.version }) : event;
};
