import { Template } from 'aws-cdk-lib/assertions';
import { describe, expect, test } from 'vitest';
import { stageNames } from '../../infra/stages/read';
import { made, ofType, type Resource, resourcesOf } from './made';

describe.each(stageNames())('In the templates of %s', (stage) => {
  const { data, system } = made({ stage });
  const all = [data, system].map((stack) => [stack, resourcesOf(stack)] as const);
  const buckets = all.flatMap(([, resources]) =>
    ofType(resources, 'AWS::S3::Bucket').map(([id, bucket]) => ({ id, bucket, resources })),
  );

  test('every bucket is closed to the public and encrypted', () => {
    expect(buckets.length).toBeGreaterThanOrEqual(3);
    for (const { id, bucket } of buckets) {
      expect(bucket.Properties.PublicAccessBlockConfiguration, id).toEqual({
        BlockPublicAcls: true,
        BlockPublicPolicy: true,
        IgnorePublicAcls: true,
        RestrictPublicBuckets: true,
      });
      const [rule] = bucket.Properties.BucketEncryption.ServerSideEncryptionConfiguration;
      expect(rule.ServerSideEncryptionByDefault.SSEAlgorithm, id).toMatch(/^(AES256|aws:kms)$/);
    }
  });

  test('every bucket refuses plain http, and lets no one in without naming who', () => {
    for (const { id, resources } of buckets) {
      const statements = statementsOf(resources, id);
      expect(statements, id).toContainEqual(
        expect.objectContaining({
          Effect: 'Deny',
          Action: 's3:*',
          Principal: { AWS: '*' },
          Condition: { Bool: { 'aws:SecureTransport': 'false' } },
        }),
      );
      for (const { Effect, Principal, Condition } of statements) {
        if (Effect !== 'Allow') continue;
        const everyone = /"\*"/.test(JSON.stringify(Principal));
        expect(everyone && Condition === undefined, id).toBe(false);
      }
    }
  });

  test('no output passes on what another stack exports', () => {
    for (const [stack] of all) {
      const { Outputs = {} } = Template.fromStack(stack).toJSON();
      expect(JSON.stringify(Outputs)).not.toContain('Fn::ImportValue');
    }
  });
});

const statementsOf = (resources: Record<string, Resource>, bucket: string) =>
  ofType(resources, 'AWS::S3::BucketPolicy')
    .filter(([, policy]) => policy.Properties.Bucket.Ref === bucket)
    .flatMap(([, policy]) => policy.Properties.PolicyDocument.Statement);
