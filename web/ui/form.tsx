import type { Child, FC } from 'hono/jsx';
import type { FieldError } from '../../functions/platform/problem/problem';
import { copy, type Language } from '../copy/copy';

/** What was typed, by field name, and what was wrong with it. */
export interface FormState {
  language: Language;
  values: Record<string, string | string[] | undefined>;
  errors: readonly FieldError[];
}

export const freshForm = (language: Language, values: FormState['values'] = {}): FormState => ({
  language,
  values,
  errors: [],
});

/** The words for one error. A code without words is a defect that a test looks for. */
export const messageOf = (language: Language, error: Pick<FieldError, 'code' | 'detail'>): string =>
  (copy(language).problems[error.code] ?? copy(language).problems.malformed!)(error.detail ?? {});

const idOf = (name: string) => `o-${name.replace(/[^\w-]/g, '-')}`;
const errorFor = (form: FormState, name: string) => form.errors.find((e) => e.path === name);
const valueFor = (form: FormState, name: string) => {
  const value = form.values[name];
  return Array.isArray(value) ? value[0] : value;
};

interface SummaryProps {
  form: FormState;
  /** What a field is called, where the messages of a long form do not say it themselves. */
  named?: (path: string) => string | undefined;
}

/** Says how many things need mending and leads to each. Stands first on the page. */
export const ErrorSummary: FC<SummaryProps> = ({ form, named }) =>
  form.errors.length === 0 ? null : (
    <div class="error-summary" role="alert" tabindex={-1} id="loi">
      <h2>{copy(form.language).shared.errors(form.errors.length)}</h2>
      <ul>
        {form.errors.map((e) => (
          <li>
            <a href={e.path ? `#${idOf(e.path)}` : '#noi-dung'}>
              {[named?.(e.path), messageOf(form.language, e)].filter(Boolean).join(': ')}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );

interface WrapProps {
  form: FormState;
  name: string;
  label: Child;
  hint?: Child;
  optional?: boolean;
}

const Wrap: FC<WrapProps & { children?: Child }> = ({ form, name, label, hint, optional, children }) => {
  const error = errorFor(form, name);
  return (
    <div class={error ? 'field invalid' : 'field'}>
      <label for={idOf(name)}>
        {label} {optional && <span class="optional">{copy(form.language).shared.optional}</span>}
      </label>
      {hint && (
        <p class="hint" id={`${idOf(name)}-goi-y`}>
          {hint}
        </p>
      )}
      {error && (
        <p class="error-text" id={`${idOf(name)}-loi`}>
          {messageOf(form.language, error)}
        </p>
      )}
      {children}
    </div>
  );
};

const described = (form: FormState, name: string, hint?: Child) => ({
  'aria-describedby':
    [hint && `${idOf(name)}-goi-y`, errorFor(form, name) && `${idOf(name)}-loi`].filter(Boolean).join(' ') ||
    undefined,
  'aria-invalid': errorFor(form, name) ? ('true' as const) : undefined,
});

interface InputProps extends WrapProps {
  type?: string;
  inputmode?: 'text' | 'numeric' | 'tel' | 'email' | 'url';
  autocomplete?: string;
  class?: string;
  maxlength?: number;
  required?: boolean;
  /** Only where the page is there for this one field. */
  autofocus?: boolean;
}

export const Field: FC<InputProps> = ({ form, name, label, hint, optional, type = 'text', ...rest }) => (
  <Wrap form={form} name={name} label={label} hint={hint} optional={optional}>
    <input
      id={idOf(name)}
      name={name}
      type={type}
      value={valueFor(form, name) ?? ''}
      {...described(form, name, hint)}
      {...rest}
    />
  </Wrap>
);

export const TextArea: FC<WrapProps & { rows?: number }> = ({
  form,
  name,
  label,
  hint,
  optional,
  rows = 5,
}) => (
  <Wrap form={form} name={name} label={label} hint={hint} optional={optional}>
    <textarea id={idOf(name)} name={name} rows={rows} {...described(form, name, hint)}>
      {valueFor(form, name) ?? ''}
    </textarea>
  </Wrap>
);

export interface Option {
  value: string;
  label: string;
  /** Options of one group stand together under its name. */
  group?: string;
  data?: string;
  /** Where the label is in another language than the page. */
  lang?: string;
}

export const Select: FC<WrapProps & { options: readonly Option[]; empty?: string }> = ({
  form,
  name,
  label,
  hint,
  optional,
  options,
  empty,
}) => {
  const chosen = valueFor(form, name) ?? '';
  const groups = [...new Set(options.map((o) => o.group))];
  const one = (o: Option) => (
    <option value={o.value} selected={o.value === chosen} data-of={o.data}>
      {o.label}
    </option>
  );
  return (
    <Wrap form={form} name={name} label={label} hint={hint} optional={optional}>
      <select id={idOf(name)} name={name} {...described(form, name, hint)}>
        {empty !== undefined && <option value="">{empty}</option>}
        {groups.map((group) =>
          group ? (
            <optgroup label={group}>{options.filter((o) => o.group === group).map(one)}</optgroup>
          ) : (
            options.filter((o) => !o.group).map(one)
          ),
        )}
      </select>
    </Wrap>
  );
};

/** One box to tick. Never ticked beforehand unless the person ticked it. */
export const Checkbox: FC<{ form: FormState; name: string; label: Child; value?: string }> = ({
  form,
  name,
  label,
  value = 'on',
}) => {
  const error = errorFor(form, name);
  const ticked = [form.values[name]].flat().includes(value);
  const id = value === 'on' ? idOf(name) : `${idOf(name)}-${idOf(value)}`;
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

export const Radios: FC<Omit<WrapProps, 'optional'> & { options: readonly Option[] }> = ({
  form,
  name,
  label,
  hint,
  options,
}) => {
  const error = errorFor(form, name);
  const chosen = valueFor(form, name);
  return (
    <fieldset class={error ? 'invalid' : undefined}>
      <legend>{label}</legend>
      {hint && <p class="hint">{hint}</p>}
      {error && <p class="error-text">{messageOf(form.language, error)}</p>}
      {options.map((o, i) => (
        <div class="check">
          <input
            type="radio"
            id={i === 0 ? idOf(name) : `${idOf(name)}-${i}`}
            name={name}
            value={o.value}
            checked={o.value === chosen}
          />
          <label for={i === 0 ? idOf(name) : `${idOf(name)}-${i}`} lang={o.lang}>
            {o.label}
          </label>
        </div>
      ))}
    </fieldset>
  );
};

export const Button: FC<{ children?: Child; kind?: 'plain' | 'warn'; name?: string; value?: string }> = ({
  children,
  kind,
  name,
  value,
}) => (
  <button type="submit" class={kind ? `btn ${kind}` : 'btn'} name={name} value={value}>
    {children}
  </button>
);
