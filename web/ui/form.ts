/** Everything that a page needs of forms. */
export * from './form/carried';
export * from './form/choices';
export * from './form/define-form';
export * from './form/error-summary';
export type { FieldSpec } from './form/field-spec';
export * from './form/inputs';
export * from './form/read';
export * from './form/rows';
export * from './form/state';
