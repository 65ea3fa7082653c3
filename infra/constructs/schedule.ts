import { Duration } from 'aws-cdk-lib';
import { Schedule, ScheduleExpression } from 'aws-cdk-lib/aws-scheduler';
import { LambdaInvoke } from 'aws-cdk-lib/aws-scheduler-targets';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { type FunctionContext, Handler } from './function';

/** Calls the clock once a minute: it reconciles seats, derives missing notices, reminds and sends. */
export class ClockSchedule extends Construct {
  readonly clock: Handler;
  /** Minutes in which the scheduler could not start the clock. */
  readonly missed: Queue;

  constructor(scope: Construct, id: string, context: FunctionContext) {
    super(scope, id);
    this.clock = new Handler(this, 'Clock', {
      name: 'clock',
      description: 'Runs once a minute',
      context,
      timeout: Duration.seconds(55),
      // The scheduler's call is asynchronous: Lambda would repeat a failed one at the same time as later ones.
      retryAttempts: 0,
    });
    this.missed = new Queue(this, 'Missed', {
      encryption: QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
      retentionPeriod: Duration.days(4),
    });
    new Schedule(this, 'Minute', {
      description: 'The clock of Nhịp Cầu',
      schedule: ScheduleExpression.rate(Duration.minutes(1)),
      target: new LambdaInvoke(this.clock.alias, {
        deadLetterQueue: this.missed,
        // The next minute does the same work, so an old one need not be repeated.
        retryAttempts: 0,
        maxEventAge: Duration.minutes(1),
      }),
    });
  }
}
