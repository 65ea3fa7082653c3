import type { Child, FC } from 'hono/jsx';
import { WHY_STOPPED } from '../../../functions/confirmations/confirmation';
import type { TeamPeople } from '../../../functions/confirmations/people';
import { WHY_WORD } from '../../../functions/confirmations/words';
import { showCount } from '../../../functions/platform/text/count';
import { ROLE_WORDS, ROLES_IN_TEAM } from '../../../functions/register/mediators/traits';
import { errorAt, Field, type FieldSpec, type FormState, fieldId, messageOf, Select } from '../../ui/form';
import { listIn, ofMissing, ofPerson, PERSON, rowsFor, STOPPED } from './read-form';

/** What is declared of the form; the rows of people are drawn below. */
export const confirmFields = () =>
  ({
    version: { as: 'hidden' },
    [PERSON]: { as: 'custom' },
    [STOPPED]: { as: 'custom' },
    position: {
      label: 'Chức vụ của người trả lời',
      hint: 'Ví dụ: Công chức Tư pháp - Hộ tịch. Không ghi họ tên.',
    },
  }) as const satisfies Record<string, FieldSpec>;

interface Props {
  form: FormState;
  list: readonly TeamPeople[];
  /** The field of the person who answers. */
  position: Child;
}

/** The list as it is, with a box for each who stopped, and rows for those who are missing. */
export const ConfirmRows: FC<Props> = ({ form, list, position }) => {
  const error = errorAt(form, PERSON);
  const count = list.reduce((sum, { people }) => sum + people.length, 0);
  return (
    <>
      <div id={fieldId(PERSON)}>
        {error && <p class="error-text">{messageOf(form.language, error)}</p>}
        <p>
          Danh sách hiện có {showCount(list.length)} tổ, {showCount(count)} hòa giải viên. Chỉ đánh dấu người
          đã thôi làm; người không được đánh dấu là vẫn làm.
        </p>
      </div>
      {list.map(({ team, people }) => (
        <section>
          <h2>{team.name}</h2>
          {people.length === 0 ? (
            <p class="soft">Chưa có hòa giải viên nào trong danh sách.</p>
          ) : (
            people.map((one) => <PersonRow form={form} {...one} />)
          )}
        </section>
      ))}
      <h2>Người chưa có trong danh sách</h2>
      <p>Ghi người đang làm hòa giải viên nhưng chưa có tên ở trên. Để trống nếu không thiếu ai.</p>
      {Array.from({ length: rowsFor(form.values) }, (_, row) => (
        <MissingRow form={form} row={row} list={list} />
      ))}
      {position}
    </>
  );
};

const PersonRow: FC<{ form: FormState } & TeamPeople['people'][number]> = ({ form, id, fullName, role }) => {
  const isStopped = listIn(form.values, STOPPED).includes(id);
  const box = fieldId(`${STOPPED}_${id}`);
  return (
    <fieldset>
      <legend>
        {fullName}, {ROLE_WORDS[role].toLocaleLowerCase('vi')}
      </legend>
      <input type="hidden" name={PERSON} value={id} />
      <div class="check">
        <input type="checkbox" id={box} name={STOPPED} value={id} checked={isStopped} />
        <label for={box}>Đã thôi làm</label>
      </div>
      <details open={isStopped}>
        <summary>Ngày, lý do thôi làm</summary>
        <Field form={form} name={ofPerson('on', id)} label="Thôi làm từ ngày" date optional />
        <Select
          form={form}
          name={ofPerson('reason', id)}
          label="Lý do"
          empty="Chọn"
          options={WHY_STOPPED.map((value) => ({ value, label: WHY_WORD[value] }))}
          optional
        />
        <Field form={form} name={ofPerson('number', id)} label="Số quyết định" class="short" optional />
      </details>
    </fieldset>
  );
};

const MissingRow: FC<{ form: FormState; row: number; list: readonly TeamPeople[] }> = ({
  form,
  row,
  list,
}) => (
  <fieldset>
    <legend>Người thứ {showCount(row + 1)}</legend>
    <Field form={form} name={ofMissing('fullName', row)} label="Họ và tên" optional />
    <Field form={form} name={ofMissing('phone', row)} label="Số điện thoại" type="tel" optional />
    <Select
      form={form}
      name={ofMissing('teamId', row)}
      label="Tổ hòa giải"
      empty="Chọn tổ"
      options={list.map(({ team }) => ({ value: team.id, label: team.name }))}
      optional
    />
    <Select
      form={form}
      name={ofMissing('role', row)}
      label="Vai trò trong tổ"
      options={[...ROLES_IN_TEAM].reverse().map((value) => ({ value, label: ROLE_WORDS[value] }))}
      optional
    />
    <Field form={form} name={ofMissing('on', row)} label="Ngày được bầu hoặc công nhận" date optional />
    <Field
      form={form}
      name={ofMissing('number', row)}
      label="Số quyết định công nhận"
      class="short"
      optional
    />
  </fieldset>
);
