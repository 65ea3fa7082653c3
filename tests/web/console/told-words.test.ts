import { describe, expect, test } from 'vitest';
import { HISTORY_WORDS } from '../../../web/console/events/event/history-words';
import { eventTold, invitationTold, registrationTold } from '../../../web/console/history/told-words';

const changed = (fields: object) =>
  ({ pk: 'x', sk: 'y', table: 't', who: 'acc_1', what: 'changed', fields }) as never;
const from = (a: unknown, to: unknown) => ({ from: a, to });

describe('the history says what was done as people say it', () => {
  test('of an event', () => {
    const told = eventTold(HISTORY_WORDS);
    const status = (a: string, b: string) =>
      told(changed({ status: from(a, b), reason: from(undefined, 'Bão') }));
    expect(status('draft', 'published')).toBe('công bố');
    expect(status('published', 'postponed')).toBe('tạm hoãn');
    expect(status('postponed', 'published')).toBe('mở lại');
    expect(status('published', 'cancelled')).toBe('hủy');
    const dates = {
      startsAt: from('2026-03-25T00:30:00.000Z', '2026-04-08T00:30:00.000Z'),
      endsAt: from('2026-03-25T04:30:00.000Z', '2026-04-08T04:30:00.000Z'),
      sessions: from([], []),
      venue: from('A', 'B'),
    };
    const moved = 'dời lịch từ thứ Tư, 25/03/2026, 7:30 sang thứ Tư, 08/04/2026, 7:30';
    expect(told(changed(dates))).toBe(`${moved}, sửa nơi tổ chức`);
    expect(told(changed({ ...dates, status: from('published', 'postponed') }))).toBe(
      `tạm hoãn, ${moved}, sửa nơi tổ chức`,
    );
    expect(told(changed({ title: from('A', 'B') }))).toBe('sửa tên');
  });

  test('of an invitation', () => {
    const told = invitationTold({ letterText: 'nội dung thư', turn: 'lần gửi', status: 'tình trạng' });
    expect(told(changed({ status: from('prepared', 'issued'), turn: from(0, 1) }))).toBe('gửi thư mời');
    expect(told(changed({ turn: from(1, 2), letterText: 'hidden' }))).toBe(
      'gửi lại thư mời với đường dẫn mới, sửa nội dung thư',
    );
    expect(told(changed({ answer: from(undefined, { answer: 'declined' }) }))).toBe('trả lời: không tham dự');
    expect(told(changed({ answer: 'hidden' }))).toBe('ghi trả lời');
    expect(told(changed({ askedAgainAt: from(undefined, 'x') }))).toBe('mời lại theo lịch mới');
    expect(told(changed({ status: from('issued', 'revoked') }))).toBe('thu hồi thư mời');
  });

  test('of a registration', () => {
    const told = registrationTold({ fullName: 'họ tên', status: 'tình trạng' });
    expect(told(changed({ status: from('pending', 'confirmed') }))).toBe('duyệt');
    expect(told(changed({ status: from('waitlisted', 'confirmed') }))).toBe('xếp chỗ');
    expect(told(changed({ status: from('confirmed', 'cancelled') }))).toBe('hủy đăng ký');
    expect(told(changed({ status: from('cancelled', 'confirmed') }))).toBe('khôi phục đăng ký');
    expect(told(changed({ fullName: 'hidden' }))).toBe('sửa họ tên');
  });
});
