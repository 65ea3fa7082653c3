import type { FC } from 'hono/jsx';
import { instant } from '../../../functions/platform/time/dates';
import type { FormState } from '../../ui/form';
import { messageOf } from '../../ui/form';
import type { Fields } from '../../ui/read-form';

const one = (form: FormState, name: string): string => [form.values[name]].flat()[0] ?? '';

interface DateTimeProps {
  form: FormState;
  /** The field of the input; its date and time are typed as `name.date` and `name.time`. */
  name: string;
  label: string;
  hint?: string;
  optional?: boolean;
}

/**
 * A date and a time in Vietnam, typed as dd/mm/yyyy: a browser's own date input would show mm/dd on the
 * many office machines that speak English.
 */
export const DateTime: FC<DateTimeProps> = ({ form, name, label, hint, optional }) => {
  const error = form.errors.find((e) => e.path === name);
  const id = `o-${name.replace(/[^\w-]/g, '-')}`;
  const about = [`${id}-goi-y`, error && `${id}-loi`].filter(Boolean).join(' ');
  const invalid = error ? ('true' as const) : undefined;
  return (
    <fieldset class={error ? 'invalid' : undefined}>
      <legend>
        {label} {optional && <span class="optional">(không bắt buộc)</span>}
      </legend>
      <p class="hint" id={`${id}-goi-y`}>
        {[hint, 'Ví dụ: 15/04/2027, 7:30'].filter(Boolean).join(' ')}
      </p>
      {error && (
        <p class="error-text" id={`${id}-loi`}>
          {messageOf('vi', error)}
        </p>
      )}
      <div class="date-time">
        <label for={id}>Ngày/tháng/năm</label>
        <input
          type="text"
          inputmode="numeric"
          autocomplete="off"
          id={id}
          name={`${name}.date`}
          value={one(form, `${name}.date`)}
          aria-describedby={about}
          aria-invalid={invalid}
        />
        <label for={`${id}-gio`}>Giờ</label>
        <input
          type="text"
          autocomplete="off"
          id={`${id}-gio`}
          name={`${name}.time`}
          value={one(form, `${name}.time`)}
          aria-describedby={about}
          aria-invalid={invalid}
        />
      </div>
    </fieldset>
  );
};

/** `15/4/2027` or `2027-04-15`, as the calendar's date. */
export const calendarDate = (typed: string): string => {
  const said = /^\s*(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})\s*$/.exec(typed);
  return said ? `${said[3]}-${said[2]!.padStart(2, '0')}-${said[1]!.padStart(2, '0')}` : typed.trim();
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
