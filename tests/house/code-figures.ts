import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

export const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** A measured place: the value, and where it was found. */
export interface Measured {
  value: number;
  at: string;
}

/** Every TypeScript file below a folder, by its path from the root. */
export const filesBelow = (folder: string, root = ROOT): string[] =>
  readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? filesBelow(path, root) : /\.tsx?$/.test(entry.name) ? [path] : [];
  });

export const productFiles = (root = ROOT): string[] =>
  ['functions', 'web', 'infra'].flatMap((folder) => filesBelow(folder, root));

const read = (path: string, root: string): string => readFileSync(join(root, path), 'utf8');
const linesOf = (text: string): number => text.replace(/\n$/, '').split('\n').length;
const descending = (measured: Measured[]): Measured[] => measured.sort((a, b) => b.value - a.value);

/** How many files each folder holds directly, most first. */
export const filesPerFolder = (paths: readonly string[]): Measured[] => {
  const counts = new Map<string, number>();
  for (const path of paths) counts.set(dirname(path), (counts.get(dirname(path)) ?? 0) + 1);
  return descending([...counts].map(([at, value]) => ({ at, value })));
};

/** Lines of each file, most first. */
export const fileLengths = (paths: readonly string[], root = ROOT): Measured[] =>
  descending(paths.map((at) => ({ at, value: linesOf(read(at, root)) })));

/** The value that 90 % of the files do not exceed. */
export const p90 = (descendingLengths: readonly Measured[]): number =>
  descendingLengths[Math.floor(descendingLengths.length * 0.1)]?.value ?? 0;

type FunctionNode = ts.FunctionLikeDeclaration;
const isFunction = (node: ts.Node): node is FunctionNode =>
  ts.isFunctionDeclaration(node) ||
  ts.isFunctionExpression(node) ||
  ts.isArrowFunction(node) ||
  ts.isMethodDeclaration(node) ||
  ts.isConstructorDeclaration(node) ||
  ts.isGetAccessor(node);

const nameOf = (node: FunctionNode): string => {
  const named = node.name ?? (ts.isVariableDeclaration(node.parent) ? node.parent.name : undefined);
  return named?.getText() ?? 'function';
};

/** Calls `visit` for each function of the files, with its place as `path:line name`. */
const eachFunction = (
  paths: readonly string[],
  root: string,
  visit: (node: FunctionNode, at: string, lines: number) => void,
): void => {
  for (const path of paths) {
    const source = ts.createSourceFile(path, read(path, root), ts.ScriptTarget.Latest, true);
    const lineAt = (position: number) => source.getLineAndCharacterOfPosition(position).line;
    const walk = (node: ts.Node): void => {
      if (isFunction(node)) {
        const first = lineAt(node.getStart());
        visit(node, `${path}:${first + 1} ${nameOf(node)}`, lineAt(node.getEnd()) - first + 1);
      }
      ts.forEachChild(node, walk);
    };
    walk(source);
  }
};

/** Lines of each function from its head to its end, inner functions included, most first. */
export const functionLengths = (paths: readonly string[], root = ROOT): Measured[] => {
  const found: Measured[] = [];
  eachFunction(paths, root, (_node, at, value) => found.push({ at, value }));
  return descending(found);
};

/** How many positional parameters each function has, most first. */
export const parameterCounts = (paths: readonly string[], root = ROOT): Measured[] => {
  const found: Measured[] = [];
  eachFunction(paths, root, (node, at) => found.push({ at, value: node.parameters.length }));
  return descending(found);
};

/** Words that make a sentence hard to parse for a reader whose second language is English. */
const HARD_WORDS = /\b(who(m)?ever|whom|nobody|somebody)\b/i;

/** Comments with a hard word. */
export const hardComments = (paths: readonly string[], root = ROOT): string[] =>
  paths.flatMap((path) =>
    commentsOf(read(path, root))
      .filter((comment) => HARD_WORDS.test(comment))
      .map((comment) => `${path}: ${comment.replace(/\s+/g, ' ').slice(0, 120)}`),
  );

/** Block comments, and line comments that begin a line or follow a blank: `https://` is none. */
const commentsOf = (text: string): string[] =>
  [...text.matchAll(/\/\*[\s\S]*?\*\/|(?<=^|\s)\/\/.*$/gm)].map(([comment]) => comment);

/** Files that name one field of a person, `interpreter`: each is a place to change for a new field. */
export const filesNaming = (word: string, paths: readonly string[], root = ROOT): string[] =>
  paths.filter((path) => new RegExp(`\\b${word}\\b`).test(read(path, root)));
