/** A column of the exported list, which an import reads back. */
export interface Column<T> {
  head: string;
  /** In characters. */
  width: number;
  /** Numbers for what is counted or ordered; a phone is text. */
  write(value: T): string | number;
}

/** A column of words that stand for a few values. */
export const words = <K extends string>(head: string, width: number, word: Record<K, string>) => ({
  head,
  width,
  write: (value: K) => word[value],
});

/** A column of text, written as it is. */
export const text = (head: string, width: number): Column<string> => ({
  head,
  width,
  write: (value) => value,
});
