import type { Role } from './account';

/** What a role is called, in pages and mails. */
export const ROLE_WORDS: Record<Role, string> = {
  admin: 'Quản trị viên',
  organizer: 'Người tổ chức',
  officer: 'Cán bộ phụ trách địa bàn',
  viewer: 'Người xem',
};
