import type { FieldSpec } from '../../ui/form';

/** The phone number of the person who fills in the form. */
export const phoneField = (label: string, hint?: string): FieldSpec => ({
  label,
  hint,
  type: 'tel',
  inputmode: 'tel',
  autocomplete: 'tel',
  class: 'short',
  maxlength: 40,
});
