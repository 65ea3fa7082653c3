import type { FC } from 'hono/jsx';
import { newToken } from '../../../functions/platform/keys/ids';
import { TYPE_WORD } from '../../../functions/support/words';
import type { FieldSpec, Fields, FilledForm } from '../../ui/form';
import { valueAt } from '../../ui/form';
import { FoundPersonal } from './found-personal';

/** What is asked about a hard case, the same way of mediators and of officers. */
export const questionFields = {
  nonce: { as: 'hidden' },
  type: {
    as: 'radios',
    label: 'Loại vụ, việc',
    options: Object.entries(TYPE_WORD).map(([value, label]) => ({ value, label })),
  },
  words: {
    as: 'text-area',
    label: 'Vụ, việc và điều cần hỗ trợ',
    hint: 'Không ghi họ tên, số điện thoại, số giấy tờ tùy thân của các bên. Ghi “ông A”, “bà B”, “hộ thứ nhất”.',
    rows: 8,
  },
  namesChecked: { as: 'tick', label: 'Các chữ nêu trên không phải họ tên người', optional: true },
} as const satisfies Record<string, FieldSpec>;
type QuestionField = keyof typeof questionFields;

/** Sent twice by one form it is one request. */
export const freshQuestion = () => ({ nonce: newToken() });

export const questionOf = ({ type, words = '', namesChecked, nonce }: Readonly<Fields<QuestionField>>) => ({
  type,
  words,
  nonce,
  ...(namesChecked && { namesChecked: true }),
});

/** The questions, with a warning that names what seems to tell of a person in what was typed. */
export const Questions: FC<{ form: FilledForm<QuestionField> }> = ({ form }) => (
  <>
    <form.Field name="type" />
    <form.Field name="words" />
    {form.errors.length > 0 && (
      <FoundPersonal text={valueAt(form, 'words') ?? ''} tick={<form.Field name="namesChecked" />} />
    )}
  </>
);
