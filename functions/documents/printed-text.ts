import type { Block, Section } from './document';
import type { Line, Piece } from './printed';

/** `I`, `II`, … `XXXIX`. */
export const roman = (n: number): string => {
  const tens = Math.floor(n / 10);
  const ones = ['', 'I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX'][n % 10]!;
  return 'X'.repeat(tens) + ones;
};

/** The letters of items, as Vietnamese counts them: `a b c d đ e g h …` */
const LETTERS = [...'abcdđeghiklmnopqrstuvxy'];

/** Paragraphs and tables of a text. */
export const linesOfBlocks = (blocks: readonly Block[]): Piece[] =>
  blocks.flatMap((block): Piece[] => {
    if (typeof block === 'string') return [{ runs: [{ text: block }] }];
    if ('table' in block) return [{ table: block.table }];
    if ('note' in block) return [{ runs: [{ text: block.note, italics: true }], keepNext: true }];
    if ('bullets' in block) return block.bullets.map((text) => ({ runs: [{ text: `- ${text}` }] }));
    return [{ runs: [{ text: `${block.label}: `, bold: true }, { text: block.text }] }];
  });

type Level = 1 | 2 | 3;

/** Sections with their numbers: `I. MỤC ĐÍCH, YÊU CẦU`, `1. Mục đích`, `a) …`. Deeper ones have a hyphen. */
export const linesOfSections = (sections: readonly Section[], level = 1): Piece[] =>
  sections.flatMap((section, i) => [
    headingOf(section, i, level),
    ...linesOfBlocks(section.content ?? []),
    ...linesOfSections(section.sections ?? [], level + 1),
  ]);

const headingOf = ({ heading, content = [], sections = [] }: Section, i: number, level: number): Line => {
  const leads = content.length > 0 || sections.length > 0;
  if (level === 1)
    return {
      runs: [{ text: `${roman(i + 1)}. ${heading.toLocaleUpperCase('vi')}`, bold: true }],
      outline: 1,
      before: 120,
      ...(leads && { keepNext: true }),
    };
  // A section without a text of its own is an item, in the weight of the text.
  const mark = level === 2 ? `${i + 1}. ` : level === 3 ? `${LETTERS[i] ?? i + 1}) ` : '- ';
  return {
    runs: [{ text: `${mark}${heading}`, ...(level === 2 && leads && { bold: true }) }],
    ...(leads && { keepNext: true }),
    ...(leads && level < 4 && { outline: level as Level }),
  };
};

/** The text with `./.` behind its last sentence. A text that ends with a table gets none. */
export const ended = (pieces: readonly Piece[]): Piece[] => {
  const last = pieces.at(-1);
  if (!last || 'table' in last) return [...pieces];
  const runs = last.runs.map((run, i) =>
    i === last.runs.length - 1 ? { ...run, text: `${run.text.replace(/[.;\s/]+$/u, '')}./.` } : run,
  );
  return [...pieces.slice(0, -1), { ...last, runs }];
};
