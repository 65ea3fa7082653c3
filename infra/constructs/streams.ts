import { Duration } from 'aws-cdk-lib';
import {
  EventSourceMapping,
  type IEventSourceDlq,
  MetricType,
  StartingPosition,
} from 'aws-cdk-lib/aws-lambda';
import { Construct } from 'constructs';
import { type FunctionContext, Handler } from './function';

/** Reads every streaming table twice: the mailer writes notices, the audit writes who changed what. */
export class Streams extends Construct {
  readonly mailer: Handler;
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
    this.audit = new Handler(this, 'Audit', {
      name: 'audit',
      description: 'Writes down who changed what',
      context,
      timeout: Duration.seconds(30),
    });
    this.read(this.mailer, context, 25);
    this.read(this.audit, context, 100);
  }

  private read(handler: Handler, { tables, files }: FunctionContext, batchSize: number) {
    // Lambda writes whole records to a bucket; a queue would get only their position in the stream.
    const failed: IEventSourceDlq = { bind: () => ({ destination: files.failed.bucketArn }) };
    handler.permit(['s3:PutObject'], [files.failed.arnForObjects(`aws/lambda/*`)]);
    handler.permit(['s3:ListBucket'], [files.failed.bucketArn]);
    const mappings = tables.streaming.map(({ spec, table }) => {
      handler.permit(
        ['dynamodb:DescribeStream', 'dynamodb:GetRecords', 'dynamodb:GetShardIterator'],
        [table.tableStreamArn!],
      );
      handler.permit(['dynamodb:ListStreams'], [`${table.tableArn}/stream/*`]);
      const mapping = new EventSourceMapping(this, `${handler.node.id}Reads-${spec.name}`, {
        target: handler.function,
        eventSourceArn: table.tableStreamArn!,
        startingPosition: StartingPosition.TRIM_HORIZON,
        batchSize,
        // A poison record is isolated by bisecting, tried six times, then kept whole; its shard goes on.
        bisectBatchOnError: true,
        reportBatchItemFailures: true,
        retryAttempts: 6,
        maxRecordAge: Duration.hours(12),
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
