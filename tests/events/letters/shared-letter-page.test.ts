import { beforeAll, describe, expect, test } from 'vitest';
import { listInvitations } from '../../../functions/events/invitations/list';
import { readLetter } from '../../../functions/events/invitations/shared/members';
import { routes } from '../../../web/routes';
import { addBody } from '../../support/bodies';
import { addPlaces } from '../../support/places';
import { signIn, type Visitor, visitor } from '../../support/visitor';
import { useWorld } from '../../support/world';
import { holdEvent } from '../invitations/scene';
import { bodies, draftedLetter, goOut, PDF } from './scene';

describe('the pages of one letter to many', () => {
  const world = useWorld();
  let organizer: Visitor;
  beforeAll(async () => {
    await addPlaces(world);
    organizer = await signIn(world, { role: 'organizer', bearer: true });
  });
  const upload = (id: string, more: Record<string, string> = {}) =>
    organizer.post(routes.consoleLetterSigned(id), {
      file: new File([PDF], 'ky.pdf', { type: 'application/pdf' }),
      scope: 'all',
      ...more,
    });
  /** The ids that the page ticks. */
  const ticked = (html: string) =>
    [...html.matchAll(/name="bodyIds" value="([^"]+)" checked/g)].map((m) => m[1]);

  test('lead from the event to the last mail by links and buttons, with nothing typed', async () => {
    const event = await holdEvent(world);
    const invited = await bodies(world, 18);
    const form = (await organizer.get(`${routes.consoleInvite(event.id)}?chon-het=1`)).html;
    expect(ticked(form)).toEqual(expect.arrayContaining(invited.map(({ id }) => id)));
    const value = (name: string) => new RegExp(`name="${name}"[^>]*value="([^"]*)"`).exec(form)![1]!;
    const drafted = await organizer.post(routes.consoleInvite(event.id), [
      ...invited.map(({ id }): [string, string] => ['bodyIds', id]),
      ['letterFor', 'chung'],
      ['seatsOffered', value('seatsOffered')],
      ['respondBy', value('respondBy')],
      ['letterText', /<textarea id="o-letterText"[^>]*>([^<]*)/.exec(form)![1]!],
      ['signer', /<select id="o-signer"[^>]*><option value="([^"]+)" selected/.exec(form)?.[1] ?? ''],
      ['buoc', 'soan'],
    ]);
    expect(drafted.status).toBe(303);
    const id = /van-ban\/(ltr_[0-9a-z]+)/.exec(drafted.to!)![1]!;
    const page = (await organizer.get(drafted.to!)).html;
    expect(page).toContain('Đã soạn một giấy mời chung cho 18 cơ quan. Chưa gửi nơi nào.');
    expect(page).toContain('18 nơi nhận thư điện tử');
    expect((await organizer.get(routes.consoleLetterDraft(id))).status).toBe(200);
    const signed = await upload(id);
    expect((await organizer.get(signed.to!)).html).toContain('Đã lưu bản đã ký cho 18 cơ quan.');
    const sent = await organizer.post(routes.consoleLetterSend(id), {});
    expect((await organizer.get(sent.to!)).html).toContain('Đã gửi giấy mời đến 18 cơ quan.');
    const mails = await goOut(world, event.id);
    expect(mails).toHaveLength(18);
    expect(mails.every(({ file }) => file === 0)).toBe(true);
    expect((await organizer.get(routes.consoleInvitations(event.id))).html).toContain('đã ký, đã gửi 18/18');
  });

  test('tick the bodies of one kind, then those of another, and never one that is invited', async () => {
    const event = await holdEvent(world);
    const court = await addBody(world, 'Tòa án nhân dân mẫu A', { kind: 'court' });
    const other = await addBody(world, 'Tòa án nhân dân mẫu B', { kind: 'court' });
    const url = routes.consoleInvite(event.id);
    const courts = (await organizer.get(`${url}?chon-het=court`)).html;
    expect(ticked(courts).sort()).toEqual([court.id, other.id].sort());
    expect(courts).toContain('chon-het=court%2Clawyers-association');
    await organizer.post(url, {
      bodyIds: court.id,
      seatsOffered: '1',
      respondBy: '2026-11-20',
      letterText: 'x',
      buoc: 'soan',
    });
    expect(ticked((await organizer.get(`${url}?chon-het=court`)).html)).toEqual([other.id]);
  });

  test('say before sending who is called, and who cannot be reached', async () => {
    const { event, id } = await draftedLetter(world, 1);
    const called = await addBody(world, 'Cơ quan gọi điện', { email: undefined, phone: '02973812345' });
    const lost = await addBody(world, 'Cơ quan không liên hệ', { email: undefined });
    const added = await organizer.post(routes.consoleLetterAdd(id), [
      ['bodyIds', called.id],
      ['bodyIds', lost.id],
    ]);
    const html = (await organizer.get(added.to!)).html;
    expect(html).toContain('Đã thêm 2 cơ quan vào giấy mời.');
    expect(html).toContain(
      '1 nơi nhận thư điện tử · 1 nơi vào danh sách cần gọi · 1 nơi chưa có cách liên hệ',
    );
    expect(html).toContain(routes.consoleBody(lost.id));
    expect((await listInvitations(world, event.id)).map((i) => i.status)).toEqual(Array(3).fill('prepared'));
  });

  test('keep the number and the day of the clerical office, and a signer who is typed', async () => {
    const { id } = await draftedLetter(world, 2);
    await upload(id, { number: '125/GM-STP', dated: '17/11/2026' });
    const edited = await organizer.post(routes.consoleLetterEdit(id), {
      seatsOffered: '2',
      respondBy: '23/11/2026',
      letterText: (await readLetter(world, id)).members[0]!.letterText,
      signer: 'khac',
      signerAuthority: 'KT',
      signerPrincipal: 'Giám đốc',
      signerTitle: 'Phó Giám đốc',
      signerName: 'Lê Văn Mẫu',
    });
    const html = (await organizer.get(edited.to!)).html;
    expect(html).toContain('125/GM-STP, ngày 17/11/2026');
    expect(html).toContain('KT. Giám đốc, Phó Giám đốc Lê Văn Mẫu');
    const refused = await organizer.post(routes.consoleLetterEdit(id), {
      signer: 'khac',
      signerAuthority: 'KT',
      signerTitle: 'Phó Giám đốc',
    });
    expect(refused.status).toBe(422);
    expect(refused.html).toContain('Vui lòng điền chức vụ của người được ký thay');
    // The next letter proposes the same signer.
    const { event } = await draftedLetter(world, 1);
    expect((await organizer.get(routes.consoleInvite(event.id))).html).toContain('Phó Giám đốc Lê Văn Mẫu');
  });

  test('are for those who invite; others see the letter or nothing', async () => {
    const { id } = await draftedLetter(world, 2);
    const viewer = await signIn(world, { role: 'viewer', bearer: true });
    const officer = await signIn(world, { role: 'officer', unitId: 'unt_kg', bearer: true });
    expect((await viewer.get(routes.consoleLetter(id))).html).not.toContain('Gửi tất cả');
    expect((await officer.get(routes.consoleLetter(id))).status).toBe(403);
    expect((await visitor(world).get(routes.consoleLetter(id))).status).toBe(302);
    for (const who of [viewer, officer]) {
      for (const url of [
        routes.consoleLetterSend(id),
        routes.consoleLetterUnsign(id),
        routes.consoleLetterEdit(id),
      ])
        expect((await who.post(url, {})).status, url).toBe(403);
      expect((await who.get(routes.consoleLetterDraft(id))).status).toBe(403);
    }
    expect((await organizer.get(routes.consoleLetter('ltr_none'))).status).toBe(404);
  });
});
