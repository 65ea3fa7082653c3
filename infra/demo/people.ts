import type { Particulars } from '../../functions/events/person/person-fields';
import { communes } from './units';

const FAMILIES = [
  'Nguyễn',
  'Trần',
  'Lê',
  'Phạm',
  'Huỳnh',
  'Võ',
  'Danh',
  'Đặng',
  'Bùi',
  'Lâm',
  'Phan',
  'Trương',
];
const WOMEN = [
  'Ánh',
  'Bích',
  'Cúc',
  'Duyên',
  'Hạnh',
  'Hồng',
  'Lan',
  'Liễu',
  'Mai',
  'Nga',
  'Phượng',
  'Thắm',
  'Út',
];
const MEN = [
  'An',
  'Bảy',
  'Cường',
  'Dũng',
  'Đức',
  'Hải',
  'Khánh',
  'Lợi',
  'Minh',
  'Nghĩa',
  'Phúc',
  'Tâm',
  'Sơn',
];
const POSITIONS = [
  'Trưởng ấp',
  'Bí thư chi bộ ấp',
  'Chi hội trưởng phụ nữ ấp',
  'Cựu chiến binh',
  'Người có uy tín',
];
const ROLES = ['leader', 'deputy', 'mediator'] as const;

export type SamplePerson = Particulars & { fullName: string; phone: string };

/**
 * A person who does not exist: every name contains "Mẫu" (sample), and the numbers 0900 000 xxx are not in
 * use. The same `n` makes the same person, so that people of 2021 come again.
 * @param n 1–990; people with an email are every seventh, as among mediators
 */
export const samplePerson = (n: number): SamplePerson => {
  const woman = n % 2 === 0;
  const given = (woman ? WOMEN : MEN)[Math.floor(n / 2) % 13]!;
  const family = FAMILIES[Math.floor(n / 26) % 12]!;
  const commune = communes[n % communes.length]!;
  return {
    fullName: `${family} ${woman ? 'Thị' : 'Văn'} Mẫu ${given}`,
    phone: `0900000${String(n).padStart(3, '0')}`,
    ...(n % 7 === 0 && { email: `hoagiaivien${n}@mau.example` }),
    unitId: commune.id,
    teamName: `Tổ hòa giải ấp mẫu ${(n % 5) + 1}`,
    teamRole: ROLES[n % 3],
    position: POSITIONS[n % POSITIONS.length],
    gender: woman ? 'female' : 'male',
    yearOfBirth: 1950 + (n % 45),
    interpreter: n % 23 === 0,
  };
};

export const samplePeople = (from: number, count: number): SamplePerson[] =>
  Array.from({ length: count }, (_, i) => samplePerson(from + i));
