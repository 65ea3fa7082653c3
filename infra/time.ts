import { Duration } from 'aws-cdk-lib';
import { Schedule, ScheduleExpression } from 'aws-cdk-lib/aws-scheduler';
import { LambdaInvoke } from 'aws-cdk-lib/aws-scheduler-targets';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { Handler, type Surroundings } from './function';

/** Once a minute: reconcile seats, derive what notices are missing, remind, drain. */
export class Time extends Construct {
  readonly clock: Handler;
  /** Minutes on which the clock did not run. */
  readonly missed: Queue;

  constructor(scope: Construct, id: string, around: Surroundings) {
    super(scope, id);
    this.clock = new Handler(this, 'Clock', {
      name: 'clock',
      description: 'Runs once a minute',
      around,
      timeout: Duration.seconds(55),
      // The scheduler's call is asynchronous: Lambda would repeat one that failed beside the next minutes'.
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
      target: new LambdaInvoke(this.clock.function, {
        deadLetterQueue: this.missed,
        // The next minute does the same work again: an old one is not worth repeating.
        retryAttempts: 0,
        maxEventAge: Duration.minutes(1),
      }),
    });
  }
}
