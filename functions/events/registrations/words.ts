import type { RegistrationStatus } from '../../seats/ledger/entry';
import { isReserve } from './nominees';
import type { ConsentBasis, Registration } from './registration';

/** A registration's status as people read it, on pages and in files. */
export const STATUS_WORD: Record<RegistrationStatus, string> = {
  confirmed: 'Đã giữ chỗ',
  waitlisted: 'Chờ chỗ',
  pending: 'Chờ duyệt',
  cancelled: 'Đã hủy',
  declined: 'Không duyệt',
};

/** The same of one registration: a reserve waits for a seat of its quota alone. */
export const statusWord = (r: Pick<Registration, 'status' | 'how' | 'nominationId'>): string =>
  isReserve(r) ? 'Dự bị' : STATUS_WORD[r.status];

/** How a registration came in, as staff read it. */
export const CHANNEL_WORD: Record<Registration['channel'], string> = {
  web: 'Trang đăng ký',
  phone: 'Điện thoại',
  nomination: 'Đơn vị cử',
  list: 'Nhập danh sách',
  api: 'Kết nối dữ liệu',
  door: 'Ghi tại cửa',
  invitation: 'Khách mời',
};

/** On what ground a person's data are used, as staff read it. */
export const CONSENT_WORD: Record<ConsentBasis, string> = {
  form: 'Người đăng ký đồng ý trên trang',
  phone: 'Người đăng ký đồng ý qua điện thoại',
  door: 'Người tham dự đồng ý tại cửa',
  unit: 'Người được cử đồng ý với đơn vị cử',
  office: 'Người đăng ký đồng ý với cán bộ ghi tên',
  paper: 'Đồng ý trên giấy, có người xác nhận',
  list: 'Đồng ý trên danh sách giấy, có người xác nhận',
  body: 'Trả lời của cơ quan được mời',
  legal: 'Căn cứ khác theo pháp luật',
};
