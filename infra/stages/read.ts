import type { Node } from 'constructs';
import { knownStages } from './known';
import { type Stage, stageSchema } from './stage';

const FROM_CONTEXT = [
  'region',
  'domain',
  'mailDomain',
  'mailUser',
  'mailRate',
  'alarmEmail',
  'logDays',
  'linkDays',
  'originTurn',
  'legalBasis',
  'khmerQuestion',
  'department',
  'help',
] as const;

/**
 * The stage that the context names (`-c stage=prod -c domain=…`), its values overridden one by one.
 * `department` and `help` come as objects, from `cdk.context.json` or as JSON.
 * @throws ZodError that names the wrong value; an Error if there is no such stage
 */
export const readStage = (node: Node): Stage => {
  const name = String(node.tryGetContext('stage') ?? 'staging');
  const known = knownStages[name];
  if (!known) throw new Error(`No stage "${name}": ${Object.keys(knownStages).join(', ')}`);
  const given = FROM_CONTEXT.flatMap((key) => {
    const value: unknown = node.tryGetContext(key);
    if (value === undefined) return [];
    return [[key, typeof value === 'string' && value.startsWith('{') ? JSON.parse(value) : value]];
  });
  return stageSchema.parse({ ...known, ...Object.fromEntries(given) });
};
