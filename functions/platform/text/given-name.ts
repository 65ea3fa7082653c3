import { plain } from './text';

/** Vietnamese lists are sorted by the given name, which comes last; then by the rest. */
export const byGivenName = (a: string, b: string): number => {
  const given = (name: string) => name.split(' ').at(-1)!;
  return (
    given(a).localeCompare(given(b), 'vi') || plain(a).localeCompare(plain(b)) || a.localeCompare(b, 'vi')
  );
};
