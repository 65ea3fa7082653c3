import { expect, test } from 'vitest';
import { onStream } from '../../functions/background/streams/on-change';
import { routes } from '../../web/routes';
import { anEvent, aRegistration, keep, keepEvent, onAList, streamRecord } from '../support/stored';
import { signIn } from '../support/visitor';
import { useWorld } from '../support/world';

const world = useWorld();

test('People on one number are told by one call: each line names the others, in other events too', async () => {
  const [first, second] = [anEvent('evt_s1'), anEvent('evt_s2')];
  for (const event of [first, second]) await keepEvent(world, event);
  for (const [event, key, fullName, phone] of [
    [first, 'a', 'Trần Văn Mẫu Ông', '0900000970'],
    [first, 'b', 'Lê Thị Mẫu Mẹ', '0900000970'],
    [second, 'c', 'Trần Thị Mẫu Con', '0900000970'],
    [second, 'd', 'Phạm Mẫu Riêng', '0900000979'],
  ] as const) {
    const r = aRegistration(event.id, key, { ...onAList, fullName, phone });
    await keep(world, r);
    await onStream(world, [streamRecord(world, 'registrations', r)]);
  }
  const organizer = await signIn(world, { role: 'organizer' });
  const { page } = await organizer.get(routes.consoleCalls());
  const joined = (name: string) => {
    const line = page.querySelectorAll('li.call').find((li) => li.querySelector('strong')?.text === name)!;
    return line.querySelectorAll('.small a').map((a) => {
      const target = page.querySelector(`[id="${a.getAttribute('href')!.slice(1)}"]`);
      return target?.querySelector('strong')?.text === a.text ? a.text : 'a link to no line';
    });
  };
  expect(joined('Trần Thị Mẫu Con').sort()).toEqual(['Lê Thị Mẫu Mẹ', 'Trần Văn Mẫu Ông']);
  expect(joined('Lê Thị Mẫu Mẹ').sort()).toEqual(['Trần Thị Mẫu Con', 'Trần Văn Mẫu Ông']);
  expect(joined('Phạm Mẫu Riêng')).toEqual([]);
});
