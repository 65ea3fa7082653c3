import type { FC } from 'hono/jsx';
import { calendarDate, instant } from '../../../../functions/platform/time/dates';
import {
  errorAt,
  type FieldProps,
  type Fields,
  type FormState,
  fieldId,
  messageOf,
  valueAt,
} from '../../../ui/form';

/** One of the two inputs of a `DateTime`. */
const Part: FC<{
  form: FormState;
  name: string;
  id: string;
  about: string;
  invalid: boolean;
  digits?: boolean;
}> = ({ form, name, id, about, invalid, digits }) => (
  <input
    type="text"
    inputmode={digits ? 'numeric' : undefined}
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
        {hint && <>{hint} </>}Ví dụ: 15/04/2027, 7:30
      </p>
      {error && (
        <p class="error-text" id={`${id}-loi`}>
          {messageOf('vi', error)}
        </p>
      )}
      <div class="date-time">
        <label for={id}>Ngày/tháng/năm</label>
        <Part {...part} name={`${name}.date`} id={id} digits />
        <label for={`${id}-gio`}>Giờ</label>
        <Part {...part} name={`${name}.time`} id={`${id}-gio`} />
      </div>
    </fieldset>
  );
};

/** `7:30`, `7h30`, `7h` */
export const clock = (typed: string): string => {
  const said = /^\s*(\d{1,2})\s*(?:[:hg.]\s*(\d{2})?)?\s*$/i.exec(typed);
  return said ? `${said[1]!.padStart(2, '0')}:${said[2] ?? '00'}` : typed.trim();
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
  return instant(calendarDate(date ?? ''), clock(time ?? '')) ?? 'x';
};
