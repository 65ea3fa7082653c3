import { mayInvitations } from '../../../../functions/events/invitations/may';
import { Problem } from '../../../../functions/platform/problem/problem';
import type { Page } from '../../../env';
import { QUERY, withQuery } from '../../../query';
import { routes } from '../../../routes';

/** The id in the path of a page: an event's or an invitation's. */
export const idOf = (c: Page): string => c.req.param('id') ?? '';

/** @throws Problem `forbidden` */
export const mustSee = (c: Page) => {
  if (!mayInvitations(c.get('account')).see) throw new Problem('forbidden', 'forbidden');
};
/** @throws Problem `forbidden` */
export const mustInvite = (c: Page) => {
  if (!mayInvitations(c.get('account')).invite) throw new Problem('forbidden', 'forbidden');
};

/** What was just done with the invitation, by the word in the address. */
export const DONE_WORDS = {
  ky: 'Đã lưu giấy mời đã ký.',
  nhac: 'Đã gửi nhắc trả lời. Cơ quan không có email nằm trong danh sách cần gọi.',
  'tra-loi': 'Đã ghi trả lời của cơ quan.',
  'thu-hoi': 'Đã thu hồi thư mời. Cơ quan được báo.',
  gui: 'Đã gửi giấy mời. Thư đi trong ít phút; cơ quan không có email nằm trong danh sách cần gọi.',
  soan: 'Đã soạn giấy mời. Chưa gửi: vui lòng tải dự thảo để trình ký, rồi tải bản đã ký lên.',
} as const;

/** The word for an invitation that was just drafted. */
export const DRAFTED: keyof typeof DONE_WORDS = 'soan';

/** The page of the invitation, saying what was done. */
export const donePath = (c: Page, what: keyof typeof DONE_WORDS): string =>
  withQuery(routes.consoleInvitation(idOf(c)), { [QUERY.done]: what });
