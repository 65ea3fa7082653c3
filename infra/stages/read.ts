import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Node } from 'constructs';
import { type Stage, stageName, stageSchema } from './stage';

const fileOf = (name: string) => fileURLToPath(new URL(`${name}.json`, import.meta.url));

/** The stages that have a file here. */
export const stageNames = (): string[] =>
  readdirSync(fileURLToPath(new URL('.', import.meta.url)))
    .filter((file) => file.endsWith('.json'))
    .map((file) => file.replace('.json', ''))
    .sort();

const FROM_CONTEXT = Object.keys(stageSchema.shape).filter((key) => key !== 'stage');

/** Objects and lists come from `cdk.context.json`, or as JSON. */
const given = (value: unknown) =>
  typeof value === 'string' && /^[{[]/.test(value) ? JSON.parse(value) : value;

/**
 * The stage that the context names (`-c stage=prod`), from its file `infra/stages/<name>.json`; the context overrides
 * single values (`-c mailRate=14`).
 * @throws ZodError that names the wrong value; an Error if there is no such stage
 */
export const readStage = (node: Node): Stage => {
  const name = stageName.parse(String(node.tryGetContext('stage') ?? 'staging'));
  if (!existsSync(fileOf(name)))
    throw new Error(
      `No stage "${name}": write infra/stages/${name}.json. There are ${stageNames().join(', ')}`,
    );
  const overrides = FROM_CONTEXT.flatMap((key) => {
    const value: unknown = node.tryGetContext(key);
    return value === undefined ? [] : [[key, given(value)]];
  });
  const stage = stageSchema.parse({
    ...JSON.parse(readFileSync(fileOf(name), 'utf8')),
    ...Object.fromEntries(overrides),
  });
  if (stage.stage !== name) throw new Error(`infra/stages/${name}.json is of the stage "${stage.stage}"`);
  return stage;
};

/** Names that are reserved for examples, and numbers that were made up. */
const EXAMPLE_NAME = /(^|[.@])(example|test|invalid|localhost)(\.|$)/;
const EXAMPLE_NUMBER = /12345|(\d)\1{4}/;

/**
 * The values of a stage that are examples: with them the site would show people a contact that does not exist.
 * @returns `help.email nhipcau.example.vn`, …
 */
export const examplesIn = (stage: Stage): string[] => {
  const { domain, mailDomain, alarmEmail, help } = stage;
  const names = { domain, mailDomain, alarmEmail, 'help.email': help.email };
  return [
    ...Object.entries(names).filter(([, value]) => EXAMPLE_NAME.test(value)),
    ...(EXAMPLE_NUMBER.test(help.phone) ? [['help.phone', help.phone]] : []),
  ].map(([key, value]) => `${key} ${value}`);
};
