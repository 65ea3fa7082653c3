import { MEASURED } from '../platform/world/measure';
import type { LogEntry } from '../platform/world/world';

const unitOf = (name: string) => (name.endsWith('Seconds') ? 'Seconds' : 'Count');

/**
 * A log line of `measure` in CloudWatch's embedded metric format, from which CloudWatch makes the metrics.
 * @returns undefined where the entry is another one
 */
export const metricLine = (entry: LogEntry, namespace: string, now: number): string | undefined => {
  if (entry.what !== MEASURED) return undefined;
  const numbers = Object.entries(entry).filter(([, value]) => typeof value === 'number');
  return JSON.stringify({
    _aws: {
      Timestamp: now,
      CloudWatchMetrics: [
        {
          Namespace: namespace,
          Dimensions: [[]],
          Metrics: numbers.map(([Name]) => ({ Name, Unit: unitOf(Name) })),
        },
      ],
    },
    what: MEASURED,
    ...Object.fromEntries(numbers),
  });
};
