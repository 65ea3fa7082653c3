import type { FC } from 'hono/jsx';
import { inSentence } from '../../../../functions/directory/units/words';
import type { Registration } from '../../../../functions/events/registrations/registration';
import type { RegistrationStatus } from '../../../../functions/seats/ledger/entry';

export const STATUS: Record<RegistrationStatus, { word: string; tag: string }> = {
  confirmed: { word: 'Đã giữ chỗ', tag: 'tag' },
  waitlisted: { word: 'Chờ chỗ', tag: 'tag sky' },
  pending: { word: 'Chờ duyệt', tag: 'tag sun' },
  cancelled: { word: 'Đã hủy', tag: 'tag grey' },
  declined: { word: 'Không duyệt', tag: 'tag grey' },
};

export const CHANNEL: Record<Registration['channel'], string> = {
  web: 'Trang đăng ký',
  phone: 'Điện thoại',
  nomination: 'Đơn vị cử',
  list: 'Nhập danh sách',
  api: 'Kết nối dữ liệu',
};

/** The channel in short, for a column. */
export const SOURCE: Record<Registration['channel'], string> = {
  web: 'Trang web',
  phone: 'Điện thoại',
  nomination: 'Cử',
  list: 'Danh sách',
  api: 'API',
};

export const BASIS: Record<Registration['basis'], string> = {
  person: 'Chính người đó cung cấp và đồng ý',
  paper: 'Đồng ý trên giấy, có người xác nhận',
  legal: 'Căn cứ khác theo quy định của pháp luật',
};

export const StatusTag: FC<{ r: Registration; nth?: number }> = ({ r, nth }) => (
  <span class={STATUS[r.status].tag}>
    {STATUS[r.status].word}
    {r.status === 'waitlisted' && nth ? `, thứ ${nth}` : ''}
  </span>
);

export const fromOf = (r: Registration): string => r.bodyName ?? r.unitName ?? '';

/** `Trưởng ấp, huyện Gò Quao`: position, team and unit or body in one line. */
export const whoIs = (r: Pick<Registration, 'position' | 'teamName' | 'bodyName' | 'unitName'>): string => {
  const from = r.bodyName ?? r.unitName ?? '';
  const before = [r.position, r.teamName].filter(Boolean);
  return [...before, before.length ? inSentence(from) : from].filter(Boolean).join(', ');
};
