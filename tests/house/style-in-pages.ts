import { findAll, walk } from 'css-tree';
import ts from 'typescript';
import type { ParsedFile, SourceFile } from './style-files';
import { HEX_COLOUR, isNamedColour } from './style-values';

/** Classes that a page takes from data: the kinds of events, in the month of the console. */
const FROM_DATA = ['forum', 'conference'];

interface Words {
  /** In class attributes. */
  classes: string[];
  /** What a class attribute holds, where it is one plain string. */
  attributes: string[];
  /** In other strings, word by word. */
  strings: string[][];
  /** Colours in attributes. */
  colours: string[];
}

const colourOf = (attribute: ts.JsxAttribute): string | undefined => {
  if (!/^(fill|stroke|color|style|stop-color)$/.test(attribute.name.getText())) return undefined;
  const value = attribute.initializer?.getText().replace(/^["']|["']$/g, '') ?? '';
  return HEX_COLOUR.test(value) || isNamedColour(value) ? attribute.getText() : undefined;
};

const wordsOf = ({ path, source }: SourceFile): Words => {
  const words: Words = { classes: [], attributes: [], strings: [], colours: [] };
  const visit = (node: ts.Node, inClass: boolean) => {
    let within = inClass;
    if (ts.isJsxAttribute(node)) {
      within = node.name.getText() === 'class';
      const colour = colourOf(node);
      if (colour) words.colours.push(`${path}: ${colour}`);
    }
    if (within && ts.isStringLiteralLike(node) && !ts.isBinaryExpression(node.parent))
      words.attributes.push(node.text);
    if (ts.isStringLiteralLike(node) || ts.isTemplateHead(node) || ts.isTemplateMiddleOrTemplateTail(node)) {
      const found = node.text.split(/\s+/).filter(Boolean);
      if (within) words.classes.push(...found);
      else words.strings.push(found);
    }
    ts.forEachChild(node, (child) => visit(child, within));
  };
  visit(ts.createSourceFile(path, source, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX), false);
  return words;
};

const styledClasses = (files: readonly ParsedFile[]): string[] => [
  ...new Set(
    files
      .flatMap(({ ast }) => findAll(ast, ({ type }) => type === 'ClassSelector'))
      .map((node) => (node as { name: string }).name),
  ),
];

/** The classes that a rule asks of one element at once: `.btn.plain` is ['btn', 'plain']. */
const compounds = (files: readonly ParsedFile[]): string[][] => {
  const found: string[][] = [];
  for (const { ast } of files)
    walk(ast, (node) => {
      // What a rule leaves out, it does not style.
      if (node.type === 'PseudoClassSelector' && node.name === 'not') return walk.skip;
      if (node.type !== 'Selector') return undefined;
      let compound: string[] = [];
      for (const part of [...node.children, undefined])
        if (part?.type === 'ClassSelector') compound.push(part.name);
        else if (!part || part.type === 'Combinator') {
          if (compound.length) found.push(compound);
          compound = [];
        }
      return undefined;
    });
  return found;
};

/** Classes that no rule styles on that element: `class="plain"`, where the only rule is `.btn.plain`. */
const unstyled = (files: readonly ParsedFile[], words: readonly Words[]): string[] => {
  const rules = compounds(files);
  const found = words.flatMap(({ attributes }) =>
    attributes.flatMap((attribute) => {
      const classes = attribute.split(/\s+/).filter(Boolean);
      const isStyled = (name: string) =>
        rules.some((rule) => rule.includes(name) && rule.every((other) => classes.includes(other)));
      return classes.filter((name) => !isStyled(name)).map((name) => `${name} in "${attribute}"`);
    }),
  );
  return [...new Set(found)];
};

/** What the pages say about the style: classes that none of them uses, and colours that they spell out. */
export const styleInPages = (files: readonly ParsedFile[], pages: readonly SourceFile[]) => {
  const styled = styledClasses(files);
  const words = pages.map(wordsOf);
  const used = new Set([...FROM_DATA, ...words.flatMap(({ classes }) => classes)]);
  // A class may come from a variable, so a string of nothing but classes counts as well: 'tag sun'.
  for (const string of words.flatMap(({ strings }) => strings))
    if (string.every((word) => styled.includes(word))) for (const word of string) used.add(word);
  return {
    unstyledClasses: unstyled(files, words),
    unusedClasses: styled.filter((name) => !used.has(name)),
    colours: words.flatMap(({ colours }) => colours),
  };
};
