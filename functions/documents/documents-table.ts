import { table } from '../platform/store/table';

/** What the documents of all nouns share: the office as they name it. Its kinds of items are views of it. */
export const documentsTable = table<{ pk: string; sk: string }>({
  name: 'documents',
  key: { pk: 'pk', sk: 'sk' },
  stream: true,
});
