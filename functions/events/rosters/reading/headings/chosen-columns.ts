import { JOINED, type ListColumn } from './columns';
import type { ReadAs } from './read-as';

interface Chosen {
  /** By their positions; null: not used, undefined: as it was understood. */
  columns?: readonly (ReadAs | null | undefined)[] | undefined;
  /** What this kind of list has no use for. */
  without?: readonly ReadAs[];
}

/**
 * The columns as a person says that they are. A field that only one column gives is given by the column that was
 * chosen for it, no longer by the one that was understood so, and by one that is seen rather than a hidden one; of two
 * phones the other one stands by.
 */
export const chosenColumns = (
  columns: readonly ListColumn[],
  { columns: asked = [], without = [] }: Chosen,
): ListColumn[] => {
  const of = (readAs: ReadAs | null) => (readAs && without.includes(readAs) ? null : readAs);
  const understood = withoutSeconds(columns.map((column) => ({ ...column, readAs: of(column.readAs) })));
  const isChosen = ({ at, readAs }: ListColumn) => asked[at] !== undefined && asked[at] !== readAs;
  const chosen = new Set(understood.filter(isChosen).map(({ at }) => at));
  return withoutSeconds(
    understood.map((column) =>
      chosen.has(column.at) ? { ...column, readAs: of(asked[column.at]!) } : column,
    ),
    chosen,
  );
};

/** @param first positions of the columns that go before the others */
const withoutSeconds = (columns: readonly ListColumn[], first?: ReadonlySet<number>): ListColumn[] => {
  const rank = ({ at, hidden }: ListColumn) => (first?.has(at) ? 0 : hidden ? 2 : 1);
  const taken = new Set<ReadAs>();
  const result = new Map<number, ListColumn>();
  for (const column of columns.toSorted((a, b) => rank(a) - rank(b))) {
    const { readAs } = column;
    const isSecond = readAs !== null && taken.has(readAs) && !JOINED.has(readAs) && readAs !== 'otherPhone';
    if (readAs) taken.add(readAs);
    const instead = readAs === 'phone' ? 'otherPhone' : null;
    result.set(column.at, isSecond ? { ...column, readAs: instead } : column);
  }
  return columns.map(({ at }) => result.get(at)!);
};
