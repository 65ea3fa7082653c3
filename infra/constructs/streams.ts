import { Duration } from 'aws-cdk-lib';
import {
  EventSourceMapping,
  FilterCriteria,
  FilterRule,
  type IEventSourceDlq,
  MetricType,
  StartingPosition,
} from 'aws-cdk-lib/aws-lambda';
import { Construct } from 'constructs';
import { accountsTable } from '../../functions/directory/accounts/account';
import { documentsTable } from '../../functions/documents/documents-table';
import { broadcastsTable } from '../../functions/events/broadcasts/broadcast';
import { importsTable } from '../../functions/events/imports/import';
import { lettersTable } from '../../functions/events/letters/shared-letter';
import { libraryTable } from '../../functions/library/catalogue/library-table';
import { programmeTable } from '../../functions/programme/plans/plan';
import { registerTable } from '../../functions/register/teams/team';
import { type FunctionContext, Handler } from './function';

/** A running import that no worker has: the other changes of the table would call the importer for nothing. */
const WAITING_IMPORT = FilterCriteria.filter({
  dynamodb: {
    NewImage: { state: { S: FilterRule.isEqual('running') }, lease: { S: FilterRule.notExists() } },
  },
});

/** A message to a group of which some recipients wait for a worker. */
const RUNNING_BROADCAST = FilterCriteria.filter({
  dynamodb: { NewImage: { state: { S: FilterRule.isEqual('running') } } },
});

/** A mediator who was added or corrected: registrations are linked to them. */
const MEDIATOR = FilterCriteria.filter({
  dynamodb: { Keys: { sk: { S: FilterRule.isEqual('mediator') } } },
});

/** Sessions, codes and passkeys share the table of accounts, and are no history: they do not leave the stream. */
const OF_ACCOUNTS = FilterCriteria.filter({
  dynamodb: { Keys: { pk: { S: FilterRule.beginsWith('acc_') } } },
});

interface Reading {
  batchSize: number;
  /** Which of the streaming tables. */
  of(table: string): boolean;
  /** Which of their records; all where it says nothing. */
  filtersOf?(table: string): Record<string, unknown>[] | undefined;
}

/**
 * Reads every streaming table: the audit writes who changed what, the mailer writes notices, the importer carries
 * imports on.
 */
export class Streams extends Construct {
  readonly mailer: Handler;
  readonly importer: Handler;
  readonly audit: Handler;
  /** Each reader of each table, for the alarms. */
  readonly readings: { handler: Handler; table: string; mapping: EventSourceMapping }[] = [];

  constructor(scope: Construct, id: string, context: FunctionContext) {
    super(scope, id);
    this.mailer = new Handler(this, 'Mailer', {
      name: 'mailer',
      description: 'Writes down which notices are due, and sends them',
      context,
      timeout: Duration.seconds(60),
    });
    this.importer = new Handler(this, 'Importer', {
      name: 'importer',
      description: 'Carries imports of lists on',
      context,
      // Shorter than a worker's lease (functions/entry/importer.ts).
      timeout: Duration.seconds(60),
    });
    this.audit = new Handler(this, 'Audit', {
      name: 'audit',
      description: 'Writes down who changed what',
      context,
      timeout: Duration.seconds(30),
    });
    const isOfImports = (name: string) => name === importsTable.name;
    /** What is told of a letter follows from its invitations; nothing is told of the others. */
    const silent = [documentsTable, lettersTable, libraryTable, programmeTable].map(({ name }) => name);
    const isOfAccounts = (name: string) => name === accountsTable.name;
    this.read(this.mailer, context, {
      batchSize: 25,
      of: (name) => !isOfImports(name) && !isOfAccounts(name) && !silent.includes(name),
      filtersOf: (name) =>
        ({ [broadcastsTable.name]: [RUNNING_BROADCAST], [registerTable.name]: [MEDIATOR] })[name],
    });
    this.read(this.importer, context, {
      batchSize: 100,
      of: isOfImports,
      filtersOf: () => [WAITING_IMPORT],
    });
    this.read(this.audit, context, {
      batchSize: 100,
      of: () => true,
      filtersOf: (name) => (isOfAccounts(name) ? [OF_ACCOUNTS] : undefined),
    });
  }

  private read(handler: Handler, { tables, files }: FunctionContext, { batchSize, of, filtersOf }: Reading) {
    // Lambda writes whole records to a bucket; a queue would get only their position in the stream.
    const failed: IEventSourceDlq = { bind: () => ({ destination: files.failed.bucketArn }) };
    handler.permit(['s3:PutObject'], [files.failed.arnForObjects(`aws/lambda/*`)]);
    handler.permit(['s3:ListBucket'], [files.failed.bucketArn]);
    const mappings = tables.streaming
      .filter(({ spec }) => of(spec.name))
      .map(({ spec, tableArn, streamArn }) => {
        handler.permit(
          ['dynamodb:DescribeStream', 'dynamodb:GetRecords', 'dynamodb:GetShardIterator'],
          [streamArn],
        );
        handler.permit(['dynamodb:ListStreams'], [`${tableArn}/stream/*`]);
        const mapping = new EventSourceMapping(this, `${handler.node.id}Reads-${spec.name}`, {
          target: handler.alias,
          eventSourceArn: streamArn,
          startingPosition: StartingPosition.TRIM_HORIZON,
          batchSize,
          filters: filtersOf?.(spec.name),
          // While DynamoDB is in trouble, a batch waits: no limit of attempts, only the age of its records. A record on
          // which the function dies is isolated by bisecting and kept whole at that age; the code counts other failures.
          bisectBatchOnError: true,
          reportBatchItemFailures: true,
          maxRecordAge: Duration.hours(6),
          onFailure: failed,
          metricsConfig: { metrics: [MetricType.EVENT_COUNT] },
        });
        this.readings.push({ handler, table: spec.name, mapping });
        return mapping;
      });
    // Lambda checks the permissions when it creates a mapping.
    for (const mapping of mappings) mapping.node.addDependency(handler.role);
  }
}
