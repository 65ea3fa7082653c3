import type { FieldSpec } from '../../ui/form';

/** The number and day that the clerical office gave a letter. @param example a number of this kind of letter */
export const numberFields = (example: string) =>
  ({
    number: {
      label: 'Số, ký hiệu',
      hint: `Ví dụ: ${example}`,
      optional: true,
      maxlength: 40,
      class: 'short',
    },
    dated: {
      label: 'Ngày ký',
      hint: 'Ngày/tháng/năm, ví dụ 15/04/2027',
      optional: true,
      inputmode: 'numeric',
      class: 'short',
    },
  }) satisfies Record<string, FieldSpec>;
