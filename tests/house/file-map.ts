import { readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import ts from 'typescript';
import { productFiles, ROOT } from './code-figures';

/** What a file exports, in its order: the name, and the first sentence of its comment. */
interface Exported {
  name: string;
  says: string;
}

const firstSentence = (comment: string): string =>
  /^.*?[.?](?=\s|$)/.exec(comment.replace(/\s+/g, ' ').trim())?.[0] ?? comment.replace(/\s+/g, ' ').trim();

const commentOf = (node: ts.Node): string => {
  const [doc] = ts.getJSDocCommentsAndTags(node).filter(ts.isJSDoc).slice(-1);
  return firstSentence(ts.getTextOfJSDocComment(doc?.comment) ?? '');
};

const exportedBy = (text: string, path: string): Exported[] => {
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  return source.statements.flatMap((node): Exported[] => {
    if (
      !ts.canHaveModifiers(node) ||
      !ts.getModifiers(node)?.some((m) => m.kind === ts.SyntaxKind.ExportKeyword)
    )
      return [];
    const says = commentOf(node);
    if (ts.isVariableStatement(node))
      return node.declarationList.declarations.map((d) => ({ name: d.name.getText(), says }));
    const { name } = node as ts.DeclarationStatement;
    return [{ name: name?.getText() ?? 'default', says }];
  });
};

const letters = (name: string): string => name.replace(/\W/g, '').toLowerCase();

/** What a file is for: the comment of the export that is named like it, else the first comment. */
const purposeOf = (path: string, exported: readonly Exported[]): string => {
  const like = letters(basename(path).replace(/\.tsx?$/, ''));
  const ranked = [
    ...exported.filter(({ name }) => letters(name) === like),
    ...exported.filter(({ name }) => letters(name).includes(like)),
    ...exported,
  ];
  return ranked.find(({ says }) => says)?.says ?? '';
};

const line = (path: string): string => {
  const exported = exportedBy(readFileSync(join(ROOT, path), 'utf8'), path);
  const names = [...new Set(exported.map(({ name }) => name))].map((name) => `\`${name}\``).join(', ');
  return `- [${basename(path)}](../${path}) ${[names, purposeOf(path, exported)].filter(Boolean).join(': ')}`;
};

/**
 * Every source file in one line, folder by folder: what it exports, and the first sentence of the comment there. A
 * reader finds the place of a change in it without opening code.
 */
export const fileMap = (): string => {
  const paths = productFiles().sort();
  const folders = [...new Set(paths.map((path) => dirname(path)))].sort();
  const sections = folders.map((folder) => {
    const lines = paths.filter((path) => dirname(path) === folder).map(line);
    return `## ${folder}\n\n${lines.join('\n')}\n`;
  });
  return `# Every source file in one line\n\nWritten by \`npm run map\` from the comments of the code. The folders are explained in
[architecture.md](architecture.md).\n\n${sections.join('\n')}`;
};
