import { findAll } from 'css-tree';
import ts from 'typescript';
import type { ParsedFile, SourceFile } from './style-files';
import { HEX_COLOUR, isNamedColour } from './style-values';

/** Classes that a page takes from data: the kinds of events, in the month of the console. */
const FROM_DATA = ['forum', 'conference'];

interface Words {
  /** In class attributes. */
  classes: string[];
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
  const words: Words = { classes: [], strings: [], colours: [] };
  const visit = (node: ts.Node, inClass: boolean) => {
    let within = inClass;
    if (ts.isJsxAttribute(node)) {
      within = node.name.getText() === 'class';
      const colour = colourOf(node);
      if (colour) words.colours.push(`${path}: ${colour}`);
    }
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

/** What the pages say about the style: classes that none of them uses, and colours that they spell out. */
export const styleInPages = (files: readonly ParsedFile[], pages: readonly SourceFile[]) => {
  const styled = styledClasses(files);
  const words = pages.map(wordsOf);
  const used = new Set([...FROM_DATA, ...words.flatMap(({ classes }) => classes)]);
  // A class may come from a variable, so a string of nothing but classes counts as well: 'tag sun'.
  for (const string of words.flatMap(({ strings }) => strings))
    if (string.every((word) => styled.includes(word))) for (const word of string) used.add(word);
  return {
    unusedClasses: styled.filter((name) => !used.has(name)),
    colours: words.flatMap(({ colours }) => colours),
  };
};
