import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type CssNode, type Declaration, find, findAll, parse, walk } from 'css-tree';

const WEB = fileURLToPath(new URL('../../web/', import.meta.url));

export interface SourceFile {
  /** Below `web/style` for style, below `web` for pages. */
  path: string;
  source: string;
}
export interface ParsedFile extends SourceFile {
  ast: CssNode;
}

const filesBelow = (folder: string, ending: RegExp): SourceFile[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => ending.test(path))
    .sort()
    .map((path) => ({ path, source: readFileSync(join(folder, path), 'utf8') }));

export const styleFiles = (): SourceFile[] => filesBelow(join(WEB, 'style'), /\.css$/);

/** Without the texts of both languages: their words say nothing about classes. */
export const pageFiles = (): SourceFile[] =>
  filesBelow(WEB, /\.tsx?$/).filter(({ path }) => !path.startsWith('copy/'));

/** @throws Error at a syntax error */
export const parseStyle = (file: SourceFile): ParsedFile => ({
  ...file,
  ast: parse(file.source, {
    parseCustomProperty: true,
    onParseError: (error) => {
      throw new Error(`${file.path}: ${error.formattedMessage}`);
    },
  }),
});

/** Only these files may spell out a colour. */
export const isTokenFile = ({ path }: SourceFile): boolean => /^(console-)?tokens\.css$/.test(path);

/** Paths below `web/style` that a file imports. */
export const importsOf = ({ ast }: ParsedFile): string[] =>
  findAll(ast, (node) => node.type === 'Atrule' && node.name === 'import').map((node) => {
    const target = find(node, ({ type }) => type === 'String' || type === 'Url');
    return (target as { value: string }).value.replace(/^\.\//, '');
  });

export const eachDeclaration = (
  files: readonly ParsedFile[],
  visit: (declaration: Declaration, file: ParsedFile, inPageRule: boolean) => void,
): void => {
  for (const file of files)
    walk(file.ast, {
      visit: 'Declaration',
      enter(node: Declaration) {
        // Within `@page` stand the boxes of its margins, such as `@top-center`.
        visit(node, file, this.atrule !== null && this.rule === null);
      },
    });
};
