import type { Child, FC } from 'hono/jsx';
import { Checkbox, type Option, Radios, Select, type SelectProps } from './choices';
import { Field, type FieldProps, FileField, TextArea, type TextProps } from './inputs';
import type { FormState } from './state';

/** How a field is asked. */
type Control =
  | ({ as?: 'text' } & TextProps)
  | { as: 'text-area'; rows?: number }
  | ({ as: 'select'; options?: readonly Option[] } & Pick<SelectProps, 'empty' | 'names'>)
  | { as: 'radios'; options?: readonly Option[] }
  | { as: 'tick'; value?: string }
  | { as: 'file'; accept: string }
  /** Sent back as it is. */
  | { as: 'hidden' }
  /** The page draws it itself, e.g. the rows of a list. */
  | { as: 'custom' }
  | { as: FC<FieldProps> };

/** One field of a form: how it is asked, and which errors of the input belong to it. */
export type FieldSpec = Control & {
  /** Hidden and custom fields have none. */
  label?: Child;
  hint?: Child;
  optional?: boolean;
  /** Other paths of the input whose errors belong to this field: `['unitId']`. */
  errorsOf?: readonly string[];
  /** Codes that this form replaces: `{ required: 'reason-required' }`; `*` is every code. */
  codes?: Readonly<Record<string, string>>;
};

/** What a page can say about a field only when it draws it, e.g. options out of the database. */
export interface FieldOptions {
  label?: Child;
  /** Said once more behind the label, e.g. in another language. */
  also?: Child;
  hint?: Child;
  optional?: boolean;
  options?: readonly Option[];
}

/** Draws a field as declared, with the value that was typed. */
export const drawField = (form: FormState, name: string, spec: FieldSpec, more: FieldOptions = {}): Child => {
  const field = {
    form,
    name,
    label: more.also ? [more.label ?? spec.label, more.also] : (more.label ?? spec.label ?? ''),
    hint: more.hint ?? spec.hint,
    optional: more.optional ?? spec.optional,
  };
  switch (spec.as) {
    case undefined:
    case 'text': {
      const { as: _as, label: _label, hint: _hint, optional: _optional, errorsOf, codes, ...text } = spec;
      return <Field {...field} {...text} />;
    }
    case 'text-area':
      return <TextArea {...field} rows={spec.rows} />;
    case 'select':
      return (
        <Select
          {...field}
          options={more.options ?? spec.options ?? []}
          empty={spec.empty}
          names={spec.names}
        />
      );
    case 'radios':
      return <Radios {...field} options={more.options ?? spec.options ?? []} />;
    case 'tick':
      return <Checkbox {...field} value={spec.value} />;
    case 'file':
      return <FileField {...field} accept={spec.accept} />;
    case 'hidden': // The form draws it.
    case 'custom':
      return null;
    default: {
      const Own = spec.as;
      return <Own {...field} />;
    }
  }
};
