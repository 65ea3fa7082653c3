import type { Child, FC } from 'hono/jsx';
import { copy } from '../../copy/copy';
import { DateInput } from './date-input';
import { errorAt, type FormState, fieldId, messageOf, valueAt } from './state';

/** What every field has. */
export interface FieldProps {
  form: FormState;
  name: string;
  label: Child;
  hint?: Child;
  optional?: boolean;
}

/** The label of a field, its hint and its error, above the control. */
export const Labelled: FC<FieldProps & { children?: Child }> = ({
  form,
  name,
  label,
  hint,
  optional,
  children,
}) => {
  const error = errorAt(form, name);
  const id = fieldId(name);
  return (
    <div class={error ? 'field invalid' : 'field'}>
      <label for={id}>
        {label} {optional && <span class="optional">{copy(form.language).shared.optional}</span>}
      </label>
      {hint && (
        <p class="hint" id={`${id}-goi-y`}>
          {hint}
        </p>
      )}
      {error && (
        <p class="error-text" id={`${id}-loi`}>
          {messageOf(form.language, error)}
        </p>
      )}
      {children}
    </div>
  );
};

/** Ties a control to its hint and its error for screen readers. */
export const described = (form: FormState, name: string, hint?: Child) => {
  const id = fieldId(name);
  const error = errorAt(form, name);
  return {
    'aria-describedby': [hint && `${id}-goi-y`, error && `${id}-loi`].filter(Boolean).join(' ') || undefined,
    'aria-invalid': error ? ('true' as const) : undefined,
  };
};

export interface TextProps {
  type?: string;
  inputmode?: 'text' | 'numeric' | 'tel' | 'email' | 'url';
  autocomplete?: string;
  class?: string;
  maxlength?: number;
  required?: boolean;
  /** A date: its weekday stands beside it. */
  date?: boolean;
  /** Only on a page whose main purpose is this field. */
  autofocus?: boolean;
}

export const Field: FC<FieldProps & TextProps> = ({
  form,
  name,
  label,
  hint,
  optional,
  type = 'text',
  date,
  ...rest
}) => (
  <Labelled form={form} name={name} label={label} hint={hint} optional={optional}>
    {date ? (
      <DateInput
        id={fieldId(name)}
        name={name}
        value={valueAt(form, name) ?? ''}
        {...described(form, name, hint)}
      />
    ) : (
      <input
        id={fieldId(name)}
        name={name}
        type={type}
        value={valueAt(form, name) ?? ''}
        {...described(form, name, hint)}
        {...rest}
      />
    )}
  </Labelled>
);

export const TextArea: FC<FieldProps & { rows?: number }> = ({ rows = 5, ...field }) => {
  const { form, name, hint } = field;
  return (
    <Labelled {...field}>
      <textarea id={fieldId(name)} name={name} rows={rows} {...described(form, name, hint)}>
        {valueAt(form, name) ?? ''}
      </textarea>
    </Labelled>
  );
};

/** A file to choose. Its form needs `files`. @param accept file name endings or a content type */
export const FileField: FC<FieldProps & { accept: string }> = ({ accept, ...field }) => {
  const { form, name, hint } = field;
  return (
    <Labelled {...field}>
      <input
        type="file"
        id={fieldId(name)}
        name={name}
        accept={accept}
        aria-describedby={described(form, name, hint)['aria-describedby']}
      />
    </Labelled>
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
