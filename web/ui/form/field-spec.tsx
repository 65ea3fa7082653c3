import type { Child, FC } from 'hono/jsx';
import { Checkbox, type Option, Radios, Select } from './choices';
import { Field, type FieldProps, FileField, TextArea, type TextProps } from './inputs';
import type { FormState } from './state';

/** How a field is asked. */
type Control =
  | ({ as?: 'text' } & TextProps)
  | { as: 'text-area'; rows?: number }
  | { as: 'select'; options?: readonly Option[]; empty?: string }
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
  /** Left out only by hidden and custom fields. */
  label?: Child;
  hint?: Child;
  optional?: boolean;
  /** Paths of the input, beside the field's own name, whose errors stand here: `['unitId']`. */
  errorsOf?: readonly string[];
  /** Codes that this form words in another way: `{ required: 'reason-required' }`; `*` is every code. */
  codes?: Readonly<Record<string, string>>;
};

/** What a page may decide about a field only when it is drawn. */
export interface FieldOptions {
  label?: Child;
  hint?: Child;
  optional?: boolean;
  options?: readonly Option[];
}

/** A field as it is declared, filled with what was typed. */
export const drawField = (form: FormState, name: string, spec: FieldSpec, more: FieldOptions = {}): Child => {
  const { as = 'text', errorsOf: _paths, codes: _codes, ...rest } = { label: '', ...spec, ...more };
  // The union guarantees that the rest belongs to `as`.
  // biome-ignore lint/suspicious/noExplicitAny: a union is not narrowed through a rest
  const props = { form, name, ...rest } as any;
  switch (as) {
    case 'text':
      return <Field {...props} />;
    case 'text-area':
      return <TextArea {...props} />;
    case 'select':
      return <Select options={[]} {...props} />;
    case 'radios':
      return <Radios options={[]} {...props} />;
    case 'tick':
      return <Checkbox {...props} />;
    case 'file':
      return <FileField {...props} />;
    case 'hidden': // drawn by the form itself
    case 'custom':
      return null;
    default: {
      const Own = as as FC<FieldProps>;
      return <Own {...props} />;
    }
  }
};
