import { plain } from '../../text';
import type { ListRow } from './rows';

const GENDER: Record<string, string> = { nu: 'female', nam: 'male' };
const ROLE: Record<string, string> = {
  'to truong': 'leader',
  'to pho': 'deputy',
  'hoa giai vien': 'mediator',
  'thanh vien': 'mediator',
};

/** What a row says of a person, as `Particulars` takes it; where they come from is read apart. */
export const particularsIn = ({
  unit: _unit,
  district: _district,
  body: _body,
  ...said
}: ListRow['said']): Record<string, unknown> => {
  const { phone, gender, yearOfBirth, teamRole, interpreter, ...text } = said;
  return {
    ...text,
    phone: phone ? restoreZero(phone) : '',
    fullName: said.fullName ?? '',
    ...(gender && { gender: GENDER[plain(gender)] ?? 'other' }),
    ...(yearOfBirth && { yearOfBirth: Number(/\d{4}/.exec(yearOfBirth)?.[0]) }),
    ...(teamRole && ROLE[plain(teamRole)] && { teamRole: ROLE[plain(teamRole)] }),
    ...(interpreter && { interpreter: !plain(interpreter).startsWith('khong') }),
  };
};

/** Excel drops the zero that a phone number begins with. */
const restoreZero = (phone: string): string => {
  const digits = phone.replace(/\D/g, '');
  return /^[35789]\d{8}$/.test(digits) ? `0${digits}` : phone;
};
