import { Duration } from 'aws-cdk-lib';
import { type IMetric, Stats } from 'aws-cdk-lib/aws-cloudwatch';
import { FilterPattern, MetricFilter } from 'aws-cdk-lib/aws-logs';
import type { Stage } from '../../stages/stage';
import { type Handler, metricsNamespace } from '../function';

/** Counts the lines of a function's log that say this (`world.log({ what })`), as a metric of this name. */
export const countOf = (what: string, metric: string, handler: Handler, stage: Stage): IMetric =>
  new MetricFilter(handler, pascal(metric), {
    logGroup: handler.log,
    filterPattern: FilterPattern.stringValue('$.message.what', '=', what),
    metricNamespace: metricsNamespace(stage),
    metricName: `${handler.name}-${metric}`,
  }).metric({ period: Duration.minutes(5), statistic: Stats.SUM });

/** `put-aside` → `PutAside` */
const pascal = (name: string): string =>
  name.replace(/(^|-)(\w)/g, (_, _dash, letter) => letter.toUpperCase());
