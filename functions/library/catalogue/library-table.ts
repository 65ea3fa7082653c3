import { table } from '../../platform/store/table';

/** What every item of the library has; the nouns above say the rest. */
interface LibraryItem {
  pk: string;
  sk: string;
  by?: string;
}

/** One table for the whole library: each kind of thing stands in a partition of its own. */
export const libraryTable = table<LibraryItem>({
  name: 'library',
  key: { pk: 'pk', sk: 'sk' },
  stream: true,
});
