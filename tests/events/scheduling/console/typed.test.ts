import { beforeAll, describe, expect, it } from 'vitest';
import { getEvent } from '../../../../functions/events/event/get';
import { readRoom } from '../../../../functions/events/event/room';
import { seatsIn } from '../../../../functions/seats/ledger/room';
import { routes } from '../../../../web/routes';
import { addEvent } from '../../../support/events';
import { addPlaces } from '../../../support/places';
import { signIn, type Visitor } from '../../../support/visitor';
import { useWorld } from '../../../support/world';

const world = useWorld();
let organizer: Visitor;
beforeAll(async () => {
  await addPlaces(world);
  organizer = await signIn(world, { role: 'organizer' });
});

const FORM = {
  kind: 'training',
  title: 'Lớp ghi ngày giờ theo lời nói',
  'startsAt.date': '2/2/27',
  'startsAt.time': '8 giờ 30',
  'endsAt.time': '11h30',
  mode: 'in-person',
  venue: 'Hội trường',
  admission: 'open',
  capacity: '1.000',
  contactName: 'Nguyễn Thị Mẫu',
  contactPhone: '0297 300 0000',
};

describe('a form of the console', () => {
  it('takes 2/2/27, "8 giờ 30" and 1.000, and shows the number as it was typed', async () => {
    const sent = await organizer.post(routes.consoleNewEvent(), FORM);
    expect(sent.status).toBe(303);
    const id = /evt_\w+/.exec(sent.to)![0];
    expect(await getEvent(world, id)).toMatchObject({
      startsAt: '2027-02-02T01:30:00.000Z',
      endsAt: '2027-02-02T04:30:00.000Z',
    });
    expect(seatsIn(await readRoom(world, id), 'open').size).toBe(1000);
    expect((await organizer.get(routes.consoleEditEvent(id))).html).toContain('value="1.000"');
    expect((await organizer.get(routes.consoleSeats(id))).text).toContain('1.000');
  });

  it('says the weekday of what was typed, with no script, when it comes back', async () => {
    const { venue: _none, ...without } = FORM;
    const again = await organizer.post(routes.consoleNewEvent(), without);
    expect(again.status).toBe(422);
    const [first] = again.page.querySelectorAll('input[data-date]');
    expect(first!.getAttribute('value')).toBe('2/2/27');
    expect(first!.parentNode!.querySelector('output')!.text).toBe('thứ Ba');
  });

  it('reads "1.200" and "1 300" seats as such, and refuses a part of a seat', async () => {
    const { id } = await addEvent(world, 10);
    const setTo = async (open: string) => {
      const { status } = await organizer.post(routes.consoleSeats(id), { open });
      return [status, seatsIn(await readRoom(world, id), 'open').size];
    };
    expect(await setTo('1.200')).toEqual([303, 1200]);
    expect(await setTo('1 300')).toEqual([303, 1300]);
    expect(await setTo('1.5')).toEqual([422, 1300]);
  });
});
