import type { FC } from 'hono/jsx';

/** What each column of a table was read as; those that are not used are named, too. */
export const ReadColumns: FC<{
  columns: readonly { heading: string; readAs: string | null }[];
  words: Readonly<Record<string, string>>;
}> = ({ columns, words }) => {
  const used = columns.filter(({ readAs }) => readAs);
  const unused = columns.filter(({ heading, readAs }) => heading && !readAs);
  return (
    <>
      <p>
        Các cột đã hiểu: {used.map(({ heading, readAs }) => `“${heading}” là ${words[readAs!]}`).join('; ')}.
      </p>
      {unused.length > 0 && <p>Cột không dùng: {unused.map(({ heading }) => `“${heading}”`).join(', ')}.</p>}
    </>
  );
};
