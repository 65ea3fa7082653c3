import type { FieldSpec } from '../../../ui/form';

/** The reason that all who are told of a postponement or cancellation read. */
export const REASON: FieldSpec = {
  as: 'text-area',
  label: 'Lý do',
  hint: 'Mọi người liên quan sẽ đọc lý do này.',
  rows: 3,
};
