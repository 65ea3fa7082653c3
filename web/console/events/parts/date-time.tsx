import type { FC } from 'hono/jsx';
import { instant } from '../../../../functions/platform/time/dates';
import { typedDate, typedTime } from '../../../../functions/platform/time/typed';
import {
  errorAt,
  type FieldProps,
  type Fields,
  type FormState,
  fieldId,
  messageOf,
  valueAt,
} from '../../../ui/form';
import { DateInput } from '../../../ui/form/date-input';

/** The time of a `DateTime`. */
const Part: FC<{
  form: FormState;
  name: string;
  id: string;
  about: string;
  invalid: boolean;
}> = ({ form, name, id, about, invalid }) => (
  <input
    type="text"
    autocomplete="off"
    id={id}
    name={name}
    value={valueAt(form, name) ?? ''}
    aria-describedby={about}
    aria-invalid={invalid ? 'true' : undefined}
  />
);

/**
 * A date and a time in Vietnam, typed as dd/mm/yyyy: a browser's own date input would show mm/dd on the
 * many office machines that speak English. They are posted as `name.date` and `name.time`.
 */
export const DateTime: FC<FieldProps> = ({ form, name, label, hint, optional }) => {
  const error = errorAt(form, name);
  const id = fieldId(name);
  const about = [`${id}-goi-y`, error && `${id}-loi`].filter(Boolean).join(' ');
  const part = { form, about, invalid: error !== undefined };
  return (
    <fieldset class={error ? 'invalid' : undefined}>
      <legend>
        {label} {optional && <span class="optional">(không bắt buộc)</span>}
      </legend>
      <p class="hint" id={`${id}-goi-y`}>
        {hint && <>{hint} </>}Ví dụ: 15/04/2027, 7:30; ghi 15/4/27, 7 giờ 30 cũng được
      </p>
      {error && (
        <p class="error-text" id={`${id}-loi`}>
          {messageOf('vi', error)}
        </p>
      )}
      <div class="date-time">
        <label for={id}>Ngày/tháng/năm</label>
        <DateInput
          id={id}
          name={`${name}.date`}
          value={valueAt(form, `${name}.date`) ?? ''}
          aria-describedby={about}
          aria-invalid={error ? 'true' : undefined}
        />
        <label for={`${id}-gio`}>Giờ</label>
        <Part {...part} name={`${name}.time`} id={`${id}-gio`} />
      </div>
    </fieldset>
  );
};

/**
 * What was typed as an instant. Nothing typed is undefined; what is no time stays as typed, so that the
 * schema refuses it.
 * @param otherwise the date and the time where one was left empty
 */
export const typedInstant = (
  fields: Fields,
  name: string,
  otherwise: { date?: string; time?: string } = {},
): string | undefined => {
  const date = fields[`${name}.date`] ?? (fields[`${name}.time`] ? otherwise.date : undefined);
  const time = fields[`${name}.time`] ?? (fields[`${name}.date`] ? otherwise.time : undefined);
  if (!date && !time) return undefined;
  return instant(typedDate(date ?? ''), typedTime(time ?? '')) ?? 'x';
};
