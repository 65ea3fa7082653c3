import {
  fileLengths,
  filesNaming,
  filesPerFolder,
  functionLengths,
  hardComments,
  type Measured,
  p90,
  parameterCounts,
  productFiles,
} from './code-figures';
import { checkImports, violationsOf } from './import-rules';
import { styleFigures } from './style-figures';
import { styleFiles } from './style-files';

/** One figure of the structure, with the most that it may be. */
export interface Figure {
  name: string;
  value: number;
  atMost: number;
  /** The worst places, for a person who has to mend them. */
  places: string[];
}

const WORST = 5;
const worst = (measured: readonly Measured[], limit: number): string[] =>
  measured
    .filter(({ value }) => value > limit)
    .slice(0, WORST)
    .map(({ value, at }) => `${value} ${at}`);

const largest = (name: string, measured: readonly Measured[], atMost: number): Figure => ({
  name,
  value: measured[0]?.value ?? 0,
  atMost,
  places: worst(measured, atMost),
});

const counted = (name: string, places: readonly string[], atMost: number): Figure => ({
  name,
  value: places.length,
  atMost,
  places: places.length > atMost ? places.slice(0, WORST) : [],
});

/** Figures of the style sheets; `style.test.ts` holds them. */
export const sheetFigures = (): Figure[] => {
  const { fontSizes, spacings, colours } = styleFigures();
  return [
    counted('font sizes', fontSizes.used, 8),
    counted('spacings', spacings.used, 10),
    counted('colours outside tokens', colours.map(String), 0),
    largest('style sheets directly in one folder', filesPerFolder(styleFiles().map(({ path }) => path)), 15),
  ];
};

/** Figures of the TypeScript sources; imports are measured apart, since that takes seconds. */
export const codeFigures = (): Figure[] => {
  const all = productFiles();
  const web = all.filter((path) => path.startsWith('web/'));
  const webLengths = fileLengths(web);
  const webP90 = p90(webLengths);
  return [
    largest('files directly in one folder', filesPerFolder(all), 15),
    {
      name: 'web: lines that 90 % of the files do not exceed',
      value: webP90,
      atMost: 160,
      places: webP90 > 160 ? worst(webLengths, 160) : [],
    },
    largest('web: lines of the longest file', webLengths, 250),
    largest('lines of the longest function', functionLengths(all), 80),
    largest('most positional parameters', parameterCounts(all), 4),
    counted('source files that name one field of a person', filesNaming('interpreter', all), 12),
    counted('comments with whoever, whom, nobody, somebody', hardComments(all), 29),
  ];
};

/** Figures of the imports, by the rules of `.dependency-cruiser.cjs`. */
export const importFigures = async (): Promise<Figure[]> => {
  const violations = violationsOf(await checkImports());
  const starting = (prefix: string) => violations.filter((line) => line.startsWith(prefix));
  return [
    counted('cycles of folders, types included', starting('no-folder-cycles'), 0),
    counted('arrows from a lower floor to a higher one', starting('floor of'), 0),
  ];
};
