import { fileURLToPath } from 'node:url';
import { type SamplePerson, samplePeople } from '../people';
import { communes, districts } from '../units';

/**
 * A list as an office writes it, for trying the import with the demo: a title, people under the name of their
 * commune, phone numbers in several spellings, a person without a phone, a total and a signature.
 * `npm run sample-list` writes it; it is kept in the repository, so that it is there before anything runs.
 */
export const SAMPLE_LIST = fileURLToPath(new URL('danh-sach-mau.xlsx', import.meta.url));

export const SAMPLE_HEAD = [
  'TT',
  'Họ và tên',
  'Năm sinh',
  'Giới tính',
  'Chức vụ',
  'Tổ hòa giải',
  'Số điện thoại',
  'Ghi chú',
];

export type SampleCell = string | number | null;

const spelled = (phone: string, i: number): string =>
  [
    phone,
    phone.replace(/(\d{4})(\d{3})/, '$1.$2.'),
    phone.replace(/^0(\d{3})(\d{3})/, '+84 $1 $2 '),
    `ĐT: ${phone.replace(/(\d{4})(\d{3})/, '$1 $2 ')}`,
  ][i % 4]!;

const rowOf = (p: SamplePerson, i: number): SampleCell[] => [
  i + 1,
  p.fullName,
  p.yearOfBirth!,
  p.gender === 'female' ? 'Nữ' : 'Nam',
  p.position!,
  p.teamName!,
  spelled(p.phone, i),
  p.interpreter ? 'cần phiên dịch tiếng Khmer' : null,
];

/** The rows of the list. The demo registers none of these people. */
export const sampleRows = (): SampleCell[][] => {
  const people = samplePeople(910, 24);
  const byCommune = communes
    .map((c) => ({ ...c, people: people.filter((p) => p.unitId === c.id) }))
    .filter((c) => c.people.length > 0);
  let n = 0;
  const groups = byCommune.flatMap(({ name, parentId, people }) => [
    [`Xã ${name}, huyện ${districts.find((d) => d.id === parentId)!.name}`],
    ...people.map((p) => rowOf(p, n++)),
  ]);
  return [
    ['PHÒNG TƯ PHÁP (DỮ LIỆU MẪU)'],
    ['DANH SÁCH HÒA GIẢI VIÊN THAM DỰ TẬP HUẤN'],
    [],
    SAMPLE_HEAD,
    ...groups,
    [n + 1, 'Danh Thị Mẫu Sà Rươn', 1959, 'Nữ', 'Người có uy tín', null, 'không có', null],
    [null, `Tổng cộng: ${n + 1} người`],
    [],
    [null, 'NGƯỜI LẬP BIỂU', null, null, null, null, 'TRƯỞNG PHÒNG'],
  ];
};
