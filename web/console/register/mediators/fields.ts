import { showPhone } from '../../../../functions/platform/text/phone';
import { QUESTION_CODES } from '../../../../functions/register/mediators/check';
import type { Mediator } from '../../../../functions/register/mediators/mediator';
import {
  GENDER_WORDS,
  GENDERS,
  ROLE_WORDS,
  ROLES_IN_TEAM,
} from '../../../../functions/register/mediators/traits';
import type { FieldSpec, Fields, FormState, Values } from '../../../ui/form';

/** What is asked of a mediator, in the order of the page. */
export const PERSON_FIELDS = {
  fullName: { label: 'Họ và tên' },
  phone: { label: 'Số điện thoại', type: 'tel', optional: true, hint: 'Để trống nếu không có.' },
  gender: {
    as: 'select',
    label: 'Giới tính',
    empty: 'Chưa ghi',
    optional: true,
    options: GENDERS.map((value) => ({ value, label: GENDER_WORDS[value] })),
  },
  yearOfBirth: { label: 'Năm sinh', inputmode: 'numeric', class: 'short', optional: true },
  role: {
    as: 'select',
    label: 'Vai trò trong tổ',
    options: [...ROLES_IN_TEAM].reverse().map((value) => ({ value, label: ROLE_WORDS[value] })),
  },
  qualification: { label: 'Trình độ chuyên môn', hint: 'Ví dụ: Trung cấp Luật.', optional: true },
  position: { label: 'Chức vụ, công việc', hint: 'Ví dụ: Trưởng ấp.', optional: true },
  anotherPerson: { as: 'tick', label: 'Đây là người khác' },
} as const satisfies Record<string, FieldSpec>;
export type PersonField = keyof typeof PERSON_FIELDS;

/** The posted particulars, to be parsed. */
export const particularsIn = (fields: Readonly<Fields<PersonField>>) => ({
  fullName: fields.fullName ?? '',
  phone: fields.phone,
  gender: fields.gender,
  yearOfBirth: fields.yearOfBirth,
  role: fields.role,
  qualification: fields.qualification,
  position: fields.position,
});

export const particularsOf = (one: Mediator): Values => ({
  fullName: one.fullName,
  phone: one.phone && showPhone(one.phone),
  gender: one.gender,
  yearOfBirth: one.yearOfBirth?.toString(),
  role: one.role,
  qualification: one.qualification,
  position: one.position,
});

/** Whether the form asks if it is another person. */
export const asksAnother = (form: Pick<FormState, 'errors' | 'values'>): boolean =>
  form.errors.some(({ code }) => QUESTION_CODES.includes(code)) || form.values.anotherPerson !== undefined;
