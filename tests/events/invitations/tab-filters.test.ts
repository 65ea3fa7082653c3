import { beforeAll, describe, expect, test } from 'vitest';
import { answerInvitation } from '../../../functions/events/invitations/answer';
import { invite } from '../../../functions/events/invitations/invite';
import { listInvitations } from '../../../functions/events/invitations/list';
import { nominate } from '../../../functions/events/nominations/nominees/nominate';
import { routes } from '../../../web/routes';
import { addBody } from '../../support/bodies';
import { addEvent } from '../../support/events';
import { addPlaces } from '../../support/places';
import { signIn, type Visitor } from '../../support/visitor';
import { useWorld } from '../../support/world';
import { danh, giveQuota, pathOfLink } from '../nominations/scene';
import { holdEvent, says, tokenOf } from './scene';

const world = useWorld();
let organizer: Visitor;
beforeAll(async () => {
  await addPlaces(world);
  organizer = await signIn(world, { role: 'organizer', bearer: true });
});
const rowsOf = async (url: string, query: string) => {
  const page = await organizer.get(`${url}?${query}`);
  return {
    text: page.text,
    rows: page.page.querySelectorAll('table.stacked tbody th').map((th) => th.text.trim()),
  };
};

describe('the tab of quotas', () => {
  let url = '';
  beforeAll(async () => {
    const event = await addEvent(world, 10, { admission: 'nomination' });
    const goQuao = await giveQuota(world, event.id, { quota: 1 });
    await giveQuota(world, event.id, {
      unitId: 'unt_anminh',
      quota: 5,
      contactName: 'Thị Đầu Mối',
      contactPhone: '0900 000 777',
    });
    await giveQuota(world, event.id, { unitId: 'unt_dinhan', quota: 2 });
    const token = pathOfLink(world, goQuao.nomination).split('/').at(-1)!;
    await nominate(world, token, { ...danh, unitId: 'unt_dinhan' } as never);
    url = routes.consoleNominations(event.id);
  });

  test.each([
    ['a name without accents', 'tim=an+minh', ['Huyện An Minh']],
    ['a contact', 'tim=dau+moi', ['Huyện An Minh']],
    ['the end of a number', 'tim=777', ['Huyện An Minh']],
    ['those that have named nobody', 'tinh-trang=chua-cu&sap-xep=ten', ['Huyện An Minh', 'Xã Định An']],
    ['those that are complete', 'tinh-trang=du', ['Huyện Gò Quao']],
    ['the most wanting first', 'sap-xep=thieu', ['Huyện An Minh', 'Xã Định An', 'Huyện Gò Quao']],
  ])('finds %s', async (_, query, names) => {
    const { rows } = await rowsOf(url, query);
    expect(rows.map((name) => name.replace(/,.*/, ''))).toEqual(names);
  });

  test('says where nothing fits, and keeps the whole count', async () => {
    const { text } = await rowsOf(url, 'tim=khongcoai');
    expect(text).toContain('Không có nơi nào phù hợp');
    expect(text).toContain('3 nơi được giao chỉ tiêu');
    expect(text).toContain('Bỏ lọc');
    expect(text).toContain('Chưa cử ai (2)');
  });
});

describe('the tab of invitations', () => {
  let url = '';
  beforeAll(async () => {
    const event = await holdEvent(world);
    const [yes, no, open] = await Promise.all(
      ['Hội Luật gia tỉnh', 'Tòa án nhân dân tỉnh', 'Báo Kiên Giang'].map((name) => addBody(world, name)),
    );
    for (const body of [yes, no, open]) await invite(world, event.id, { bodyId: body!.id, seatsOffered: 2 });
    const answers = {
      [yes!.id]: says({ delegates: [{ name: 'Lê Thị Đại Biểu' }] }),
      [no!.id]: says({ answer: 'declined', reason: 'Trùng lịch' }),
    };
    for (const i of await listInvitations(world, event.id)) {
      const answer = answers[i.bodyId];
      if (answer) await answerInvitation(world, { token: tokenOf(world, i), id: i.id }, i.version, answer);
    }
    url = routes.consoleInvitations(event.id);
  });

  test.each([
    ['a body without accents', 'tim=luat+gia', ['Hội Luật gia tỉnh']],
    ['a delegate', 'tim=dai+bieu', ['Hội Luật gia tỉnh']],
    ['those that have not answered', 'tinh-trang=chua-tra-loi', ['Báo Kiên Giang']],
    ['those that do not come', 'tinh-trang=khong-du', ['Tòa án nhân dân tỉnh']],
    ['all by name', 'sap-xep=ten', ['Báo Kiên Giang', 'Hội Luật gia tỉnh', 'Tòa án nhân dân tỉnh']],
  ])('finds %s', async (_, query, names) => {
    expect((await rowsOf(url, query)).rows).toEqual(names);
  });

  test('says where nothing fits', async () => {
    expect((await rowsOf(url, 'tim=khongcoai')).text).toContain('Không có thư mời nào phù hợp');
  });
});
