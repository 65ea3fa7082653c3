import { join } from 'node:path';
import { build } from 'esbuild';
import { tables } from '../../functions/tables';
import type { Verb } from '../../infra/constructs/permissions';

/** `eventsTable` → `events`. */
const TABLE_OF = new Map(tables.map((t) => [`${t.name}Table`, t.name]));
const VERB_OF: Record<string, Verb> = {
  get: 'get',
  getMany: 'getMany',
  query: 'query',
  each: 'query',
  all: 'query',
  put: 'put',
  putMany: 'putMany',
  update: 'update',
  delete: 'delete',
  tableId: 'describe',
};

/**
 * `const sweeps = table<Sweep>(noticesTable)`, `const blockItems = table<Block>(seatsSpec)`: a name for a table's
 * items of another shape. In a module that is loaded late, the bundler declares the name first and assigns its
 * value later.
 */
const ALIAS =
  /\b(\w+)(?:: [^=;\n]+)? = (?:table(?:<.*?>)?\((?:\{ \.\.\.)?)?(\w+(?:Table|Spec))\b(?=;| as | \}|\))/g;
/** `const seatsSpec = { name: 'events', …`: what several tables' names have in common. */
const SPEC = /\b(\w+Spec) = \{\s*name: ["'](\w+)["']/g;

export const aliasesIn = (sources: readonly string[]): Map<string, string> => {
  const specs = new Map(
    sources.flatMap((source) => [...source.matchAll(SPEC)].map(([, spec, name]) => [spec!, name!] as const)),
  );
  return new Map(
    sources.flatMap((source) =>
      [...source.matchAll(ALIAS)].flatMap(([, alias, of]) => {
        const name = TABLE_OF.get(of!) ?? specs.get(of!);
        return name ? [[alias!, name] as const] : [];
      }),
    ),
  );
};

type FileVerb = 'read' | 'write' | 'delete';
const FILE_VERBS: Record<string, readonly FileVerb[]> = {
  get: ['read'],
  begin: ['read'],
  downloadUrl: ['read'],
  put: ['write'],
  uploadUrl: ['write'],
  uploadForm: ['write'],
  copy: ['read', 'write'],
  delete: ['delete'],
};

export interface Calls {
  tables: Map<string, Set<Verb>>;
  files: Set<FileVerb>;
  mail: boolean;
}

/**
 * The calls in a source text. It reads the forms that this code base uses: `….get<T>(eventsTable, …)`,
 * transactions whose steps are `{ update: …, table: eventsTable }`, `files.put(…)`, `mail.send(…)`.
 */
export const callsIn = (source: string, aliases: ReadonlyMap<string, string> = new Map()): Calls => {
  const tables: Calls['tables'] = new Map();
  const add = (table: string | undefined, verb: Verb) => {
    const name = TABLE_OF.get(table ?? '') ?? aliases.get(table ?? '');
    if (name) tables.set(name, (tables.get(name) ?? new Set()).add(verb));
  };
  const direct =
    /\.(get|getMany|query|each|all|put|putMany|update|delete|tableId)(?:If)?\s*(?:<[^()]*?>)?\(\s*(\w+)\b/g;
  for (const [, method, table] of source.matchAll(direct)) add(table, VERB_OF[method!]!);
  if (/\.transact(?:If)?\(|\bwriteNamed\d*\(|TxStep/.test(source))
    for (const [, table] of source.matchAll(/\btable:\s*(\w+)\b/g))
      for (const verb of ['put', 'update', 'delete', 'check'] as const)
        if (new RegExp(`[{,]\\s*${verb}:\\s`).test(source)) add(table, verb);
  const files: Calls['files'] = new Set();
  for (const [, method] of source.matchAll(/\bfiles\.(\w+)\(/g))
    for (const verb of FILE_VERBS[method!] ?? []) files.add(verb);
  return { tables, files, mail: /\bmail\.send\(/.test(source) };
};

export interface Found {
  tables: Record<string, string>;
  files?: string;
  mail?: true;
}

/**
 * Every call that the code of one function can make: its modules as the bundler leaves them, without
 * what nothing uses.
 * @param entry `functions/entry/http.ts`
 */
export const callsOf = async (entry: string, root: string): Promise<Found> => {
  const { outputFiles } = await build({
    entryPoints: [join(root, entry)],
    absWorkingDir: root,
    bundle: true,
    format: 'esm',
    platform: 'node',
    packages: 'external',
    write: false,
    logLevel: 'silent',
  });
  // The bundler names each module in a comment of its own before the module's code.
  const sources = outputFiles[0]!.text
    .replace(/^ *(?:\/\*)?\*+ .*$/gm, '') // examples in doc comments are not calls
    .split(/^ *\/\/ (?=(?:functions|web)\/)/m);
  const aliases = aliasesIn(sources);
  const each = sources.map((source) => callsIn(source, aliases));
  const tables = new Map<string, Set<Verb>>();
  for (const calls of each)
    for (const [table, verbs] of calls.tables)
      tables.set(table, new Set([...(tables.get(table) ?? []), ...verbs]));
  const files = (['read', 'write', 'delete'] as const).filter((verb) => each.some((c) => c.files.has(verb)));
  return {
    tables: Object.fromEntries(
      [...tables].sort(([a], [b]) => a.localeCompare(b)).map(([table, verbs]) => [table, sortVerbs(verbs)]),
    ),
    ...(files.length && { files: files.join(' ') }),
    ...(each.some((c) => c.mail) && { mail: true }),
  };
};

const ORDER: Verb[] = ['get', 'getMany', 'query', 'put', 'putMany', 'update', 'delete', 'check', 'describe'];
export const sortVerbs = (verbs: Iterable<Verb>): string => {
  const set = new Set(verbs);
  return ORDER.filter((verb) => set.has(verb)).join(' ');
};
