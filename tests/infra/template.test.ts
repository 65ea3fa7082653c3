import { Match, Template } from 'aws-cdk-lib/assertions';
import { describe, expect, test } from 'vitest';
import { SES_TIMEOUT } from '../../functions/platform/mail/ses';
import { createTableInput } from '../../functions/platform/store/create-table';
import { readSettings } from '../../functions/platform/world/settings';
import { tables } from '../../functions/tables';
import { FUNCTIONS } from '../../infra/build/functions';
import { ACTIONS, PERMISSIONS, type Verb } from '../../infra/constructs/permissions';
import { made, ofType, type Resource, resourcesOf } from './made';
import { dataResources, functions, resources, stage, system } from './staging';

const template = Template.fromStack(system);

const statementsOf = (name: (typeof FUNCTIONS)[number]): Record<string, unknown>[] => {
  const role = functions[name].Properties.Role['Fn::GetAtt'][0];
  // What does not fit into a role's own policy stands in another one, made for it.
  return [...ofType(resources, 'AWS::IAM::Policy'), ...ofType(resources, 'AWS::IAM::ManagedPolicy')]
    .filter(([, p]) => p.Properties.Roles?.some((r: { Ref: string }) => r.Ref === role))
    .flatMap(([, p]) => p.Properties.PolicyDocument.Statement);
};
const logicalIdOfTable = (name: string) =>
  ofType(dataResources, 'AWS::DynamoDB::Table').find(
    ([, r]) => r.Properties.TableName === `nhip-cau-staging-${name}`,
  )![0];
/** The table that a part of the template names: by its name, or by the export of its stream. */
const tableIn = (value: unknown): string => {
  const text = JSON.stringify(value);
  const found = tables.find(
    ({ name }) =>
      text.includes(`nhip-cau-staging-${name}`) || text.includes(`GetAtt${logicalIdOfTable(name)}StreamArn`),
  );
  if (!found) throw new Error(`No table in ${text}`);
  return found.name;
};

/** What callers call: the alias of a function. */
const aliasOf = (id: string) =>
  ofType(resources, 'AWS::Lambda::Alias').find(([, r]) => r.Properties.FunctionName.Ref === id)![0];

test('the template names no account', () => {
  // A telephone number may have as many digits.
  expect(JSON.stringify([resources, dataResources]).match(/(?<!\+)\b\d{12}\b/g)).toBeNull();
});

describe('the tables', () => {
  test.each(tables.map((t) => [t.name, t] as const))('%s is as its specification says', (name, spec) => {
    const resource = dataResources[logicalIdOfTable(name)]!;
    const {
      TableName,
      AttributeDefinitions,
      KeySchema,
      LocalSecondaryIndexes,
      GlobalSecondaryIndexes,
      BillingMode,
    } = createTableInput(spec, 'nhip-cau-staging-');
    const byName = (a: { AttributeName?: string }, b: { AttributeName?: string }) =>
      a.AttributeName!.localeCompare(b.AttributeName!);
    const p = resource.Properties;
    expect({
      TableName: p.TableName,
      AttributeDefinitions: [...p.AttributeDefinitions].sort(byName),
      KeySchema: p.KeySchema,
      LocalSecondaryIndexes: p.LocalSecondaryIndexes,
      GlobalSecondaryIndexes: p.GlobalSecondaryIndexes,
      BillingMode: p.BillingMode,
    }).toEqual({
      TableName,
      AttributeDefinitions: [...AttributeDefinitions!].sort(byName),
      KeySchema,
      LocalSecondaryIndexes,
      GlobalSecondaryIndexes,
      BillingMode,
    });
    expect(p.PointInTimeRecoverySpecification.PointInTimeRecoveryEnabled).toBe(true);
    expect(p.StreamSpecification).toEqual(spec.stream ? { StreamViewType: 'NEW_AND_OLD_IMAGES' } : undefined);
    expect(p.TimeToLiveSpecification).toEqual(
      spec.ttl ? { AttributeName: spec.ttl, Enabled: true } : undefined,
    );
  });

  test('are all that there are', () => {
    expect(ofType(dataResources, 'AWS::DynamoDB::Table')).toHaveLength(tables.length);
  });
});

describe('the functions', () => {
  test.each(FUNCTIONS)('%s runs on Node 24 on Arm, shorter than the ledger waits', (name) => {
    const p = functions[name].Properties;
    expect(p).toMatchObject({
      Runtime: 'nodejs24.x',
      Architectures: ['arm64'],
      Handler: 'index.handler',
      LoggingConfig: { LogFormat: 'JSON', ApplicationLogLevel: 'INFO' },
    });
    expect(p.Timeout).toBeLessThan(120);
    if (name === 'http') expect(p.Timeout).toBe(10);
    if (PERMISSIONS[name].mail) expect(SES_TIMEOUT).toBeLessThan(p.Timeout * 1_000);
  });

  test('run on the major version of Node that the tests run on', () => {
    expect(
      FUNCTIONS.map((name) => functions[name].Properties.Runtime.replace(/\.x$/, '')),
      `The tests run on ${process.execPath}. npm scripts run on the Node of the package node-linux-*, which npm ` +
        'installs; where there is no such package, install this version yourself.',
    ).toEqual(FUNCTIONS.map(() => `nodejs${process.versions.node.split('.')[0]}`));
  });

  test.each(FUNCTIONS)('%s finds every setting in its environment', (name) => {
    const variables = functions[name].Properties.Environment.Variables as Record<string, unknown>;
    // References are resolved by CloudFormation; a secret has 64 characters then.
    const resolved = Object.fromEntries(
      Object.entries(variables).map(([k, v]) => [k, typeof v === 'string' ? v : 'x'.repeat(64)]),
    );
    const settings = readSettings(resolved);
    expect(settings.publicOrigin).toBe(`https://${stage.domain}`);
    expect(settings.tablePrefix).toBe('nhip-cau-staging-');
    expect(settings.sampleData).toBe(false);
    expect(settings.rateLimits).toBe(true);
    expect(Boolean(settings.secrets.origins)).toBe(name === 'http');
  });

  test('hold no secret in the template, only references to Secrets Manager', () => {
    for (const name of FUNCTIONS)
      for (const key of ['PERSON_KEY_SECRET', 'TOKEN_SECRET'])
        expect(JSON.stringify(functions[name].Properties.Environment.Variables[key])).toContain(
          '{{resolve:secretsmanager:',
        );
    const kept = ofType(dataResources, 'AWS::SecretsManager::Secret');
    expect(kept.map(([id]) => id.replace(/[0-9A-F]{8}$/, '')).sort()).toEqual([
      'SecretsPerson',
      'SecretsToken',
    ]);
  });

  test('each keep a log that ends', () => {
    for (const [, r] of ofType(resources, 'AWS::Logs::LogGroup'))
      expect(r.Properties.RetentionInDays).toBe(30);
    expect(ofType(resources, 'AWS::Logs::LogGroup').length).toBeGreaterThanOrEqual(FUNCTIONS.length + 1);
  });
});

describe('a release', () => {
  const callers = (name: (typeof FUNCTIONS)[number]) =>
    aliasOf(ofType(resources, 'AWS::Lambda::Function').find(([, r]) => r === functions[name])![0]);

  test('has the memory that its work needs: a whole processor where it is bound by one', () => {
    expect(FUNCTIONS.map((name) => [name, functions[name].Properties.MemorySize])).toEqual([
      ['http', 1_769],
      ['mailer', 1_769],
      ['importer', 1_024],
      ['clock', 1_769],
      ['audit', 512],
      ['feedback', 512],
    ]);
  });

  test('is named in every function', () => {
    for (const name of FUNCTIONS)
      expect(functions[name].Properties.Environment.Variables).toMatchObject({
        RELEASE: 'test',
        MALLOC_ARENA_MAX: '1',
      });
  });

  test('is called by an alias; the site moves to it in steps, and back on an alarm', () => {
    const { system: prod } = made({ stage: 'prod' });
    const template = resourcesOf(prod);
    const [[, group]] = ofType(template, 'AWS::CodeDeploy::DeploymentGroup') as [[string, Resource]];
    expect(group.Properties).toMatchObject({
      DeploymentConfigName: 'CodeDeployDefault.LambdaCanary10Percent5Minutes',
      AutoRollbackConfiguration: {
        Enabled: true,
        Events: expect.arrayContaining(['DEPLOYMENT_STOP_ON_ALARM']),
      },
    });
    const alarms = group.Properties.AlarmConfiguration.Alarms.map(
      ({ Name }: { Name: { Ref: string } }) => Name.Ref,
    );
    expect(alarms).toHaveLength(2);
    for (const id of alarms) expect(template[id]!.Properties.Threshold).toBeLessThanOrEqual(3);
    const [aliasId, alias] = ofType(template, 'AWS::Lambda::Alias').find(([id]) => id.startsWith('ApiHttp'))!;
    expect((alias as Resource & { UpdatePolicy: object }).UpdatePolicy).toHaveProperty(
      'CodeDeployLambdaAliasUpdate',
    );
    const [[, integration]] = ofType(template, 'AWS::ApiGatewayV2::Integration') as [[string, Resource]];
    expect(integration.Properties.IntegrationUri).toEqual({ Ref: aliasId });
    expect(ofType(resourcesOf(made({ stage: 'small' }).system), 'AWS::CodeDeploy::DeploymentGroup')).toEqual(
      [],
    );
    expect(callers('clock')).toMatch(/^TimeClockLive/);
  });

  test('sets places apart only where the account has enough of them', () => {
    const reserved = (context: object) =>
      ofType(resourcesOf(made({ ...context }).system), 'AWS::Lambda::Function').flatMap(
        ([, r]) => r.Properties.ReservedConcurrentExecutions ?? [],
      );
    expect(reserved({})).toEqual([]);
    expect(reserved({ reserveConcurrency: true }).sort()).toEqual([2, 20, 20, 5, 5]);
  });

  test("may mail the recipients that SES's sandbox has verified, and no other identity", () => {
    const arns = (context: object) =>
      ofType(resourcesOf(made({ ...context }).system), 'AWS::IAM::Policy')
        .flatMap(([, r]) => r.Properties.PolicyDocument.Statement)
        .filter((s) => s.Action === 'ses:SendRawEmail')
        .map((s) => JSON.stringify(s.Resource));
    const recipient = 'identity/admin@stp.vn';
    for (const resource of arns({ sandboxRecipients: '["admin@stp.vn"]' }))
      expect(resource).toContain(recipient);
    for (const resource of arns({})) expect(resource).not.toContain('identity/admin');
  });

  test('warns of its cost', () => {
    template.hasResourceProperties('AWS::Budgets::Budget', {
      Budget: { BudgetLimit: { Amount: 50, Unit: 'USD' }, TimeUnit: 'MONTHLY' },
      NotificationsWithSubscribers: Match.arrayWith([
        Match.objectLike({ Subscribers: [{ SubscriptionType: 'EMAIL', Address: stage.alarmEmail }] }),
      ]),
    });
  });
});

describe('the roles', () => {
  test.each(FUNCTIONS)('%s may call each table as it needs and no other', (name) => {
    const granted: Record<string, string[]> = {};
    for (const statement of statementsOf(name)) {
      const actions = [statement.Action].flat() as string[];
      if (!actions.some((a) => a.startsWith('dynamodb:')) || JSON.stringify(statement).includes('GetRecords'))
        continue;
      if (actions.includes('dynamodb:ListStreams')) continue;
      const id = tableIn(statement.Resource);
      granted[id] = [...(granted[id] ?? []), ...actions.map((a) => a.replace('dynamodb:', ''))].sort();
    }
    const needed = Object.fromEntries(
      Object.entries(PERMISSIONS[name].tables).map(([table, verbs]) => [
        table,
        [...new Set(verbs.split(' ').flatMap((v) => ACTIONS[v as Verb]))].sort(),
      ]),
    );
    expect(granted).toEqual(needed);
  });

  test.each(FUNCTIONS)('%s has no wildcard but the reasoned ones', (name) => {
    for (const { Action, Resource: on } of statementsOf(name)) {
      for (const action of [Action].flat() as string[]) expect(action).not.toContain('*');
      const resource = JSON.stringify(on);
      expect(resource).not.toBe('"*"');
      const wild = [...resource.matchAll(/"([^"]*\*[^"]*)"/g)].map(([, end]) => end);
      // Objects of one bucket; failed records; one table's streams.
      for (const end of wild)
        expect(['/*', '/aws/lambda/*', '/stream/*']).toContain(
          end!.replace(/^:table\/nhip-cau-staging-[a-z]+/, ''),
        );
    }
  });

  test.each(FUNCTIONS)('%s sends mail only as the department, if at all', (name) => {
    const sending = statementsOf(name).filter((s) => JSON.stringify(s.Action).includes('ses:'));
    expect(sending).toHaveLength(PERMISSIONS[name].mail ? 1 : 0);
    for (const s of sending)
      expect(s).toMatchObject({
        Action: 'ses:SendRawEmail',
        Condition: { StringEquals: { 'ses:FromAddress': 'thu-moi@mail.thu.nhipcau.example.vn' } },
      });
  });

  test('have no managed policy', () => {
    for (const name of FUNCTIONS) {
      const role = resources[functions[name].Properties.Role['Fn::GetAtt'][0]]!;
      expect(role.Properties.ManagedPolicyArns).toBeUndefined();
    }
  });
});

describe('the streams', () => {
  const mappings = ofType(resources, 'AWS::Lambda::EventSourceMapping').map(([, r]) => r.Properties);
  const streaming = tables.filter((t) => t.stream).map((t) => t.name);

  const [imports, accounts] = ['imports', 'accounts'];
  const silent = ['documents', 'letters', 'library', 'programme'];
  const readBy = (name: (typeof FUNCTIONS)[number]) => {
    const id = ofType(resources, 'AWS::Lambda::Function').find(([, r]) => r === functions[name])![0];
    return mappings.filter((m) => JSON.stringify(m.FunctionName).includes(`"${aliasOf(id)}"`));
  };
  const tablesReadBy = (name: (typeof FUNCTIONS)[number]) =>
    readBy(name)
      .map((m) => tableIn(m.EventSourceArn))
      .sort();

  test('every streaming table is read by the audit; all but accounts, documents, letters, the library and the programme by the mailer or the importer', () => {
    expect(tablesReadBy('audit')).toEqual([...streaming].sort());
    expect(tablesReadBy('mailer')).toEqual(
      streaming.filter((table) => ![imports, accounts, ...silent].includes(table)).sort(),
    );
    expect(tablesReadBy('importer')).toEqual([imports]);
  });

  test('the audit gets of accounts nothing but accounts: no session, code or passkey leaves the stream', () => {
    const [reading] = readBy('audit').filter((m) => tableIn(m.EventSourceArn) === accounts);
    expect(
      reading!.FilterCriteria.Filters.map(({ Pattern }: { Pattern: string }) => JSON.parse(Pattern)),
    ).toEqual([{ dynamodb: { Keys: { pk: { S: [{ prefix: 'acc_' }] } } } }]);
  });

  test('the importer is called by imports that run and that no worker has, and by nothing else', () => {
    const [{ FilterCriteria }] = readBy('importer') as [(typeof mappings)[number]];
    expect(FilterCriteria.Filters.map(({ Pattern }: { Pattern: string }) => JSON.parse(Pattern))).toEqual([
      { dynamodb: { NewImage: { state: { S: ['running'] }, lease: { S: [{ exists: false }] } } } },
    ]);
    // A worker is dead before its lease is over.
    expect(functions.importer.Properties.Timeout).toBe(60);
  });

  test('a batch waits while DynamoDB is in trouble, is split where it fails, and is kept whole at last', () => {
    // The audit reads all; one other function reads each, but for accounts, letters, the library and the programme.
    expect(mappings).toHaveLength(streaming.length * 2 - 1 - silent.length);
    for (const m of mappings) {
      expect(m).toMatchObject({
        BisectBatchOnFunctionError: true,
        FunctionResponseTypes: ['ReportBatchItemFailures'],
        StartingPosition: 'TRIM_HORIZON',
        DestinationConfig: {
          OnFailure: { Destination: { 'Fn::ImportValue': expect.stringContaining('FilesFailed') } },
        },
      });
      // No limit of attempts: six of them are over within minutes. The stream itself keeps a record for a day.
      expect(m.MaximumRetryAttempts).toBeUndefined();
      expect(m.MaximumRecordAgeInSeconds).toBe(6 * 3_600);
    }
  });
});

describe('the API', () => {
  test('is throttled, and its access log holds no path, address or agent', () => {
    const [[, { Properties: p }]] = ofType(resources, 'AWS::ApiGatewayV2::Stage') as [[string, Resource]];
    expect(p.DefaultRouteSettings).toMatchObject({ ThrottlingBurstLimit: 2_000, ThrottlingRateLimit: 1_000 });
    expect(p.AccessLogSettings.Format).not.toMatch(/path|sourceIp|userAgent|routeKey|identity|authorizer/i);
    expect(JSON.parse(p.AccessLogSettings.Format)).toHaveProperty('status');
  });

  test('speaks the payload format that the handler reads', () => {
    template.hasResourceProperties('AWS::ApiGatewayV2::Integration', { PayloadFormatVersion: '2.0' });
  });
});

describe('SES', () => {
  test('signs with DKIM, bounces to a domain of its own, and sends under the configuration set', () => {
    template.hasResourceProperties('AWS::SES::EmailIdentity', {
      EmailIdentity: 'mail.thu.nhipcau.example.vn',
      DkimAttributes: { SigningEnabled: true },
      MailFromAttributes: { MailFromDomain: 'bounce.mail.thu.nhipcau.example.vn' },
      ConfigurationSetAttributes: { ConfigurationSetName: Match.anyValue() },
    });
  });

  test('asks no suppression list of the account: only our own marks count, and staff can lift those', () => {
    template.hasResourceProperties('AWS::SES::ConfigurationSet', {
      SuppressionOptions: { SuppressedReasons: [] },
    });
  });

  test('tells the feedback function what became of each mail', () => {
    template.hasResourceProperties('AWS::SES::ConfigurationSetEventDestination', {
      EventDestination: {
        Enabled: true,
        MatchingEventTypes: Match.arrayWith([
          'delivery',
          'bounce',
          'complaint',
          'reject',
          'renderingFailure',
        ]),
        SnsDestination: { TopicARN: { Ref: Match.stringLikeRegexp('^MailEvents') } },
      },
    });
    const [id] = ofType(resources, 'AWS::Lambda::Function').find(([, r]) => r === functions.feedback)!;
    template.hasResourceProperties('AWS::SNS::Subscription', {
      Protocol: 'lambda',
      Endpoint: { 'Fn::GetAtt': [id, 'Arn'] },
      RedrivePolicy: Match.anyValue(),
    });
  });
});

describe('time', () => {
  test('the clock is called every minute, and a minute missed is kept to be seen', () => {
    const [id] = ofType(resources, 'AWS::Lambda::Function').find(([, r]) => r === functions.clock)!;
    // Nor does Lambda repeat a minute that failed beside the ones that come after it.
    template.hasResourceProperties('AWS::Lambda::EventInvokeConfig', {
      FunctionName: { Ref: id },
      MaximumRetryAttempts: 0,
    });
    template.hasResourceProperties('AWS::Scheduler::Schedule', {
      ScheduleExpression: 'rate(1 minute)',
      State: 'ENABLED',
      Target: {
        Arn: { Ref: aliasOf(id) },
        DeadLetterConfig: Match.anyValue(),
        RetryPolicy: { MaximumRetryAttempts: 0 },
      },
    });
  });
});

describe('the alarms', () => {
  test('each say what people feel and where to look, and send a mail', () => {
    const alarms = ofType(resources, 'AWS::CloudWatch::Alarm');
    expect(alarms.length).toBeGreaterThan(12);
    for (const [id, { Properties: p }] of alarms) {
      expect(p.AlarmDescription, id).toMatch(/\. Impact: .+ Look at: .+/);
      expect(p.AlarmActions, id).toHaveLength(1);
    }
    template.hasResourceProperties('AWS::SNS::Subscription', {
      Protocol: 'email',
      Endpoint: stage.alarmEmail,
    });
  });
});

describe('the alarms of records given up', () => {
  const alarms = ofType(resources, 'AWS::CloudWatch::Alarm').map(([, r]) => r.Properties);

  test('count what Lambda put into the bucket, for every reader of every table', () => {
    const mappings = ofType(resources, 'AWS::Lambda::EventSourceMapping');
    for (const [id, { Properties: p }] of mappings) {
      expect(p.MetricsConfig).toEqual({ Metrics: ['EventCount'] });
      expect(alarms).toContainEqual(
        expect.objectContaining({
          Namespace: 'AWS/Lambda',
          MetricName: 'OnFailureDestinationDeliveredEventCount',
          Dimensions: [{ Name: 'EventSourceMappingUUID', Value: { Ref: id } }],
          Threshold: 0,
        }),
      );
    }
  });

  test.each(['mailer', 'audit'] as const)('count what the %s put aside by itself', (name) => {
    const filters = ofType(resources, 'AWS::Logs::MetricFilter').map(([, r]) => r.Properties);
    const filter = filters.find((f) => f.MetricTransformations[0].MetricName === `${name}-put-aside`)!;
    expect(filter.FilterPattern).toBe('{ $.message.what = "record-kept" }');
    expect(filter.LogGroupName).toEqual(functions[name].Properties.LoggingConfig.LogGroup);
    expect(alarms.map((a) => a.MetricName)).toContain(`${name}-put-aside`);
  });
});

describe('nothing is lost in silence', () => {
  const alarms = ofType(resources, 'AWS::CloudWatch::Alarm').map(([, r]) => r.Properties);
  const idOf = (name: (typeof FUNCTIONS)[number]) =>
    ofType(resources, 'AWS::Lambda::Function').find(([, r]) => r === functions[name])![0];

  test('an event of SES at which feedback fails each time is kept in a queue, and an alarm watches the queue', () => {
    const config = ofType(resources, 'AWS::Lambda::EventInvokeConfig').find(
      ([, r]) => r.Properties.FunctionName.Ref === idOf('feedback'),
    )!;
    const queue = config[1].Properties.DestinationConfig.OnFailure.Destination['Fn::GetAtt'][0];
    expect(resources[queue]!.Type).toBe('AWS::SQS::Queue');
    expect(alarms).toContainEqual(
      expect.objectContaining({
        MetricName: 'ApproximateNumberOfMessagesVisible',
        Dimensions: [{ Name: 'QueueName', Value: { 'Fn::GetAtt': [queue, 'QueueName'] } }],
        Threshold: 0,
      }),
    );
    const mayKeep = statementsOf('feedback').filter((s) =>
      JSON.stringify(s.Action).includes('sqs:SendMessage'),
    );
    expect(JSON.stringify(mayKeep)).toContain(queue);
  });

  test.each([
    ['oldestDueSeconds', 900, 'breaching'],
    ['mailsRefused', 5, 'notBreaching'],
    ['mailsHeld', 0, 'notBreaching'],
    ['mailsUnknown', 20, 'notBreaching'],
    ['recordsReadAgain', 0, 'notBreaching'],
    ['errors-logged', 2, 'notBreaching'],
    ['http-wrong-code', 30, 'notBreaching'],
    ['http-forbidden', 50, 'notBreaching'],
    ['http-too-many', 100, 'notBreaching'],
    ['http-list-taken', 20, 'notBreaching'],
  ])('an alarm watches %s', (MetricName, Threshold, TreatMissingData) => {
    expect(alarms).toContainEqual(
      expect.objectContaining({ Namespace: 'NhipCau/staging', MetricName, Threshold, TreatMissingData }),
    );
  });

  test('the metrics of security count the lines that the code writes', () => {
    const filters = ofType(resources, 'AWS::Logs::MetricFilter').map(([, r]) => r.Properties);
    for (const event of ['wrong-code', 'forbidden', 'too-many', 'list-taken'])
      expect(filters).toContainEqual(
        expect.objectContaining({
          FilterPattern: `{ $.message.what = "security-${event}" }`,
          MetricTransformations: [expect.objectContaining({ MetricName: `http-${event}` })],
        }),
      );
  });

  test.each([
    ['ten wrong codes for one account', 'many-wrong-codes'],
    ['receipts that came back too often', 'unasked-mail-stopped'],
  ])('%s raise an alarm', (_what, line) => {
    const filters = ofType(resources, 'AWS::Logs::MetricFilter').map(([, r]) => r.Properties);
    const filter = filters.find(({ FilterPattern }) => FilterPattern.includes(`"${line}"`))!;
    const [{ MetricName, MetricNamespace: Namespace }] = filter.MetricTransformations;
    expect(alarms).toContainEqual(expect.objectContaining({ Namespace, MetricName, Threshold: 0 }));
  });

  test('each function measures in the namespace that the alarms read', () => {
    for (const name of FUNCTIONS)
      expect(functions[name].Properties.Environment.Variables.METRICS_NAMESPACE).toBe('NhipCau/staging');
  });

  test('an error that the code only logs is counted, of every function', () => {
    const counted = ofType(resources, 'AWS::Logs::MetricFilter')
      .map(([, r]) => r.Properties)
      .filter((p) => p.FilterPattern === '{ $.level = "ERROR" }')
      .map((p) => p.LogGroupName);
    for (const name of FUNCTIONS)
      expect(counted).toContainEqual(functions[name].Properties.LoggingConfig.LogGroup);
  });
});

describe('the topics', () => {
  test('take what the services of this account publish, although their policy refuses plain http', () => {
    const mayPublish = (id: string) =>
      ofType(resources, 'AWS::SNS::TopicPolicy')
        .filter(([, r]) => r.Properties.Topics.some((t: { Ref: string }) => t.Ref.startsWith(id)))
        .flatMap(([, r]) => r.Properties.PolicyDocument.Statement)
        .filter((s) => s.Effect === 'Allow' && s.Action === 'sns:Publish')
        .map((s) => [s.Principal.Service, s.Condition.StringEquals]);
    const here = { Ref: 'AWS::AccountId' };
    expect(mayPublish('AlarmsTopic')).toEqual([['cloudwatch.amazonaws.com', { 'aws:SourceAccount': here }]]);
    // For each configuration set: of sign-in mails, and of all others.
    const fromSes = ['ses.amazonaws.com', expect.objectContaining({ 'AWS:SourceAccount': here })];
    expect(mayPublish('MailEvents')).toEqual([fromSes, fromSes]);
  });

  test('are encrypted with a key that those services may use', () => {
    const [[id, key]] = ofType(resources, 'AWS::KMS::Key') as [[string, Resource]];
    for (const [, topic] of ofType(resources, 'AWS::SNS::Topic'))
      expect(topic.Properties.KmsMasterKeyId).toEqual({ 'Fn::GetAtt': [id, 'Arn'] });
    const services = key.Properties.KeyPolicy.Statement.map(
      (s: { Principal: { Service?: string } }) => s.Principal.Service,
    );
    expect(services).toEqual(expect.arrayContaining(['cloudwatch.amazonaws.com', 'ses.amazonaws.com']));
  });
});

test('failed records expire, and no older version of them stays', () => {
  const buckets = ofType(dataResources, 'AWS::S3::Bucket').map(([, b]) => b.Properties);
  const rules = buckets.flatMap((b) => b.LifecycleConfiguration?.Rules ?? []);
  for (const Prefix of ['poison/', 'lists/'])
    expect(rules).toContainEqual(
      expect.objectContaining({
        Prefix,
        ExpirationInDays: expect.any(Number),
        NoncurrentVersionExpiration: { NoncurrentDays: 1 },
      }),
    );
  // Nothing looks into a batch that Lambda gave up on: it is gone before a person must be forgotten.
  const failed = rules.find((rule) => !rule.Prefix && rule.ExpirationInDays);
  expect(failed?.ExpirationInDays).toBeLessThan(15);
});
