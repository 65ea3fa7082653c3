import type { FC } from 'hono/jsx';
import {
  type Fields,
  type FormState,
  fieldId,
  messageOf,
  typedRows,
  type Values,
  valueAt,
} from '../../ui/form';
import type { ShownLetter } from './read';

const LIST = 'guests';

/** The people that the list names, as fields of the form. */
export const guestValues = ({ members }: Pick<ShownLetter, 'members'>): Values =>
  typedRows(
    LIST,
    members.map(({ id, guest }) => ({ id, guest })),
  );

/** Who is invited for each body: an empty line names no person. */
export const GuestQuestions: FC<{ form: FormState; shown: ShownLetter }> = ({ form, shown }) => (
  <details open={form.errors.some(({ path }) => path.startsWith(LIST))}>
    <summary>Người được mời của từng cơ quan</summary>
    <p class="hint">
      Ví dụ: đồng chí Lê Văn A, Chủ tịch. Danh sách kèm theo có cột “Kính mời” khi có ít nhất một người; ô bỏ
      trống chỉ ghi tên cơ quan.
    </p>
    {shown.addressees.map(({ invitation: { id, bodyName }, people }, i) => {
      const name = `${LIST}.${i}.guest`;
      const error = form.errors.find(({ path }) => path === name);
      return (
        <div class={error ? 'field invalid' : 'field'}>
          <input type="hidden" name={`${LIST}.${i}.id`} value={id} />
          <label for={fieldId(name)}>{bodyName}</label>
          {error && (
            <p class="error-text" id={`${fieldId(name)}-loi`}>
              {messageOf('vi', error)}
            </p>
          )}
          <input
            type="text"
            id={fieldId(name)}
            name={name}
            value={valueAt(form, name)}
            maxlength={200}
            list={people.length > 0 ? `${fieldId(name)}-danh-ba` : undefined}
            aria-invalid={error ? 'true' : undefined}
            aria-describedby={error ? `${fieldId(name)}-loi` : undefined}
          />
          {people.length > 0 && (
            <datalist id={`${fieldId(name)}-danh-ba`}>
              {people.map((person) => (
                <option value={person} />
              ))}
            </datalist>
          )}
        </div>
      );
    })}
  </details>
);

/** The people as the schema takes them, in the order of the form. */
export const readGuests = (fields: Fields, { members }: Pick<ShownLetter, 'members'>) => {
  // The order of the page, which names each body: the list may have changed meanwhile.
  const ids = members.map((_, i) => fields[`${LIST}.${i}.id`]);
  return ids.flatMap((invitationId, i) =>
    invitationId ? [{ invitationId, guest: fields[`${LIST}.${i}.guest`] }] : [],
  );
};
