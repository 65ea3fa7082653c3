import { Duration } from 'aws-cdk-lib';
import { Metric, Stats } from 'aws-cdk-lib/aws-cloudwatch';
import type { Stage } from '../../stages/stage';
import type { Handler } from '../function';
import type { Streams } from '../streams';
import type { Trouble } from './alarm';
import { countOf } from './log-lines';

const MINUTES = Duration.minutes;

/** Alarms for readers of the streams that are late, or give records up. */
export const watchReaders = (
  add: (id: string, trouble: Trouble) => void,
  { stage, streams: { mailer, importer, audit, readings } }: { stage: Stage; streams: Streams },
): void => {
  const missing = new Map<Handler, string>([
    [mailer, 'A person may not be told by the stream; the clock derives the notice again within minutes.'],
    [importer, 'An import goes on when the clock wakes it, within minutes.'],
    [audit, 'One change is missing from the history.'],
  ]);
  const late = new Map<Handler, string>([
    [mailer, 'Confirmations and cancellations reach people late.'],
    [importer, 'Imports of lists begin late.'],
    [audit, 'The history does not show the latest changes.'],
  ]);
  for (const handler of [mailer, importer, audit]) {
    add(`${handler.node.id}Late`, {
      what: `The ${handler.name} is ten minutes behind`,
      impact: late.get(handler)!,
      look: 'A poison record, or a table written faster than it is read.',
      metric: handler.function.metric('IteratorAge', { period: MINUTES(5), statistic: Stats.MAXIMUM }),
      over: 600_000,
    });
    add(`${handler.node.id}NotKept`, {
      what: `A record that the ${handler.name} gave up on could not be kept`,
      impact: missing.get(handler)!,
      look: "The function's rights to the bucket of failed records.",
      metric: handler.function.metric('DestinationDeliveryFailures', {
        period: MINUTES(5),
        statistic: Stats.SUM,
      }),
      over: 0,
    });
  }
  for (const handler of [mailer, audit])
    add(`${handler.node.id}PutAside`, {
      what: `The ${handler.name} put a record aside`,
      impact: missing.get(handler)!,
      look: 'The console lists it under the mails sent; mend, then press there to work on it again.',
      metric: countOf('record-kept', 'put-aside', handler, stage),
      over: 0,
    });
  for (const { handler, table, mapping } of readings)
    add(`${handler.node.id}GaveUp-${table}`, {
      what: `Lambda gave up on records of ${table} for the ${handler.name}`,
      impact: missing.get(handler)!,
      look: 'The bucket of failed records holds them whole; mend, then `npm run redrive` (docs/operations.md).',
      metric: new Metric({
        namespace: 'AWS/Lambda',
        metricName: 'OnFailureDestinationDeliveredEventCount',
        dimensionsMap: { EventSourceMappingUUID: mapping.eventSourceMappingId },
        period: MINUTES(5),
        statistic: Stats.SUM,
      }),
      over: 0,
    });
};
