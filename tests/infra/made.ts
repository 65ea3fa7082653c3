import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Template } from 'aws-cdk-lib/assertions';
import { afterAll } from 'vitest';
import { makeApp } from '../../infra/app';
import { FUNCTIONS } from '../../infra/build/functions';

const folders: string[] = [];
/** Of the file that imports this one: a stack is megabytes, and a run makes dozens of them. */
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

const temporaryFolder = (name: string): string => {
  const folder = mkdtempSync(join(tmpdir(), name));
  folders.push(folder);
  return folder;
};

/** The stacks of a stage with empty code in the functions' place: the templates are what is looked at. */
export const made = (context: Record<string, unknown> = {}) => {
  const directory = temporaryFolder('code-');
  writeFileSync(join(directory, 'index.mjs'), '');
  return makeApp(
    {
      site: directory,
      functions: Object.fromEntries(FUNCTIONS.map((name) => [name, { directory }])) as never,
    },
    {
      context: { examples: 'allowed', release: 'test', ...context },
      outdir: temporaryFolder('cdk-'),
    },
  );
};

export interface Resource {
  Type: string;
  // biome-ignore lint/suspicious/noExplicitAny: a template is plain JSON of many shapes
  Properties: Record<string, any>;
  DeletionPolicy?: string;
  UpdateReplacePolicy?: string;
  DependsOn?: string[];
}

export const resourcesOf = (stack: Parameters<typeof Template.fromStack>[0]): Record<string, Resource> =>
  Template.fromStack(stack).toJSON().Resources;

export const ofType = (resources: Record<string, Resource>, type: string): [string, Resource][] =>
  Object.entries(resources).filter(([, r]) => r.Type === type);
