/**
 * What was worked out lately, by its text. Keeps at least the `most` texts that were asked for last and at most twice as
 * many: the old half is dropped at once, so a longer list never empties it.
 */
export const recent = <T>(most: number, workOut: (text: string) => T): ((text: string) => T) => {
  let young = new Map<string, T>();
  let old = new Map<string, T>();
  return (text) => {
    const known = young.get(text);
    if (known !== undefined) return known;
    const value = old.get(text) ?? workOut(text);
    if (young.size >= most) {
      old = young;
      young = new Map();
    }
    young.set(text, value);
    return value;
  };
};
