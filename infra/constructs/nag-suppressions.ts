import { type CfnElement, type Stack, Validations } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import { tables } from '../../functions/tables';

/**
 * The findings of cdk-nag's AwsSolutions that the system accepts, each with its reason.
 * `tests/infra/nag.test.ts` runs the rules and fails on every other finding.
 */
export const suppressNagFindings = (system: Stack): void => {
  const at = (path: string): IConstruct => {
    const found = path
      .split('/')
      .reduce<IConstruct | undefined>((node, id) => node?.node.tryFindChild(id), system);
    if (!found) throw new Error(`No construct to suppress a finding of: ${path}`);
    return found;
  };
  const arn = (path: string) => `<${system.getLogicalId(at(`${path}/Resource`) as CfnElement)}.Arn>`;
  const because = (reason: string, paths: readonly string[], ...rules: string[]) => {
    for (const path of paths)
      Validations.of(at(path)).acknowledge(...rules.map((id) => ({ id: `AwsSolutions-${id}`, reason })));
  };

  because(
    'Access logs would hold addresses and personal links. Buckets are closed to the public; CloudTrail can show who read.',
    ['Files/Uploads', 'Files/Failed', 'Site/Static'],
    'S1',
  );
  because(
    'With another key, stored hashes of persons and the links in sent mails would lead nowhere.',
    ['Secrets/Person', 'Secrets/Token'],
    'SMG4',
  );
  because(
    'CloudFront and the function must change together; rotating is a deployment (docs/operations.md).',
    at('Secrets')
      .node.children.filter(({ node }) => node.id.startsWith('Origin'))
      .map(({ node }) => `Secrets/${node.id}`),
    'SMG4',
  );
  because('It is itself a dead-letter queue.', ['Mail/Undelivered', 'Time/Missed'], 'SQS3');
  because(
    'The site is public. The application decides who may what; only CloudFront knows the origin secret.',
    ['Api/Api/DefaultRoute'],
    'APIG4',
  );
  const readers = ['Mailer', 'Importer', 'Audit'].map((name) => `Streams/${name}/Role`);
  because(
    'Objects of a bucket that belongs to the system; each function has only the verbs its code calls.',
    ['Api/Http/Role', 'Time/Clock/Role', ...readers],
    `IAM5[Resource::${arn('Files/Uploads')}/*]`,
  );
  because(
    'Lambda chooses the names below this prefix, where it keeps records that failed.',
    readers,
    `IAM5[Resource::${arn('Files/Failed')}/aws/lambda/*]`,
  );
  because(
    "A stream has the moment it was made in its name; these are one table's streams.",
    readers,
    ...tables.filter((t) => t.stream).map((t) => `IAM5[Resource::${arn(`Tables/${t.name}`)}/stream/*]`),
  );
  because(
    'The clock with any version of it, as the CDK writes it.',
    system.node.children.map(({ node }) => node.id).filter((id) => id.startsWith('SchedulerRoleForTarget')),
    `IAM5[Resource::${arn('Time/Clock/Function')}:*]`,
  );
  because(
    "The CDK's own helper, which copies style sheets and scripts at deployment; it runs at no other time.",
    system.node.children
      .map(({ node }) => node.id)
      .filter((id) => id.startsWith('Custom::CDKBucketDeployment')),
    'L1',
    'IAM4[Policy::arn:<AWS::Partition>:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole]',
    ...['GetObject', 'GetBucket', 'List', 'DeleteObject', 'Abort'].map((verb) => `IAM5[Action::s3:${verb}*]`),
    `IAM5[Resource::arn:<AWS::Partition>:s3:::cdk-hnb659fds-assets-<AWS::AccountId>-${system.region}/*]`,
    `IAM5[Resource::${arn('Site/Static')}/*]`,
  );
  because(
    'Mediators may be abroad on the day they register, and mobile networks are placed wrongly by the lists.',
    ['Site/Distribution'],
    'CFR1',
  );
  because(
    'Access logs would hold addresses and personal links; metrics and the application log suffice.',
    ['Site/Distribution'],
    'CFR3',
  );
};
