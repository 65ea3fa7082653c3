import type { Child, FC } from 'hono/jsx';
import { viOn } from '../../vietnamese';
import { described, type FieldProps, Labelled } from './inputs';
import { errorAt, type FormState, fieldId, messageOf, valueAt } from './state';

export interface Option {
  value: string;
  label: string;
  /** Options of one group are listed under its name. */
  group?: string;
  data?: string;
  /** If the label is in another language than the page. */
  lang?: string;
}

export interface SelectProps {
  options: readonly Option[];
  /** The first line, which chooses nothing. */
  empty?: string;
  /** The options are names of places or bodies, which are Vietnamese on every page. */
  names?: boolean;
}

export const Select: FC<FieldProps & SelectProps> = ({ options, empty, names, ...field }) => {
  const { form, name, hint } = field;
  const chosen = valueAt(form, name) ?? '';
  const lang = names ? viOn(form.language) : undefined;
  const groups = [...new Set(options.map((o) => o.group))];
  const one = (o: Option) => (
    <option value={o.value} selected={o.value === chosen} data-of={o.data}>
      {o.label}
    </option>
  );
  return (
    <Labelled {...field}>
      <select id={fieldId(name)} name={name} lang={lang} {...described(form, name, hint)}>
        {empty !== undefined && (
          <option value="" lang={lang && form.language}>
            {empty}
          </option>
        )}
        {groups.map((group) =>
          group ? (
            <optgroup label={group}>{options.filter((o) => o.group === group).map(one)}</optgroup>
          ) : (
            options.filter((o) => !o.group).map(one)
          ),
        )}
      </select>
    </Labelled>
  );
};

/** One box to tick. It is ticked only if the person ticked it. */
export const Checkbox: FC<{ form: FormState; name: string; label: Child; value?: string }> = ({
  form,
  name,
  label,
  value = 'on',
}) => {
  const error = errorAt(form, name);
  const ticked = [form.values[name]].flat().includes(value);
  const id = value === 'on' ? fieldId(name) : `${fieldId(name)}-${fieldId(value)}`;
  return (
    <div class={error ? 'invalid' : undefined}>
      {error && (
        <p class="error-text" id={`${id}-loi`}>
          {messageOf(form.language, error)}
        </p>
      )}
      <div class="check">
        <input
          type="checkbox"
          id={id}
          name={name}
          value={value}
          checked={ticked}
          aria-describedby={error ? `${id}-loi` : undefined}
        />
        <label for={id}>{label}</label>
      </div>
    </div>
  );
};

export const Radios: FC<Omit<FieldProps, 'optional'> & { options: readonly Option[] }> = ({
  form,
  name,
  label,
  hint,
  options,
}) => {
  const error = errorAt(form, name);
  const chosen = valueAt(form, name);
  const idOf = (i: number) => (i === 0 ? fieldId(name) : `${fieldId(name)}-${i}`);
  return (
    <fieldset class={error ? 'invalid' : undefined}>
      <legend>{label}</legend>
      {hint && <p class="hint">{hint}</p>}
      {error && <p class="error-text">{messageOf(form.language, error)}</p>}
      {options.map((o, i) => (
        <div class="check">
          <input type="radio" id={idOf(i)} name={name} value={o.value} checked={o.value === chosen} />
          <label for={idOf(i)} lang={o.lang}>
            {o.label}
          </label>
        </div>
      ))}
    </fieldset>
  );
};
