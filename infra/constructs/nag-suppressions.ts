import { type CfnElement, type Stack, Validations } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import type { Stage } from '../stages/stage';
import type { Data } from './data/data';
import type { UsedTables } from './used-tables';

/**
 * Accepts findings of cdk-nag (AwsSolutions, Serverless), each with its reason. `tests/infra/nag.test.ts` runs the rules
 * and fails on every other finding.
 */
const accepting = (stack: Stack) => {
  const at = (path: string): IConstruct => {
    const found = path
      .split('/')
      .reduce<IConstruct | undefined>((node, id) => node?.node.tryFindChild(id), stack);
    if (!found) throw new Error(`No construct to suppress a finding of: ${path}`);
    return found;
  };
  const arn = (path: string) => `<${stack.getLogicalId(at(`${path}/Resource`) as CfnElement)}.Arn>`;
  const because = (reason: string, paths: readonly string[], ...rules: string[]) => {
    for (const path of paths)
      Validations.of(at(path)).acknowledge(
        ...rules.map((id) => ({ id: /^Serverless-/.test(id) ? id : `AwsSolutions-${id}`, reason })),
      );
  };
  return { at, arn, because };
};

const DLQ = 'Serverless-LambdaDLQ';

export const acceptDataFindings = (data: Stack, { backups }: Stage): void => {
  const { because } = accepting(data);
  because(
    'Only the functions read it, and an access log would show them alone: the request log names the account that asked.',
    ['Files/Uploads', 'Files/Failed'],
    'S1',
  );
  because(
    'With another key, stored hashes of persons and the links in sent mails would lead nowhere.',
    ['Secrets/Person', 'Secrets/Token'],
    'SMG4',
  );
  if (backups)
    because(
      "AWS keeps these policies for its backup service; they are the service's own rights, not a function's.",
      ['Backups/Role'],
      'IAM4[Policy::arn:<AWS::Partition>:iam::aws:policy/service-role/AWSBackupServiceRolePolicyForBackup]',
      'IAM4[Policy::arn:<AWS::Partition>:iam::aws:policy/AWSBackupServiceRolePolicyForS3Backup]',
    );
};

export const acceptSystemFindings = (
  system: Stack,
  data: Data,
  { used, stage }: { used: UsedTables; stage: Stage },
): void => {
  const accept = accepting(system);
  acceptSite(accept);
  acceptFailedCalls(accept, stage);
  acceptRights(accept, { system, data, used });
  acceptHelper(accept, system);
};

type Accepting = ReturnType<typeof accepting>;

const acceptSite = ({ at, because }: Accepting) => {
  because('It holds style sheets, scripts and one error page, which everybody gets.', ['Site/Static'], 'S1');
  because(
    'CloudFront and the function must change together; rotating is a deployment (docs/operations.md).',
    at('Secrets')
      .node.children.filter(({ node }) => node.id.startsWith('Origin'))
      .map(({ node }) => `Secrets/${node.id}`),
    'SMG4',
  );
  because(
    'The site is public. The application decides who may what; only CloudFront knows the origin secret.',
    ['Api/Api/DefaultRoute'],
    'APIG4',
  );
  because(
    'Mediators may be abroad on the day they register, and mobile networks are placed wrongly by the lists.',
    ['Site/Distribution'],
    'CFR1',
  );
  because(
    'An access log would hold addresses and personal links; the request log of the function has the routes without them.',
    ['Site/Distribution'],
    'CFR3',
  );
};

/** Where what failed is kept, and what is watched instead. */
const acceptFailedCalls = ({ because }: Accepting, { canary }: Stage) => {
  because(
    'It is itself a dead-letter queue.',
    ['Mail/Undelivered', 'Time/Missed'],
    'SQS3',
    'Serverless-SQSRedrivePolicy',
  );
  because('API Gateway calls it and waits: an error goes back to the caller.', ['Api/Http'], DLQ);
  because(
    'Streams call them and wait. What fails goes whole to the bucket of failed records.',
    ['Streams/Mailer', 'Streams/Importer', 'Streams/Audit'],
    DLQ,
  );
  because(
    'It has a destination for calls that failed, which says more than a dead-letter queue and is watched by an alarm.',
    ['Feedback'],
    DLQ,
  );
  because(
    'The next minute does the same work; an alarm counts minutes that fail.',
    ['Time/Clock'],
    DLQ,
    'Serverless-LambdaAsyncFailureDestination',
  );
  because(
    'A request is answered by one function, and its lines in the log bear one id: there is no chain to trace.',
    ['Api/Http', 'Streams/Mailer', 'Streams/Importer', 'Streams/Audit', 'Time/Clock', 'Feedback'],
    'Serverless-LambdaTracing',
  );
  because(
    'A mail of an alarm. CloudWatch shows the alarm, too.',
    ['Alarms/Topic'],
    'Serverless-SNSRedrivePolicy',
  );
  if (canary)
    because(
      "AWS keeps this policy for CodeDeploy; it is the service's own right, not a function's.",
      ['Alarms/Canary/ServiceRole'],
      'IAM4[Policy::arn:<AWS::Partition>:iam::aws:policy/service-role/AWSCodeDeployRoleForLambdaLimited]',
    );
};

const acceptRights = (
  { arn, because }: Accepting,
  { system, data, used }: { system: Stack; data: Data; used: UsedTables },
) => {
  /** What the data's stack exports, as cdk-nag writes it. */
  const imported = (value: string): string => data.resolve(data.exportValue(value))['Fn::ImportValue'];
  const readers = ['Mailer', 'Importer', 'Audit'].map((name) => `Streams/${name}/Role`);
  because(
    'Objects of a bucket that belongs to the system; each function has only the verbs its code calls.',
    ['Api/Http/Role', 'Time/Clock/Role', ...readers],
    `IAM5[Resource::${imported(data.files.uploads.bucketArn)}/*]`,
  );
  because(
    'Lambda chooses the names below this prefix, where it keeps records that failed.',
    readers,
    `IAM5[Resource::${imported(data.files.failed.bucketArn)}/aws/lambda/*]`,
  );
  because(
    "A stream has the moment it was made in its name; these are one table's streams.",
    readers,
    ...used.streaming.map(
      ({ tableName }) =>
        `IAM5[Resource::arn:<AWS::Partition>:dynamodb:${system.region}:<AWS::AccountId>:table/${tableName}/stream/*]`,
    ),
  );
  because(
    'The clock with any version of it, as the CDK writes it.',
    system.node.children.map(({ node }) => node.id).filter((id) => id.startsWith('SchedulerRoleForTarget')),
    `IAM5[Resource::${arn('Time/Clock/Function')}:*]`,
  );
};

const acceptHelper = ({ arn, because }: Accepting, system: Stack) => {
  because(
    "The CDK's own helper, which copies style sheets and scripts at deployment; it runs at no other time.",
    system.node.children
      .map(({ node }) => node.id)
      .filter((id) => id.startsWith('Custom::CDKBucketDeployment')),
    'L1',
    DLQ,
    'Serverless-LambdaTracing',
    'Serverless-LambdaLatestVersion',
    'IAM4[Policy::arn:<AWS::Partition>:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole]',
    ...['GetObject', 'GetBucket', 'List', 'DeleteObject', 'Abort'].map((verb) => `IAM5[Action::s3:${verb}*]`),
    `IAM5[Resource::arn:<AWS::Partition>:s3:::cdk-hnb659fds-assets-<AWS::AccountId>-${system.region}/*]`,
    `IAM5[Resource::${arn('Site/Static')}/*]`,
  );
};
