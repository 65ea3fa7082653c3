import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { addAccount } from '../../../functions/directory/sign-in/add-account';
import { InvitationInput } from '../../../functions/events/invitations/invitation';
import { invite } from '../../../functions/events/invitations/invite';
import { parse } from '../../../functions/platform/input/parse';
import { listPlans } from '../../../functions/programme/plans/list';
import { DONE, QUERY, withQuery } from '../../../web/query';
import { routes } from '../../../web/routes';
import { giveQuota } from '../../events/nominations/scene';
import { filesBelow } from '../../house/code-figures';
import { addEvent, draftEvent, furnish, inDays } from '../../support/events';
import { entered } from '../../support/people';
import { type Fields, signIn, type Visitor } from '../../support/visitor';
import { useWorld } from '../../support/world';

/** After these the page itself shows what became of the act. */
const SHOWN_BY_THE_PAGE: Record<string, string> = {
  'web/console/privacy/data.tsx': 'no act: the data of a person with a registration stand elsewhere',
  'web/console/privacy/look-at.tsx': 'no act: the link of a signed letter',
  'web/console/privacy/forget.tsx': 'how far the erasing is, place by place',
  'web/console/privacy/request.tsx': 'the same',
  'web/console/register/mediators/own-data.tsx': 'the same, of a mediator',
  'web/console/registrations/import/import.tsx': 'the run of the import, row by row',
  'web/console/registrations/import/undo.tsx': 'the run of the undo',
  'web/console/sign-in/recovery.tsx': 'no act: a code by mail is asked for first',
  'web/ui/console.tsx': 'no act: a passkey is asked for first',
  'web/console/sign-in/code.tsx': 'no act: a code is asked for first',
  'web/console/notices/calls/line.tsx': 'no act: the link of a line',
  'web/public/info/text-size.ts': 'no act: the size of the letters',
  'web/ui/form/define-form.tsx': 'an example in a comment',
};

const sources = filesBelow('web')
  .filter((path) => !path.startsWith('web/islands/'))
  .map((path) => ({ path, text: readFileSync(path, 'utf8') }));

describe('every act', () => {
  test('leads to an address that names the act', () => {
    const bare = sources.filter(({ text }) => /(?:return|redirect\()\s*routes\.\w+\(/.test(text));
    expect(bare.map(({ path }) => path).sort()).toEqual(Object.keys(SHOWN_BY_THE_PAGE).sort());
  });

  test('is said with what it was done to: no "Đã lưu." alone', () => {
    const verbs =
      'lưu|ghi|ghi nhận|xong|duyệt|gửi|hủy|mở lại|tạm khóa|tạm giữ|rút lại|cập nhật|đăng ký|thay|chuyển|thêm|bỏ|xử lý';
    const bare = new RegExp(`["'\`>]Đã (?:${verbs})[.:!]`);
    // What an event is, not what was done.
    const states = /return 'Đã hủy\.'/g;
    const generic = sources.filter(({ text }) => bare.test(text.replace(states, '')));
    expect(generic.map(({ path }) => path)).toEqual([]);
  });
});

describe('the page after it', () => {
  const world = useWorld();
  let admin: Visitor;
  beforeAll(async () => {
    await furnish(world);
    admin = await signIn(world, { role: 'admin', id: 'acc_qt', bearer: true });
  });
  const statusOn = async (path: string) => (await admin.get(path)).page.querySelector('[role=status]')?.text;
  const saidAfter = async (path: string, fields: Fields) => {
    const done = await admin.post(path, fields);
    expect(done.status).toBe(303);
    return statusOn(done.to);
  };

  test('names a body that was added, and a plan that was made', async () => {
    const body = { name: 'Hội Phụ nữ tỉnh', kind: 'front', email: 'hpn@mau.example' };
    expect(await saidAfter(routes.consoleNewBody(), body)).toBe('Đã thêm cơ quan vào danh bạ.');
    const [plan] = await listPlans(world);
    expect(await saidAfter(routes.consolePlanClone(plan!.id), { year: '2041' })).toMatch(
      /^Đã lập kế hoạch năm 2041 với 1 nhiệm vụ\./,
    );
  });

  test('says that a colleague was mailed again', async () => {
    const { id } = await addAccount(world, { email: 'ban@stp.example', name: 'Thị Mẫu', role: 'viewer' });
    expect(await saidAfter(routes.consoleAccountMail(id), { version: '1' })).toBe(
      'Đã gửi lại thư mời đến ban@stp.example.',
    );
  });

  test('says from where somebody signed out', async () => {
    const someone = await signIn(world, { role: 'organizer' });
    const done = async (path: string) => (await someone.get((await someone.post(path, {})).to)).text;
    expect(await done(routes.signOut())).toContain('Đã đăng xuất khỏi máy này.');
    expect(await done(routes.signOutEverywhere())).toContain('Đã đăng xuất khỏi mọi máy.');
  });

  test('says of a published event who is told, and nobody where there is nobody', async () => {
    const publish = async (id: string) => saidAfter(routes.consolePublish(id), {});
    const alone = await draftEvent(world, {}, inDays(world, 9));
    expect(await publish(alone.id)).toBe('Đã công bố. Lớp, hội nghị đã hiện trên trang công khai.');
    const asked = await draftEvent(world, { admission: 'nomination' }, inDays(world, 10));
    await giveQuota(world, asked.id);
    expect(await publish(asked.id)).toMatch(/trang công khai\. 1 đơn vị có chỉ tiêu đang được báo\.$/);
  });

  test('says of every change of an event who is told', async () => {
    const saidOf = async (id: string, done: string) =>
      statusOn(withQuery(routes.consoleEvent(id), { [QUERY.done]: done }));
    const alone = await addEvent(world, 11);
    for (const done of [
      DONE.timeOrPlaceChanged,
      DONE.dateMoved,
      DONE.postponed,
      DONE.resumed,
      DONE.cancelled,
    ])
      expect([done, await saidOf(alone.id, done)]).toEqual([
        done,
        expect.stringMatching(/^Đã [^.]{5,}\..*Chưa có ai cần báo\.$/),
      ]);
    const person = await addEvent(world, 12);
    await entered(world, person.id);
    const body = await addEvent(world, 13);
    await invite(world, body.id, parse(InvitationInput, { bodyIds: ['bod_hlg'] }));
    for (const { id } of [person, body])
      expect(await saidOf(id, DONE.cancelled)).toBe(
        'Đã hủy lớp, hội nghị. Mọi người liên quan đang được báo.',
      );
    expect(await saidOf(body.id, DONE.published)).toMatch(/1 cơ quan được mời đang được báo\.$/);
  });
});
