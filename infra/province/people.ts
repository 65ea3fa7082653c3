import { type SamplePerson, samplePerson } from '../demo/people';

const FAMILIES = ['Nguyễn', 'Trần', 'Lê', 'Phạm', 'Huỳnh', 'Võ', 'Danh', 'Đặng', 'Bùi', 'Lâm', 'Thị', 'Kim'];
const MIDDLE = {
  female: ['Thị', 'Thị Bích', 'Thị Ngọc', 'Thị Kim', 'Thị Thu'],
  male: ['Văn', 'Hữu', 'Minh', 'Quốc', 'Thanh'],
};
const GIVEN = {
  female: ['Ánh', 'Cúc', 'Duyên', 'Đào', 'Hạnh', 'Lan', 'Mai', 'Nga', 'Phượng', 'Út', 'Yến'],
  male: ['An', 'Bình', 'Cường', 'Dũng', 'Đức', 'Hải', 'Khánh', 'Lợi', 'Nghĩa', 'Phước', 'Sơn'],
};

const pick = (of: readonly string[], n: number): string => of[n % of.length]!;

/**
 * The nth mediator of a generated province. Each name contains "Mẫu" (sample), and the numbers 0900 1xx xxx are not in
 * use. Two of three are men, as in most offices' lists; every seventh has an email address.
 * @param n from 0 to 899,999
 */
export const generatedPerson = (n: number, team: { unitId: string; name: string }): SamplePerson => {
  const gender = n % 3 === 0 ? 'female' : 'male';
  const given = pick(GIVEN[gender], n);
  const middle = pick(MIDDLE[gender], Math.floor(n / 33));
  return {
    ...samplePerson(n % 990),
    fullName: `${pick(FAMILIES, Math.floor(n / 7))} ${middle} Mẫu ${given}`,
    phone: `0900${100_000 + n}`,
    ...(n % 7 === 0 && { email: `hoagiaivien${n}@mau.example` }),
    unitId: team.unitId,
    teamName: team.name,
    teamRole: n % 7 === 0 ? 'leader' : n % 7 === 1 ? 'deputy' : 'mediator',
    gender,
    yearOfBirth: 1950 + (n % 50),
  };
};
