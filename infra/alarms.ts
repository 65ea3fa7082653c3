import { Duration, Stack } from 'aws-cdk-lib';
import {
  Alarm,
  ComparisonOperator,
  type IMetric,
  Metric,
  Stats,
  TreatMissingData,
} from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import { Effect, PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { FilterPattern, MetricFilter } from 'aws-cdk-lib/aws-logs';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import type { Api } from './api';
import type { Handler } from './function';
import type { MailService } from './mail';
import type { Stage } from './stage';
import type { Streams } from './streams';
import type { Tables } from './tables';
import type { Time } from './time';

interface AlarmsProps {
  stage: Stage;
  api: Api;
  streams: Streams;
  time: Time;
  feedback: Handler;
  mail: MailService;
  tables: Tables;
}

interface Trouble {
  /** What is wrong, as the subject of the mail. */
  what: string;
  /** Who feels it and how: the first thing to know at night. */
  impact: string;
  /** What to do first. */
  look: string;
  metric: IMetric;
  /** Alarms above this; `below` turns it round. */
  over?: number;
  below?: number;
  /** For how many periods in a row. */
  periods?: number;
  /** Where silence itself is the trouble. */
  silenceIsTrouble?: boolean;
}

const MINUTES = Duration.minutes;

/** Wakes somebody only for what people feel, and says what they feel. */
export class Alarms extends Construct {
  private readonly topic: Topic;

  constructor(
    scope: Construct,
    id: string,
    { stage, api, streams, time, feedback, mail, tables }: AlarmsProps,
  ) {
    super(scope, id);
    this.topic = new Topic(this, 'Topic', { masterKey: mail.key, enforceSSL: true });
    // A policy of its own stands in the place of the one that would let this account's services in.
    this.topic.addToResourcePolicy(
      new PolicyStatement({
        sid: 'AlarmsOfThisAccount',
        effect: Effect.ALLOW,
        principals: [new ServicePrincipal('cloudwatch.amazonaws.com')],
        actions: ['sns:Publish'],
        resources: [this.topic.topicArn],
        conditions: { StringEquals: { 'aws:SourceAccount': Stack.of(this).account } },
      }),
    );
    this.topic.addSubscription(new EmailSubscription(stage.alarmEmail));

    this.add('Http5xx', {
      what: 'The site answers with errors',
      impact: 'People see an error page instead of a class, a form or their code; some cannot register.',
      look: "The http function's log, level error; each entry bears the id that the person can read out.",
      metric: api.api.metricServerError({ period: MINUTES(5), statistic: Stats.SUM }),
      over: 5,
    });
    this.add('HttpSlow', {
      what: 'The site is slow',
      impact: 'One visitor in twenty waits more than three seconds; on a weak line they give up.',
      look: "The http function's duration and cold starts; DynamoDB's latency.",
      metric: api.api.metricLatency({ period: MINUTES(5), statistic: 'p95' }),
      over: 3_000,
      periods: 3,
    });
    this.add('HttpThrottled', {
      what: 'The http function is refused a place to run',
      impact: 'In a rush of registrations some people get an error and must try again.',
      look: "The account's limit of concurrent functions in this region.",
      metric: api.handler.function.metricThrottles({ period: MINUTES(5) }),
      over: 0,
    });

    for (const { handler, impact } of [
      {
        handler: streams.mailer,
        impact: 'Notices are written down late or not by the stream; the clock makes up for it in minutes.',
      },
      {
        handler: streams.audit,
        impact: 'The history of who changed what has gaps until records are sent again.',
      },
      { handler: time.clock, impact: 'Reminders, promotions after a crash and missed notices come late.' },
      { handler: feedback, impact: 'Bounced addresses keep being mailed, and their owners are not called.' },
    ])
      this.add(`${handler.node.id}Fails`, {
        what: `The ${handler.name} function fails`,
        impact,
        look: `The ${handler.name} function's log, level error.`,
        metric: handler.function.metricErrors({ period: MINUTES(5) }),
        over: 2,
        periods: 2,
      });

    for (const handler of [streams.mailer, streams.audit])
      this.add(`${handler.node.id}Late`, {
        what: `The ${handler.name} is ten minutes behind`,
        impact:
          handler === streams.mailer
            ? 'Confirmations and cancellations reach people late.'
            : 'The history does not show the latest changes.',
        look: 'A poison record, or a table written faster than it is read.',
        metric: handler.function.metric('IteratorAge', { period: MINUTES(5), statistic: Stats.MAXIMUM }),
        over: 600_000,
      });
    const missing = (handler: Handler) =>
      handler === streams.mailer
        ? 'Somebody may not be told by the stream; the clock derives the notice again within minutes.'
        : 'One change is missing from the history.';
    for (const handler of [streams.mailer, streams.audit]) {
      this.add(`${handler.node.id}PutAside`, {
        what: `The ${handler.name} put a record aside`,
        impact: missing(handler),
        look: 'The console lists it under the mails sent; mend, then press there to work on it again.',
        metric: putAside(handler, stage),
        over: 0,
      });
      this.add(`${handler.node.id}NotKept`, {
        what: `A record that the ${handler.name} gave up on could not be kept`,
        impact: missing(handler),
        look: "The function's rights to the bucket of failed records.",
        metric: handler.function.metric('DestinationDeliveryFailures', {
          period: MINUTES(5),
          statistic: Stats.SUM,
        }),
        over: 0,
      });
    }
    for (const { handler, table, mapping } of streams.readings)
      this.add(`${handler.node.id}GaveUp-${table}`, {
        what: `Lambda gave up on records of ${table} for the ${handler.name}`,
        impact: missing(handler),
        look: 'The bucket of failed records holds them whole; mend, then send them through again (docs/operations.md).',
        metric: new Metric({
          namespace: 'AWS/Lambda',
          metricName: 'OnFailureDestinationDeliveredEventCount',
          dimensionsMap: { EventSourceMappingUUID: mapping.eventSourceMappingId },
          period: MINUTES(5),
          statistic: Stats.SUM,
        }),
        over: 0,
      });

    this.add('ClockStands', {
      what: 'The clock has not run for ten minutes',
      impact: 'No reminder goes out, freed seats of crashed requests stay empty, missed notices stay missed.',
      look: 'The schedule, its queue of missed minutes, and the clock function.',
      metric: time.clock.function.metricInvocations({ period: MINUTES(5) }),
      below: 1,
      periods: 2,
      silenceIsTrouble: true,
    });
    this.queue('ClockMissed', time.missed, {
      what: 'The scheduler could not start the clock',
      impact: 'The same as a clock that stands, for single minutes.',
      look: "The queue's messages name the reason.",
    });
    this.queue('FeedbackLost', mail.undelivered, {
      what: "SES's word on some mails could not be handled",
      impact: 'Bounces stay unseen: people believed told were not.',
      look: "The queue's messages; send them to the feedback function again.",
    });

    this.add('Bounces', {
      what: 'Too many mails bounce',
      impact: 'Above 5 % SES reviews the account, above 10 % it stops all mail.',
      look: 'The console lists marked addresses; look for a wrong import.',
      metric: ses('Reputation.BounceRate'),
      over: 0.04,
    });
    this.add('Complaints', {
      what: 'Too many people call our mail spam',
      impact: 'Above 0.1 % SES reviews the account, above 0.5 % it may stop all mail.',
      look: 'Which notice it was, and whether its unsubscribe link works.',
      metric: ses('Reputation.ComplaintRate'),
      over: 0.0008,
    });

    for (const [name, impact] of [
      ['events', 'Registrations are refused with "try again" while the seats of a class are written.'],
      ['registrations', 'Registrations are refused with "try again".'],
    ] as const)
      this.add(`Throttled-${name}`, {
        what: `DynamoDB throttles the ${name} table`,
        impact,
        look: 'One event with far more than 1,000 writes a second needs more sections.',
        metric: tables
          .of(name)
          .table.metric('WriteThrottleEvents', { period: MINUTES(5), statistic: Stats.SUM }),
        over: 10,
      });
  }

  private queue(id: string, queue: Queue, trouble: Pick<Trouble, 'what' | 'impact' | 'look'>) {
    this.add(id, {
      ...trouble,
      metric: queue.metricApproximateNumberOfMessagesVisible({
        period: MINUTES(5),
        statistic: Stats.MAXIMUM,
      }),
      over: 0,
    });
  }

  private add(
    id: string,
    { what, impact, look, metric, over, below, periods = 1, silenceIsTrouble }: Trouble,
  ) {
    const alarm = new Alarm(this, id, {
      alarmDescription: `${what}. Impact: ${impact} Look at: ${look}`,
      metric,
      threshold: below ?? over ?? 0,
      comparisonOperator:
        below === undefined
          ? ComparisonOperator.GREATER_THAN_THRESHOLD
          : ComparisonOperator.LESS_THAN_THRESHOLD,
      evaluationPeriods: periods,
      treatMissingData: silenceIsTrouble ? TreatMissingData.BREACHING : TreatMissingData.NOT_BREACHING,
    });
    alarm.addAlarmAction(new SnsAction(this.topic));
    alarm.addOkAction(new SnsAction(this.topic));
  }
}

const ses = (metricName: string) =>
  new Metric({ namespace: 'AWS/SES', metricName, period: Duration.hours(1), statistic: Stats.MAXIMUM });

/** Records that the code itself put aside are counted by their line in the log. */
const putAside = (handler: Handler, stage: Stage): IMetric =>
  new MetricFilter(handler, 'PutAside', {
    logGroup: handler.log,
    filterPattern: FilterPattern.stringValue('$.message.what', '=', 'record-kept'),
    metricNamespace: `NhipCau/${stage.stage}`,
    metricName: `${handler.name}-put-aside`,
  }).metric({ period: MINUTES(5), statistic: Stats.SUM });
