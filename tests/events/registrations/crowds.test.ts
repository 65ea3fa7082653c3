import { beforeAll, expect, test } from 'vitest';
import type { Event } from '../../../functions/events/event/event';
import { getEvent } from '../../../functions/events/event/get';
import { eventToDos } from '../../../functions/events/event/to-do';
import { getRegistration } from '../../../functions/events/registrations/find';
import { register } from '../../../functions/events/registrations/register/register';
import type { Registration } from '../../../functions/events/registrations/registration';
import { registrationOccasions } from '../../../functions/notices/occasions/registration';
import { DAY } from '../../../functions/platform/time/dates';
import { DONE, QUERY, withQuery } from '../../../web/query';
import { routes } from '../../../web/routes';
import { furnish, publishedEvent } from '../../support/events';
import { person } from '../../support/people';
import { signIn, type Visitor } from '../../support/visitor';
import { useWorld } from '../../support/world';

const world = useWorld({ rateLimits: true });
let organizer: Visitor;
let event: Event;
const people: Registration[] = [];
let elsewhere: Registration;
beforeAll(async () => {
  await furnish(world);
  organizer = await signIn(world, { role: 'organizer' });
  event = await publishedEvent(world, { capacity: 200 });
  const comes = async (caller: string) =>
    (await register({ ...world, caller }, event.id, person('Máy Mẫu Giả'))).registration;
  for (let i = 0; i < 32; i++) people.push(await comes('203.0.113.7'));
  elsewhere = await comes('192.0.2.1');
});

const list = () => routes.consoleRegistrations(event.id);
const network = () => people[0]!.network!;
const statuses = async () =>
  new Set((await Promise.all(people.map(({ id }) => getRegistration(world, id)))).map((r) => r.status));

test('a network from which many registered is shown, and filters the list', async () => {
  const whole = await organizer.get(list());
  expect(whole.text).toContain('32 đăng ký ngày');
  expect(whole.html).toContain(`${QUERY.network}=${network()}`);
  const crowd = await organizer.get(withQuery(list(), { [QUERY.network]: network() }));
  expect(crowd.html).toContain(people[0]!.id);
  expect(crowd.html).not.toContain(elsewhere.id);
  expect(people.every((r) => r.network === network())).toBe(true);
  expect(JSON.stringify(people)).not.toContain('203.0.113');
});

test('such a group is cancelled by one act, without a call to anyone, and comes back by another', async () => {
  const act = (name: string) =>
    withQuery(routes.consoleMany(event.id), { [QUERY.act]: name, [QUERY.network]: network() });
  const asked = await organizer.get(act(DONE.invented));
  expect(asked.text).toContain('Hủy 32 đăng ký không có người thật?');
  expect(asked.html).not.toContain(elsewhere.id);
  const chosen = asked.page
    .querySelectorAll(`input[name=${QUERY.chosen}]`)
    .map((i) => [QUERY.chosen, i.getAttribute('value')!] as [string, string]);
  const done = await organizer.post(routes.consoleMany(event.id), [[QUERY.act, DONE.invented], ...chosen]);
  expect(done.status).toBe(303);
  expect(await statuses()).toEqual(new Set(['cancelled']));
  expect((await getRegistration(world, elsewhere.id)).status).toBe('confirmed');
  const gone = await getRegistration(world, people[0]!.id);
  expect(registrationOccasions(await getEvent(world, event.id), gone, world.now())).toEqual([
    expect.objectContaining({ template: 'cancelled', seen: true, takesBack: gone.createdAt }),
  ]);
  const back = await organizer.post(routes.consoleMany(event.id), [
    [QUERY.act, DONE.restored],
    ...(await Promise.all(
      people.map(
        async ({ id }): Promise<[string, string]> => [
          QUERY.chosen,
          `${id} ${(await getRegistration(world, id)).version}`,
        ],
      ),
    )),
  ]);
  expect(back.status).toBe(303);
  expect(await statuses()).toEqual(new Set(['confirmed']));
});

test('the organizer finds it among what is to do, for three days', async () => {
  const now = world.now();
  const crowded = {
    ...(await getEvent(world, event.id)),
    crowd: { label: network(), n: 61, at: new Date(now).toISOString() },
  };
  const tasks = (at: number) => eventToDos([crowded], at).map(({ task }) => task);
  expect(tasks(now)).toEqual(['crowded']);
  expect(tasks(now + 3 * DAY + 1)).not.toContain('crowded');
});
