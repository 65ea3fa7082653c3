import type { FieldError } from '../../../../platform/problem/problem';

/** What a cell gives. */
export interface Read<T> {
  value?: T;
  /** What a person should see beside the value, or about words that give none. Each is said, never guessed. */
  notes: readonly FieldError[];
}

export const note = (path: string, code: string, detail?: FieldError['detail']): FieldError => ({
  path,
  code,
  ...(detail && { detail }),
});
