import type { Session } from '../../../functions/directory/sessions/session';

/** The device of a session, as its person would know it again. */
export const deviceWords = ({ device }: Pick<Session, 'device'>): string => device ?? 'Không rõ thiết bị';

/** The network of a session: an address of IPv4 with its last number left out. */
export const networkWords = ({ network }: Pick<Session, 'network'>): string =>
  network?.replace(/^([\d.]+)\/24$/, '$1.x') ?? 'Không rõ mạng';

export const SIGNED_IN_BY: Record<Session['how'], string> = {
  code: 'mã qua email',
  passkey: 'khóa truy cập',
  recovery: 'khôi phục',
};
