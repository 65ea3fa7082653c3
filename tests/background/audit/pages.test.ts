import { beforeAll, describe, expect, test } from 'vitest';
import { onAuditStream } from '../../../functions/background/streams/audit';
import { addAccount } from '../../../functions/directory/sign-in/add-account';
import { getEvent } from '../../../functions/events/event/get';
import { getRegistration } from '../../../functions/events/registrations/find';
import { moment } from '../../../functions/platform/time/format-date';
import { addEvent } from '../../support/events';
import { comes } from '../../support/people';
import { addPlaces } from '../../support/places';
import { streamRecord } from '../../support/stored';
import { signIn, type Visitor } from '../../support/visitor';
import { useWorld } from '../../support/world';

const world = useWorld();
let organizer: Visitor;
beforeAll(async () => {
  await addPlaces(world);
  organizer = await signIn(world, { role: 'organizer' });
});

describe('the story of a thing on its page', () => {
  test('names the staff who changed an event, in the words of the form', async () => {
    const hand = await addAccount(world, { email: 'sua@stp.example', name: 'Lê Thị Sửa', role: 'organizer' });
    const event = await addEvent(world, 9);
    const before = await getEvent(world, event.id);
    const after = { ...before, bring: 'Sổ ghi chép', venue: 'Nhà văn hóa', version: 9, by: hand.id };
    await onAuditStream(world, [streamRecord(world, 'events', after, before)]);
    const { text } = await organizer.get(`/quan-tri/lop/${event.id}`);
    expect(text).toMatch(/Lê Thị Sửa sửa (mang theo, nơi tổ chức|nơi tổ chức, mang theo)/);
    const moved = { ...after, startsAt: before.endsAt, version: 10 };
    await onAuditStream(world, [streamRecord(world, 'events', moved, after)]);
    const again = await organizer.get(`/quan-tri/lop/${event.id}`);
    expect(again.text).toContain(
      `Lê Thị Sửa dời lịch từ ${moment(before.startsAt)} sang ${moment(before.endsAt)}`,
    );
  });

  test('hides bookkeeping, and shows what a person did as theirs', async () => {
    const event = await addEvent(world, 9);
    const registration = await comes(world, event.id);
    const before = await getRegistration(world, registration.id);
    const changed = { ...before, position: 'Trưởng ấp', by: 'public' };
    await onAuditStream(world, [
      streamRecord(world, 'registrations', changed, before),
      streamRecord(world, 'registrations', { ...changed, codeAsked: '2026-11-17', by: 'clock' }, changed),
    ]);
    const { text } = await organizer.get(`/quan-tri/dang-ky/${registration.id}`);
    expect(text).toContain('người ngoài sửa chức vụ (bằng mã đăng ký và số điện thoại)');
    expect(text).not.toContain('hệ thống sửa');
  });

  test('is not for officers', async () => {
    const event = await addEvent(world, 9);
    const before = await getEvent(world, event.id);
    await onAuditStream(world, [streamRecord(world, 'events', { ...before, title: 'Khác' }, before)]);
    const officer = await signIn(world, { role: 'officer', unitId: 'unt_goquao' });
    expect((await officer.get(`/quan-tri/lop/${event.id}`)).text).not.toContain('Lịch sử xử lý');
    expect((await organizer.get(`/quan-tri/lop/${event.id}`)).text).toContain('Lịch sử xử lý');
  });
});
