import { BodyInput } from '../../../functions/directory/bodies/body';
import { createBody } from '../../../functions/directory/bodies/create';
import { forgetUnits } from '../../../functions/directory/units/list';
import { unitsTable } from '../../../functions/directory/units/unit';
import type { Event } from '../../../functions/events/event/event';
import { EventInput } from '../../../functions/events/event/event-input';
import { createEvent } from '../../../functions/events/scheduling/create';
import { publishEvent } from '../../../functions/events/scheduling/publish';
import { parse } from '../../../functions/platform/input/parse';
import { DAY, instant, localDate } from '../../../functions/platform/time/dates';
import type { World } from '../../../functions/platform/world/world';

/** The 15 district-level units of the province in 2021; their communes here are made up. */
export const DISTRICTS = [
  ['rachgia', 'Rạch Giá', 'city'],
  ['hatien', 'Hà Tiên', 'city'],
  ['phuquoc', 'Phú Quốc', 'city'],
  ['kienluong', 'Kiên Lương', 'district'],
  ['hondat', 'Hòn Đất', 'district'],
  ['tanhiep', 'Tân Hiệp', 'district'],
  ['chauthanh', 'Châu Thành', 'district'],
  ['giongrieng', 'Giồng Riềng', 'district'],
  ['goquao', 'Gò Quao', 'district'],
  ['anbien', 'An Biên', 'district'],
  ['anminh', 'An Minh', 'district'],
  ['vinhthuan', 'Vĩnh Thuận', 'district'],
  ['kienhai', 'Kiên Hải', 'district'],
  ['uminhthuong', 'U Minh Thượng', 'district'],
  ['giangthanh', 'Giang Thành', 'district'],
] as const;

/** Districts with communes as many as there were (144), so that pages are measured at their true size. */
export const addPlaces = async (world: World, communesEach = 10): Promise<void> => {
  const unit = (
    id: string,
    name: string,
    kind: 'city' | 'district' | 'commune' | 'province',
    parentId?: string,
  ) => ({
    pk: 'unit' as const,
    sk: id,
    id,
    name,
    kind,
    ...(parentId && { parentId }),
    validFrom: '2021-01-01',
  });
  await world.db.putMany(unitsTable, [
    unit('unt_kg', 'Kiên Giang', 'province'),
    ...DISTRICTS.map(([id, name, kind]) => unit(`unt_${id}`, name, kind, 'unt_kg')),
    ...DISTRICTS.flatMap(([id, name]) =>
      Array.from({ length: communesEach }, (_, i) =>
        unit(`unt_${id}_${i + 1}`, `mẫu ${name} ${i + 1}`, 'commune', `unt_${id}`),
      ),
    ),
  ]);
  forgetUnits(world);
};

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
