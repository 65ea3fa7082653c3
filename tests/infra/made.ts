import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Template } from 'aws-cdk-lib/assertions';
import { makeApp } from '../../infra/app';
import { FUNCTIONS } from '../../infra/build/functions';

/** The stacks of a stage with empty code in the functions' place: the templates are what is looked at. */
export const made = (context: Record<string, unknown> = {}) => {
  const directory = mkdtempSync(join(tmpdir(), 'code-'));
  writeFileSync(join(directory, 'index.mjs'), '');
  return makeApp(
    {
      site: directory,
      functions: Object.fromEntries(FUNCTIONS.map((name) => [name, { directory }])) as never,
    },
    {
      context: { examples: 'allowed', release: 'test', ...context },
      outdir: mkdtempSync(join(tmpdir(), 'cdk-')),
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
