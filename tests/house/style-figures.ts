import { pathToFileURL } from 'node:url';
import { importsOf, pageFiles, parseStyle, type SourceFile, styleFiles } from './style-files';
import { styleInPages } from './style-in-pages';
import { coloursIn, sizesIn, tokensIn } from './style-values';

/** The figures of the style: `npx tsx tests/house/style-figures.ts` prints them. */
export const styleFigures = (
  files: readonly SourceFile[] = styleFiles(),
  pages: readonly SourceFile[] = pageFiles(),
) => {
  const parsed = files.map(parseStyle);
  const imported = new Set(parsed.flatMap(importsOf));
  const inPages = styleInPages(parsed, pages);
  const lengths = files.map(({ path, source }) => ({ path, lines: source.trimEnd().split('\n').length }));
  return {
    ...sizesIn(parsed),
    ...tokensIn(parsed),
    colours: [...coloursIn(parsed), ...inPages.colours],
    unusedClasses: inPages.unusedClasses,
    unstyledClasses: inPages.unstyledClasses,
    /** Files of rules that no bundle contains; an entry file has imports only. */
    unimported: parsed
      .filter((file) => !imported.has(file.path) && importsOf(file).length === 0)
      .map(({ path }) => path),
    longest: lengths.reduce((a, b) => (b.lines > a.lines ? b : a)),
  };
};

export const styleLines = (figures = styleFigures()): string[] => [
  `font sizes: ${figures.fontSizes.used.length} (${figures.fontSizes.used.join(' ')})`,
  `spacings: ${figures.spacings.used.length} (${figures.spacings.used.join(' ')})`,
  `colours outside tokens: ${figures.colours.length}`,
  `longest file of style: ${figures.longest.lines} lines (${figures.longest.path})`,
];

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href)
  console.log(styleLines().join('\n'));
