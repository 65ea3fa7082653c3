import { Duration, Stack } from 'aws-cdk-lib';
import {
  Alarm,
  ComparisonOperator,
  type IMetric,
  MathExpression,
  Metric,
  Stats,
  TreatMissingData,
} from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import { Effect, PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import type { Stage } from '../../stages/stage';
import { metricsNamespace } from '../function';

export interface Trouble {
  /** What is wrong, as the subject of the mail. */
  what: string;
  /** Who feels it and how: the first thing to know at night. */
  impact: string;
  /** What to do first. */
  look: string;
  metric: IMetric;
  /** Alarms if the metric is above this value. */
  over?: number;
  /** Alarms if the metric is below this value; set it instead of `over`. */
  below?: number;
  /** For how many periods in a row; 1 if unset. */
  periods?: number;
  /** Alarms if the metric has no data. */
  silenceIsTrouble?: boolean;
}

/** Sends every alarm to one address. */
export const alarmTopic = (scope: Construct, { key, email }: { key: IKey; email: string }): Topic => {
  const topic = new Topic(scope, 'Topic', { masterKey: key, enforceSSL: true });
  // `enforceSSL` adds a policy, which replaces the default one that lets this account's services publish.
  topic.addToResourcePolicy(
    new PolicyStatement({
      sid: 'AlarmsOfThisAccount',
      effect: Effect.ALLOW,
      principals: [new ServicePrincipal('cloudwatch.amazonaws.com')],
      actions: ['sns:Publish'],
      resources: [topic.topicArn],
      conditions: { StringEquals: { 'aws:SourceAccount': Stack.of(scope).account } },
    }),
  );
  topic.addSubscription(new EmailSubscription(email));
  return topic;
};

/** Reports to the topic when the trouble begins and when it ends. */
export const addAlarm = (scope: Construct, id: string, topic: Topic, trouble: Trouble): Alarm => {
  const { what, impact, look, metric, over, below, periods = 1, silenceIsTrouble } = trouble;
  const alarm = new Alarm(scope, id, {
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
  alarm.addAlarmAction(new SnsAction(topic));
  alarm.addOkAction(new SnsAction(topic));
  return alarm;
};

const PERIOD = Duration.minutes(5);

/** Something waits in a queue that is empty while all is well. */
export const fullQueue = (queue: Queue): Pick<Trouble, 'metric' | 'over'> => ({
  metric: queue.metricApproximateNumberOfMessagesVisible({ period: PERIOD, statistic: Stats.MAXIMUM }),
  over: 0,
});

/** A number that the code measures (`functions/platform/world/measure.ts`). */
export const measured = (stage: Stage, metricName: string, statistic: string = Stats.MAXIMUM): IMetric =>
  new Metric({ namespace: metricsNamespace(stage), metricName, period: PERIOD, statistic });

/** Several metrics as one; where one has no data, it counts as 0. */
export const sumOf = (metrics: readonly IMetric[]): IMetric =>
  metrics.length === 1
    ? metrics[0]!
    : new MathExpression({
        expression: metrics.map((_, i) => `FILL(m${i}, 0)`).join(' + '),
        usingMetrics: Object.fromEntries(metrics.map((metric, i) => [`m${i}`, metric])),
        period: PERIOD,
      });
