import type { FieldSpec } from '../../ui/form';

/** How an answer came that staff enter. */
export const throughField = (label: string) =>
  ({
    as: 'radios',
    label,
    options: [
      { value: 'phone', label: 'Qua điện thoại' },
      { value: 'letter', label: 'Bằng công văn' },
    ],
  }) as const satisfies FieldSpec;
