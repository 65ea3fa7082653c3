import type { FC } from 'hono/jsx';
import { newToken } from '../../../functions/platform/keys/ids';
import { POINT_SORTS, type PointSort } from '../../../functions/points/point';
import { POINT_SORT_WORD } from '../../../functions/points/words';
import { type FieldSpec, type Fields, type FilledForm, valueAt } from '../../ui/form';
import { FoundPersonal } from '../support/found-personal';

/** What is asked about a paper or a difficulty, the same way of the person and of staff. */
export const pointFields = {
  nonce: { as: 'hidden' },
  sort: { as: 'radios', label: 'Loại' },
  title: { label: 'Tên gọi ngắn' },
  words: {
    as: 'text-area',
    label: 'Nội dung',
    hint: 'Với khó khăn, vướng mắc: không ghi họ tên, số điện thoại, số giấy tờ tùy thân của các bên. Ghi “ông A”, “bà B”.',
    rows: 10,
  },
  namesChecked: { as: 'tick', label: 'Các chữ nêu trên không phải họ tên người', optional: true },
} as const satisfies Record<string, FieldSpec>;
type PointField = keyof typeof pointFields;

export const pointOf = ({
  sort,
  title = '',
  words = '',
  namesChecked,
  nonce,
}: Readonly<Fields<PointField>>) => ({
  sort,
  title,
  words,
  ...(nonce && { nonce }),
  ...(namesChecked && { namesChecked: true }),
});

/** The secret by which a form that is sent twice raises one thing. */
export const nonceOf = (form: FilledForm<PointField>): { nonce: string } => ({
  nonce: valueAt(form, 'nonce') || newToken(),
});

/** @param sorts what can be raised here */
export const PointQuestions: FC<{ form: FilledForm<PointField>; sorts?: readonly PointSort[] }> = ({
  form,
  sorts = POINT_SORTS,
}) => (
  <>
    <form.Field name="sort" options={sorts.map((value) => ({ value, label: POINT_SORT_WORD[value] }))} />
    <form.Field name="title" />
    <form.Field name="words" />
    {form.errors.some(({ code }) => code === 'support-name' || code === 'support-number') && (
      <FoundPersonal
        text={`${valueAt(form, 'title') ?? ''}\n${valueAt(form, 'words') ?? ''}`}
        tick={<form.Field name="namesChecked" />}
      />
    )}
  </>
);
