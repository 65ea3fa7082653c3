import { type Duration, RemovalPolicy } from 'aws-cdk-lib';
import { Effect, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import {
  Alias,
  ApplicationLogLevel,
  Architecture,
  Code,
  type IDestination,
  Function as LambdaFunction,
  LoggingFormat,
  Runtime,
  SystemLogLevel,
} from 'aws-cdk-lib/aws-lambda';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import type { FunctionName } from '../build/functions';
import { publicOrigin, type Stage, senderAddress } from '../stages/stage';
import type { Files } from './data/buckets';
import type { Keys, OriginSecrets } from './data/secrets';
import type { MailService } from './mail';
import { ACTIONS, PERMISSIONS, type Verb } from './permissions';
import { PROCESS_SETTINGS } from './process-settings';
import type { UsedTables } from './used-tables';

/**
 * Megabytes; a whole processor comes with 1,769. The first page after a start and the clock's work are bound by the
 * processor: with less memory they take longer by as much as they cost less.
 */
const MEMORY: Record<FunctionName, number> = {
  http: 1_769,
  mailer: 1_769,
  clock: 1_769,
  importer: 1_024,
  audit: 512,
  feedback: 512,
};

/**
 * Places that no rush of registrations can take, where the account has enough (`reserveConcurrency`). They are also the
 * most that the function gets: a stream has up to one reader for each of its shards. The site shares the rest.
 */
const RESERVED: Partial<Record<FunctionName, number>> = {
  clock: 2,
  mailer: 20,
  audit: 20,
  importer: 5,
  feedback: 5,
};

/** What every function of the stack needs to be made. */
export interface FunctionContext {
  stage: Stage;
  tables: UsedTables;
  files: Files;
  mail: MailService;
  keys: Keys;
  origins: OriginSecrets;
  /** Which commit this is; in every line of the logs. */
  release: string;
  /** Where the build put the functions' code. */
  code: Record<FunctionName, { directory: string }>;
}

interface HandlerProps {
  name: FunctionName;
  description: string;
  context: FunctionContext;
  timeout: Duration;
  /** How often Lambda repeats an asynchronous call that failed. */
  retryAttempts?: number;
  /** Where Lambda puts an asynchronous call whose every attempt failed. */
  onFailure?: IDestination;
}

/** One Lambda function with its own role, log and permissions. */
export class Handler extends Construct {
  readonly function: LambdaFunction;
  /** What callers call: it moves to a new version as a whole or, for the site, in steps. */
  readonly alias: Alias;
  readonly role: Role;
  readonly name: FunctionName;
  readonly log: LogGroup;

  constructor(scope: Construct, id: string, props: HandlerProps) {
    super(scope, id);
    const { name, description, context, timeout, retryAttempts, onFailure } = props;
    this.name = name;
    this.log = new LogGroup(this, 'Log', {
      retention: context.stage.logDays,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    this.role = new Role(this, 'Role', { assumedBy: new ServicePrincipal('lambda.amazonaws.com') });
    this.log.grantWrite(this.role);
    this.function = new LambdaFunction(this, 'Function', {
      description,
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      memorySize: MEMORY[name],
      ...(context.stage.reserveConcurrency && { reservedConcurrentExecutions: RESERVED[name] }),
      timeout,
      handler: 'index.handler',
      code: Code.fromAsset(context.code[name].directory),
      role: this.role,
      logGroup: this.log,
      loggingFormat: LoggingFormat.JSON,
      applicationLogLevelV2: ApplicationLogLevel.INFO,
      systemLogLevelV2: SystemLogLevel.INFO,
      ...(onFailure && { onFailure }),
      environment: environment(name, context),
    });
    this.allow(context);
    this.alias = new Alias(this, 'Live', {
      aliasName: 'live',
      version: this.function.currentVersion,
      ...(retryAttempts !== undefined && { retryAttempts }),
    });
  }

  private allow({ stage, tables, files, mail }: FunctionContext) {
    const permissions = PERMISSIONS[this.name];
    for (const [name, verbs] of Object.entries(permissions.tables)) {
      const { spec, tableArn } = tables.of(name);
      const actions = new Set(verbs.split(' ').flatMap((verb) => ACTIONS[verb as Verb]));
      // Only queries read indexes. Each index is named, so that a later one is not open by default.
      const indexes = Object.keys({ ...spec.locals, ...spec.globals });
      this.permit(
        [...actions].map((action) => `dynamodb:${action}`),
        [tableArn, ...(actions.has('Query') ? indexes.map((i) => `${tableArn}/index/${i}`) : [])],
      );
    }
    if (permissions.files?.includes('read')) {
      this.permit(['s3:GetObject'], [files.uploads.arnForObjects('*')]);
      // Without it S3 answers 403, not 404, for a missing object.
      this.permit(['s3:ListBucket'], [files.uploads.bucketArn]);
    }
    if (permissions.files?.includes('write'))
      this.permit(['s3:PutObject'], [files.uploads.arnForObjects('*')]);
    if (permissions.files?.includes('delete'))
      this.permit(['s3:DeleteObject'], [files.uploads.arnForObjects('*')]);
    if (permissions.mail)
      this.permit(
        ['ses:SendRawEmail'],
        [mail.identityArn, ...mail.configurationSetArns, ...mail.sandboxArns],
        {
          StringEquals: { 'ses:FromAddress': senderAddress(stage) },
        },
      );
  }

  permit(actions: string[], resources: string[], conditions?: Record<string, Record<string, string>>) {
    this.role.addToPolicy(
      new PolicyStatement({ effect: Effect.ALLOW, actions, resources, ...(conditions && { conditions }) }),
    );
  }
}

/** CloudWatch's name for the metrics of one stage. */
export const metricsNamespace = ({ stage }: Pick<Stage, 'stage'>): string => `NhipCau/${stage}`;

/** The environment: what Node takes, and what `functions/platform/world/settings.ts` parses at start. */
const environment = (
  name: FunctionName,
  { stage, tables, files, mail, keys, origins, release }: FunctionContext,
) => ({
  ...PROCESS_SETTINGS,
  RELEASE: release,
  PUBLIC_ORIGIN: publicOrigin(stage),
  TABLE_PREFIX: tables.prefix,
  METRICS_NAMESPACE: metricsNamespace(stage),
  FILES_BUCKET: files.uploads.bucketName,
  PERSON_KEY_SECRET: keys.person.secretValue.unsafeUnwrap(),
  TOKEN_SECRET: keys.token.secretValue.unsafeUnwrap(),
  ...(name === 'http' && {
    ORIGIN_SECRET: origins.all.map((one) => one.secretValue.unsafeUnwrap()).join(','),
  }),
  MAIL_FROM: `${stage.department.name} <${senderAddress(stage)}>`,
  MAIL_CONFIGURATION_SET: mail.configurationSetName,
  MAIL_SIGN_IN_CONFIGURATION_SET: mail.signInSetName,
  MAIL_RATE: String(stage.mailRate),
  DEPARTMENT_NAME: stage.department.name,
  DEPARTMENT_PARENT: stage.department.parent,
  DEPARTMENT_PLACE: stage.department.place,
  DEPARTMENT_CODE: stage.department.code,
  LINK_DAYS: String(stage.linkDays),
  ...(stage.legalBasis && { LEGAL_BASIS: stage.legalBasis }),
  ...(stage.khmerQuestion && { KHMER_QUESTION: stage.khmerQuestion }),
  HELP_NAME: stage.help.name,
  HELP_PHONE: stage.help.phone,
  HELP_EMAIL: stage.help.email,
});
