import { beforeAll, describe, expect, test } from 'vitest';
import { invite } from '../../../functions/events/invitations/invite';
import { routes } from '../../../web/routes';
import { holdEvent, tokenOf } from '../../events/invitations/scene';
import { addBody } from '../../support/bodies';
import { addEvent } from '../../support/events';
import { addPlaces } from '../../support/places';
import type { Seen } from '../../support/seen';
import { signIn, type Visitor, visitor } from '../../support/visitor';
import { useWorld } from '../../support/world';

const world = useWorld();
let open: string;
let answer: string;
let organizer: Visitor;
beforeAll(async () => {
  await addPlaces(world);
  open = (await addEvent(world, 10)).id;
  const body = await addBody(world, 'Hội Luật gia mẫu');
  const [invitation] = await invite(world, (await holdEvent(world)).id, { bodyId: body.id, seatsOffered: 1 });
  answer = routes.invitationAnswer(tokenOf(world, invitation!), invitation!.id);
  organizer = await signIn(world, { role: 'organizer' });
});

const titleOf = ({ page }: Seen) => page.querySelector('title')!.text;

describe('The title of a page begins with the error', () => {
  const paths: [string, () => string][] = [
    ['registering', () => routes.register(open)],
    ['seeing a registration again', routes.review],
    ['a forgotten code', routes.forgotCode],
    ['answering an invitation', () => answer],
  ];
  test.each(paths)('where the form comes back: %s', async (_name, path) => {
    const me = visitor(world);
    for (const [prefix, word] of [
      ['', 'Lỗi: '],
      ['/en', 'Error: '],
    ] as const) {
      const fresh = await me.get(prefix + path());
      const refused = await me.post(prefix + path());
      expect([refused.status, titleOf(refused)]).toEqual([422, word + titleOf(fresh)]);
      expect(titleOf(fresh)).not.toMatch(/Lỗi|Error/);
      expect(titleOf(await me.get(prefix + path()))).toBe(titleOf(fresh));
    }
  });

  const desk: [string, () => string][] = [
    ['a new event', routes.consoleNewEvent],
    ['writing a person down', () => routes.consoleRegister(open)],
    ['a list', () => routes.consoleImport(open)],
    ['a new body', routes.consoleNewBody],
    ['postponing', () => routes.consolePostpone(open)],
    ['cancelling', () => routes.consoleCancel(open)],
  ];
  test.each(desk)('where a form of the console comes back: %s', async (_name, path) => {
    const fresh = await organizer.get(path());
    const refused = await organizer.post(path(), { quotas: '' });
    expect([refused.status, titleOf(refused)]).toEqual([422, `Lỗi: ${titleOf(fresh)}`]);
  });

  test('where it was opened before something changed', async () => {
    const { page } = await visitor(world).post(answer, { version: '99', answer: 'accepted' });
    expect(page.querySelector('title')!.text).toMatch(/^Lỗi: Thư mời/);
  });

  test('and not where the form comes back in another size or language', async () => {
    const bigger = await visitor(world).post(routes.review(), { co: '1', code: '12' });
    expect([bigger.status, titleOf(bigger)]).toEqual([200, 'Xem lại đăng ký – Nhịp Cầu']);
  });
});
