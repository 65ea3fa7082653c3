import type { FC } from 'hono/jsx';
import { inSentence } from '../../../../functions/directory/units/words';
import type { Registration } from '../../../../functions/events/registrations/registration';
import { statusWord } from '../../../../functions/events/registrations/words';
import type { RegistrationStatus } from '../../../../functions/seats/ledger/entry';

const STATUS_TAG: Record<RegistrationStatus, string> = {
  confirmed: 'tag',
  waitlisted: 'tag sky',
  pending: 'tag sun',
  cancelled: 'tag grey',
  declined: 'tag grey',
};

/** The channel in short, for a column. */
export const SOURCE: Record<Registration['channel'], string> = {
  web: 'Trang web',
  phone: 'Điện thoại',
  nomination: 'Cử',
  list: 'Danh sách',
  api: 'API',
  door: 'Tại cửa',
  invitation: 'Khách mời',
};

export const StatusTag: FC<{ r: Registration; nth?: number }> = ({ r, nth }) => (
  <span class={STATUS_TAG[r.status]}>
    {statusWord(r)}
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

/** `sinh 1975`: with the phone number it tells namesakes of one commune apart. */
export const bornOf = ({ yearOfBirth }: Pick<Registration, 'yearOfBirth'>): string | undefined =>
  yearOfBirth === undefined ? undefined : `sinh ${yearOfBirth}`;
