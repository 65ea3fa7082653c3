import { beforeAll, describe, expect, test } from 'vitest';
import { getBroadcast, listBroadcasts } from '../../../functions/events/broadcasts/find';
import { GIVEN_TEMPLATES } from '../../../functions/events/broadcasts/given-templates';
import { registrationsTable } from '../../../functions/events/registrations/registration';
import { deliver } from '../../../functions/notices/deliver';
import { DAY, iso } from '../../../functions/platform/time/dates';
import { routes } from '../../../web/routes';
import { noSleep, subjectOf, textOf, told } from '../../support/mail';
import { addPlaces } from '../../support/places';
import { fieldsOf } from '../../support/seen';
import { aRegistration } from '../../support/stored';
import { signIn, type Visitor } from '../../support/visitor';
import { useBroadcastScene, WORDS } from './broadcast-scene';

describe('the pages of messages to groups', () => {
  const scene = useBroadcastScene();
  const { world, person, run } = scene;
  let organizer: Visitor;
  let officer: Visitor;
  beforeAll(async () => {
    await addPlaces(world);
    organizer = await signIn(world, { role: 'organizer', bearer: true });
    officer = await signIn(world, { role: 'officer', unitId: 'unt_goquao', bearer: true });
  });
  const compose = () => routes.consoleNewBroadcast(scene.event.id);
  const asked = (over: object = {}) => ({ groups: 'absent', ...WORDS, buoc: 'xem', ...over });
  const people = async () => {
    await person('a');
    await person('b', { email: undefined, unitId: 'unt_goquao' });
    await person('c', { came: { 1: iso(world.now() - DAY) } });
  };

  test('count each group with the ways by which its people are reached', async () => {
    await people();
    const page = await organizer.get(compose());
    expect(page.text).toContain('Đã có chỗ: 3 người (2 thư, 1 cuộc gọi)');
    expect(page.text).toContain('Có chỗ mà vắng mặt: 2 người (1 thư, 1 cuộc gọi)');
    expect(page.text).toContain('Đã tham dự: 1 người (1 thư)');
    expect(page.text).not.toContain('Đang chờ chỗ');
  });

  test('read an event of many people in few calls, addresses a hundred at once', async () => {
    await world.db.putMany(
      registrationsTable,
      Array.from({ length: 250 }, (_, i) =>
        aRegistration(scene.event.id, `m${i}`, { email: `m${i}@dong.mau.vn` }),
      ),
    );
    world.costs.length = 0;
    const page = await organizer.get(compose());
    expect(page.text).toContain('Đã có chỗ: 250 người (250 thư)');
    expect(world.costs.length).toBeLessThanOrEqual(15);
  });

  test('show what is sent before it is sent, and send what was shown once', async () => {
    await people();
    const check = await organizer.post(compose(), asked());
    expect(check.text).toContain('Gửi đến 2 người (1 thư, 1 cuộc gọi): Có chỗ mà vắng mặt.');
    expect(check.text).toContain('Kính mời Danh A dự buổi bù.');
    expect(check.text).toContain('Kính mời Danh B dự buổi bù.');
    expect(await listBroadcasts(world, scene.event.id)).toEqual([]);
    const form = { ...fieldsOf(check.page), buoc: 'gui' };
    const [first, second] = await Promise.all([
      organizer.post(compose(), form),
      organizer.post(compose(), form),
    ]);
    expect([first.status, second.status]).toEqual([303, 303]);
    expect(first.to).toBe(second.to);
    const [broadcast] = await listBroadcasts(world, scene.event.id);
    await run(broadcast!.id);
    await deliver(world, noSleep());
    const page = await organizer.get(first.to);
    expect(page.text).toContain('2 trên 2 người đã xử lý');
    expect(page.text).toContain('Thư đã gửi 1');
    expect(world.sent).toHaveLength(1);
  });

  test('send nothing where the people changed since the preview', async () => {
    await people();
    const check = await organizer.post(compose(), asked());
    await person('d');
    const refused = await organizer.post(compose(), { ...fieldsOf(check.page), buoc: 'gui' });
    expect(refused.status).toBe(412);
    expect(refused.text).toContain('lúc xem trước có 2, nay có 3');
    // What was written is still there.
    expect(refused.page.querySelector('textarea')!.text).toContain('Kính mời {họ tên}');
    expect(await listBroadcasts(world, scene.event.id)).toEqual([]);
  });

  test('name what is wrong with a text, and what is allowed', async () => {
    await people();
    const wrong = async (over: object) => (await organizer.post(compose(), asked(over))).text;
    expect(await wrong({ words: 'Chào {tuổi}' })).toContain('Không có chỗ điền {tuổi}');
    expect(await wrong({ words: 'Chào {tuổi}' })).toContain('{họ tên}, {đơn vị}');
    expect(await wrong({ words: 'Xem http://stp.example' })).toContain('phải bắt đầu bằng https://');
    expect(await wrong({ words: '' })).toMatch(/Nội dung|chưa điền|Vui lòng/);
    expect(await wrong({ groups: [] })).toContain('chọn ít nhất một nhóm');
    expect(await wrong({ subject: 'Mã {mã}' })).toContain('{mã} không dùng được ở đây');
    // A phone's keyboard without accents is understood.
    expect(await wrong({ words: 'Chào {HO TEN}' })).toContain('Chào Danh A');
  });

  test('mail a trial to the writer alone, marked, without anybody’s code', async () => {
    await people();
    const check = await organizer.post(compose(), asked({ words: '{họ tên}, mã {mã}, {đường dẫn}' }));
    const answer = await organizer.post(compose(), { ...fieldsOf(check.page), buoc: 'thu' });
    expect(answer.text).toMatch(/Đã gửi thư thử đến organizer-\d+@stp.example/);
    expect(world.sent).toHaveLength(1);
    const [{ raw, to }] = world.sent as [(typeof world.sent)[0]];
    expect(to).toMatch(/^organizer-/);
    expect(subjectOf(raw)).toMatch(/^\[THƯ THỬ\] /);
    expect(textOf(raw)).toContain('000 000 000');
    expect(textOf(raw)).not.toContain('472 915 608');
    expect(textOf(raw)).not.toContain('/phieu/');
    expect(await told(world, scene.event.id)).toEqual([]);
    world.mailSays.next = 'refuse';
    const failed = await organizer.post(compose(), { ...fieldsOf(check.page), buoc: 'thu' });
    expect(failed.status).toBe(503);
  });

  test('keep a text for the next time, and remove it', async () => {
    await people();
    const check = await organizer.post(compose(), asked());
    const kept = await organizer.post(compose(), {
      ...fieldsOf(check.page),
      name: 'Mẫu của Sở',
      buoc: 'giu-mau',
    });
    expect(kept.text).toContain('Đã lưu mẫu “Mẫu của Sở”.');
    const list = await organizer.get(routes.consoleBroadcasts(scene.event.id));
    const link = list.page.querySelectorAll('main a').find((a) => a.text === 'Mẫu của Sở')!;
    const begun = await organizer.get(link.getAttribute('href')!);
    expect(begun.page.querySelector('textarea')!.text).toContain('Kính mời {họ tên}');
    const id = new URL(link.getAttribute('href')!, 'https://x').searchParams.get('mau')!;
    const gone = await organizer.send(routes.consoleTemplates(scene.event.id), { mau: id });
    expect(gone.text).toContain('Đã xóa mẫu.');
    expect(gone.text).not.toContain('Mẫu của Sở');
  });

  test('offer texts to begin with, whose blanks must be filled', async () => {
    await people();
    for (const { id, subject, words } of GIVEN_TEMPLATES) {
      const page = await organizer.get(`${compose()}?mau=${id}`);
      expect(page.page.querySelector('[name=subject]')!.getAttribute('value')).toBe(subject);
      const { text } = await organizer.post(compose(), asked({ subject, words }));
      if (words.includes('[')) expect(text).toContain('Còn chỗ chưa điền');
      else expect(text).toContain('Gửi đến 2 người');
    }
  });

  test('choose people of one place', async () => {
    await people();
    const check = await organizer.post(compose(), asked({ area: 'unt_goquao' }));
    expect(check.text).toContain('Gửi đến 1 người (1 cuộc gọi): Có chỗ mà vắng mặt, Huyện Gò Quao.');
  });

  test('withdraw what is not told yet, after asking', async () => {
    await people();
    const { id } = await scene.send();
    await run(id);
    const path = routes.consoleBroadcastWithdraw(id);
    expect((await organizer.get(path)).text).toContain('Bỏ những việc chưa thực hiện: 1 thư, 1 cuộc gọi.');
    const after = await organizer.send(path, {});
    expect(after.text).toContain('Đã rút lại');
    await run(id);
    expect(Object.values(await scene.states())).toEqual(['dropped', 'dropped']);
    expect((await getBroadcast(world, id)).withdrawnBy).toMatch(/^acc_/);
  });

  test('are closed to officers of units, as are the mails of people', async () => {
    await people();
    const { id } = await scene.send();
    await run(id);
    await deliver(world, noSleep());
    const [delivery] = await told(world, scene.event.id);
    for (const path of [
      compose(),
      routes.consoleBroadcasts(scene.event.id),
      routes.consoleBroadcast(id),
      routes.consoleBroadcastWithdraw(id),
      routes.consoleDelivery(delivery!.id),
    ])
      expect([path, (await officer.get(path)).status]).toEqual([path, 403]);
    expect((await officer.post(compose(), asked({ buoc: 'gui' }))).status).toBe(403);
    expect((await officer.post(routes.consoleBroadcastWithdraw(id), {})).status).toBe(403);
    for (const [method, path] of [
      ['GET', `/events/${scene.event.id}/groups`],
      ['GET', `/events/${scene.event.id}/broadcasts`],
      ['GET', `/broadcasts/${id}`],
      ['POST', `/broadcasts/${id}/withdrawal`],
      ['GET', `/deliveries/${delivery!.id}/mails`],
    ] as const)
      expect([path, (await officer.api(method, path)).status]).toEqual([path, 403]);
    const event = await officer.get(routes.consoleEvent(scene.event.id));
    expect(event.html).not.toContain(routes.consoleBroadcasts(scene.event.id));
  });

  test('lead from a person to the mail as it went', async () => {
    const a = await person('a');
    const { id } = await scene.send();
    await run(id);
    await deliver(world, noSleep());
    const page = await organizer.get(routes.consoleRegistration(a.id));
    const link = page.page.querySelectorAll('main a').find((one) => one.text.startsWith('Xem thư đã gửi'))!;
    const mail = await organizer.get(link.getAttribute('href')!);
    expect(mail.text).toContain('Kính mời Danh A dự buổi bù.');
    expect(mail.text).toContain('Mời học bù: Tập huấn hòa giải viên');
    // The officer of the unit sees that something was told, but not the words, which may have the code.
    await scene.change(a, { unitId: 'unt_goquao' });
    const shown = await officer.get(routes.consoleRegistration(a.id));
    expect(shown.text).toContain('Thông báo của ban tổ chức');
    expect(shown.text).not.toContain('Xem thư đã gửi');
  });

  test('have operations that do the same', async () => {
    await people();
    const at = `/events/${scene.event.id}`;
    const { json: groups } = await organizer.api('GET', `${at}/groups`);
    expect(groups.items).toContainEqual({ group: 'absent', total: 2, byMail: 1, byCall: 1, unreachable: 0 });
    const body = { groups: ['absent'], ...WORDS };
    expect((await organizer.api('POST', `${at}/broadcasts/trial`, body)).status).toBe(204);
    expect((await organizer.api('POST', `${at}/broadcasts`, { ...body, expected: 7 })).status).toBe(412);
    const sent = await organizer.api('POST', `${at}/broadcasts`, {
      ...body,
      expected: 2,
      nonce: 'lan-thu-1',
    });
    expect(sent.status).toBe(201);
    const again = await organizer.api('POST', `${at}/broadcasts`, {
      ...body,
      expected: 2,
      nonce: 'lan-thu-1',
    });
    expect(again.json.id).toBe(sent.json.id);
    await run(sent.json.id);
    await deliver(world, noSleep());
    const { json } = await organizer.api('GET', `/broadcasts/${sent.json.id}`);
    expect(json.progress).toEqual({
      sent: 1,
      told: 0,
      waiting: 0,
      toCall: 1,
      unclear: 0,
      dropped: 0,
      left: 0,
    });
    const mailed = (await told(world, scene.event.id)).find((d) => d.state === 'sent')!;
    const { json: mails } = await organizer.api('GET', `/deliveries/${mailed.id}/mails`);
    expect(mails.mails[0].text).toContain('Kính mời Danh A');
    expect(
      (await organizer.api('POST', `/broadcasts/${sent.json.id}/withdrawal`)).json.withdrawnAt,
    ).toBeDefined();
    const { json: list } = await organizer.api('GET', `${at}/broadcasts`);
    expect(list.items).toHaveLength(1);
  });
});
