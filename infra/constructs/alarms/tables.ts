import { tableMetric, type UsedTables } from '../used-tables';
import { sumOf, type Trouble } from './alarm';

/** Alarms for tables that refuse writes. */
export const watchTables = (add: (id: string, trouble: Trouble) => void, tables: UsedTables): void => {
  for (const [name, impact] of [
    ['events', 'Registrations are refused with "try again" while the seats of a class are written.'],
    ['registrations', 'Registrations are refused with "try again".'],
    ['notices', 'Mails and calls are written late, and ticks of the call list are refused with "try again".'],
  ] as const) {
    const { tableName, spec } = tables.of(name);
    // A throttled index holds back the writes to its table.
    const throttled = [undefined, ...Object.keys(spec.globals ?? {})].map((index) =>
      tableMetric('WriteThrottleEvents', tableName, index),
    );
    add(`Throttled-${name}`, {
      what: `DynamoDB throttles the ${name} table or one of its indexes`,
      impact,
      look: 'One event with far more than 1,000 writes a second needs more sections.',
      metric: sumOf(throttled),
      over: 10,
    });
  }
  add('Conflicts', {
    what: 'Transactions on the seats meet each other again and again',
    impact: 'Registrations of one class take seconds, and some are refused with "try again".',
    look: 'Which class opened; how many requests a second reach its seats.',
    metric: tableMetric('TransactionConflict', tables.of('events').tableName),
    over: 1_000,
    periods: 2,
  });
};
