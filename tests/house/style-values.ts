import { type CssNode, type Declaration, findAll, generate, lexer, walk } from 'css-tree';
import { eachDeclaration, isTokenFile, type ParsedFile } from './style-files';

/** The tokens that values name, and the sizes that they spell out, each with its file. */
interface Sizes {
  tokens: string[];
  literals: string[];
}

const distinct = (all: readonly string[]) => [...new Set(all)].sort();

const tokensNamed = (value: CssNode): string[] => {
  const names: string[] = [];
  walk(value, (node) => {
    if (node.type !== 'Function' || node.name !== 'var') return;
    const first = node.children.first;
    if (first?.type === 'Identifier') names.push(first.name);
  });
  return names;
};

/** Lengths other than 0, and percentages where they are asked for. */
const literalsIn = (value: CssNode, percentages: boolean): string[] =>
  findAll(
    value,
    (node) =>
      (node.type === 'Dimension' && Number(node.value) !== 0) || (percentages && node.type === 'Percentage'),
  ).map((node) => generate(node));

/** The part of `font` that is its size: the text before the slash, or else the first size. */
const sizeInShorthand = (value: CssNode): CssNode | undefined => {
  if (value.type !== 'Value') return undefined;
  const parts = value.children.toArray();
  const slash = parts.findIndex((node) => node.type === 'Operator' && node.value === '/');
  return slash > 0
    ? parts[slash - 1]
    : parts.find(({ type }) => ['Function', 'Dimension', 'Percentage'].includes(type));
};

const fontSizeOf = ({ property, value }: Declaration): CssNode | undefined =>
  property === 'font-size' ? value : property === 'font' ? sizeInShorthand(value) : undefined;

const SPACING =
  /^(margin|padding|scroll-margin|scroll-padding)(-|$)|^((row|column)-)?gap$|^border-spacing$|^text-indent$/;

const summed = (sizes: Sizes) => ({
  used: distinct([...sizes.tokens, ...sizes.literals.map((literal) => literal.split(' ')[0]!)]),
  literals: distinct(sizes.literals),
});

/** Distinct font sizes and spacings: each token counts once, and each size that a rule spells out. */
export const sizesIn = (files: readonly ParsedFile[]) => {
  const fontSizes: Sizes = { tokens: [], literals: [] };
  const spacings: Sizes = { tokens: [], literals: [] };
  eachDeclaration(files, (declaration, { path }, inPageRule) => {
    const add = (to: Sizes, value: CssNode, percentages: boolean) => {
      to.tokens.push(...tokensNamed(value));
      to.literals.push(...literalsIn(value, percentages).map((literal) => `${literal} (${path})`));
    };
    const fontSize = fontSizeOf(declaration);
    if (fontSize) add(fontSizes, fontSize, true);
    // The margins of paper are lengths of an official form; older browsers read no tokens there.
    else if (SPACING.test(declaration.property) && !inPageRule) add(spacings, declaration.value, false);
  });
  return { fontSizes: summed(fontSizes), spacings: summed(spacings) };
};

const COLOUR_FUNCTION = /^(rgba?|hsla?|hwb|lab|lch|oklab|oklch|color|color-mix)$/i;
export const HEX_COLOUR = /(#|%23)([0-9a-f]{8}|[0-9a-f]{6}|[0-9a-f]{3,4})\b/i;
export const isNamedColour = (word: string): boolean => lexer.match('<named-color>', word).error === null;

const isColour = (node: CssNode): boolean =>
  node.type === 'Hash' ||
  (node.type === 'Function' && COLOUR_FUNCTION.test(node.name)) ||
  (node.type === 'Identifier' && isNamedColour(node.name)) ||
  (node.type === 'Url' && HEX_COLOUR.test(node.value));

/** Colours that stand outside the files of tokens. */
export const coloursIn = (files: readonly ParsedFile[]): string[] => {
  const found: string[] = [];
  const others = files.filter((file) => !isTokenFile(file));
  eachDeclaration(others, ({ property, value }, { path }) => {
    for (const node of findAll(value, isColour)) found.push(`${path}: ${property}: ${generate(node)}`);
  });
  return found;
};

/** Tokens that are used but not defined, and the reverse. */
export const tokensIn = (files: readonly ParsedFile[]) => {
  const defined = new Set<string>();
  const used = new Map<string, string>();
  eachDeclaration(files, ({ property, value }, { path }) => {
    if (property.startsWith('--')) defined.add(property);
    for (const token of tokensNamed(value)) used.set(token, path);
  });
  return {
    undefinedTokens: [...used].filter(([token]) => !defined.has(token)).map((pair) => pair.join(' in ')),
    unusedTokens: [...defined].filter((token) => !used.has(token)),
  };
};
