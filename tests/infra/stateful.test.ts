import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { made, ofType, type Resource, resourcesOf } from './made';

const SNAPSHOT = fileURLToPath(new URL('./stateful.json', import.meta.url));

/** What holds data: another logical id, or another key, would put an empty one in its place. */
const STATEFUL =
  /^AWS::(DynamoDB::Table|S3::Bucket|SecretsManager::Secret|Backup::BackupVault|KMS::Key|SES::EmailIdentity)$/;
const FIXED = ['TableName', 'KeySchema', 'LocalSecondaryIndexes', 'GlobalSecondaryIndexes', 'EmailIdentity'];

const { data, system } = made({ stage: 'prod' });
const dataResources = resourcesOf(data);

const stateful = Object.fromEntries(
  [data, system].flatMap((stack) =>
    Object.entries(resourcesOf(stack))
      .filter(([, { Type }]) => STATEFUL.test(Type))
      .map(([id, { Type, Properties }]) => [
        `${stack.stackName}/${id}`,
        {
          Type,
          ...Object.fromEntries(FIXED.flatMap((key) => (Properties[key] ? [[key, Properties[key]]] : []))),
        },
      ]),
  ),
);

test('what holds data keeps its logical id and its keys from release to release', () => {
  if (process.env.WRITE_STATEFUL) writeFileSync(SNAPSHOT, `${JSON.stringify(stateful, null, 2)}\n`);
  const before = JSON.parse(readFileSync(SNAPSHOT, 'utf8'));
  expect(
    stateful,
    'A changed id or key makes CloudFormation replace this by an empty one. If that is meant (a new table, a new index), ' +
      'write the list again: WRITE_STATEFUL=1 npx vitest run tests/infra/stateful.test.ts',
  ).toEqual(before);
});

describe('data outlive what is done to their stack', () => {
  const kept = Object.entries(dataResources).filter(([, { Type }]) => STATEFUL.test(Type));

  test('they stay when it is deleted or changed, and go when it could not be made, so that it can be tried again', () => {
    expect(kept.length).toBeGreaterThan(15);
    for (const [id, r] of kept)
      expect([id, r.DeletionPolicy, r.UpdateReplacePolicy]).toEqual([id, 'RetainExceptOnCreate', 'Retain']);
  });

  test('nothing that holds data stands in the stack that can be made again', () => {
    const inSystem = Object.values(resourcesOf(system)).filter(({ DeletionPolicy }) =>
      /Retain/.test(DeletionPolicy ?? ''),
    );
    expect(inSystem).toEqual([]);
    expect(ofType(resourcesOf(system), 'AWS::DynamoDB::Table')).toEqual([]);
  });

  test('a first deployment protects nothing against being taken back; a stage that is live is protected', () => {
    const protections = (live: boolean) => {
      const stacks = made({ stage: 'prod', live });
      const tables = ofType(resourcesOf(stacks.data), 'AWS::DynamoDB::Table');
      return [
        stacks.data.terminationProtection,
        stacks.system.terminationProtection,
        ...new Set(tables.map(([, r]) => r.Properties.DeletionProtectionEnabled)),
      ];
    };
    expect(protections(false)).toEqual([false, false, false]);
    expect(protections(true)).toEqual([true, true, true]);
  });

  test('a stage for trials leaves nothing behind', () => {
    const { data: trial } = made({ stage: 'staging' });
    for (const [, r] of Object.entries(resourcesOf(trial)).filter(([, { Type }]) => STATEFUL.test(Type)))
      expect(r.DeletionPolicy).toBe('Delete');
  });

  test('the system can go over to restored tables: the streams stay exported meanwhile', () => {
    const exports = (stack: typeof data) =>
      JSON.stringify(stack.node.findChild('Exports').node.children.map((c) => c.node.id));
    const streams = Object.fromEntries(
      [
        'accounts',
        'broadcasts',
        'documents',
        'events',
        'imports',
        'inquiries',
        'invitations',
        'letters',
        'library',
        'nominations',
        'programme',
        'register',
        'registrations',
        'units',
      ].map((name) => [name, `arn:aws:dynamodb:ap-southeast-1:123456789012:table/r1-${name}/stream/2026`]),
    );
    const restored = made({ stage: 'prod', tables: { prefix: 'r1-', streams } });
    const text = JSON.stringify(resourcesOf(restored.system));
    expect(text).toContain('table/r1-events/stream/2026');
    expect(text).toContain('"TABLE_PREFIX":"r1-"');
    expect(text).not.toContain('nhip-cau-prod-events');
    expect(exports(restored.data)).toBe(exports(data));
    expect(() => made({ stage: 'prod', tables: { prefix: 'r1-', streams: {} } })).toThrow(/no stream of/);
  });

  test('are copied each night, all tables and the files', () => {
    const [[, selection]] = ofType(dataResources, 'AWS::Backup::BackupSelection') as [[string, Resource]];
    expect(selection.Properties.BackupSelection.Resources).toHaveLength(
      ofType(dataResources, 'AWS::DynamoDB::Table').length + 1,
    );
    const elsewhere = 'arn:aws:backup:ap-southeast-1:123456789012:backup-vault:elsewhere';
    const copied = made({ stage: 'prod', backupCopyTo: elsewhere });
    expect(JSON.stringify(ofType(resourcesOf(copied.data), 'AWS::Backup::BackupPlan'))).toContain(elsewhere);
  });
});

test('what waits in the buckets ends: lists, records that failed, older versions', () => {
  const rules = ofType(dataResources, 'AWS::S3::Bucket').map(
    ([, { Properties }]) => Properties.LifecycleConfiguration?.Rules as Record<string, unknown>[],
  );
  const [uploads, failed] = [
    rules.find((all) => all?.some(({ Prefix }) => Prefix)),
    rules.find((all) => all && !all.some(({ Prefix }) => Prefix)),
  ];
  const ends = (prefix: string) => uploads!.find(({ Prefix }) => Prefix === prefix);
  expect(ends('poison/')).toMatchObject({
    Status: 'Enabled',
    ExpirationInDays: 90,
    NoncurrentVersionExpiration: { NoncurrentDays: 1 },
  });
  expect(ends('lists/')).toMatchObject({ Status: 'Enabled', ExpirationInDays: 30 });
  expect(uploads!.find(({ Prefix }) => !Prefix)).toMatchObject({
    NoncurrentVersionExpiration: { NoncurrentDays: 90 },
  });
  expect(failed).toEqual([expect.objectContaining({ Status: 'Enabled', ExpirationInDays: 14 })]);
});
