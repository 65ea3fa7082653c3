import { expect, test } from 'vitest';
import { newQueuedAt } from '../../functions/seats/ledger/queue';

test('after the clock was set back, those who come later wait behind those who came before', () => {
  const come = (at: string) => newQueuedAt(at, 'zzzz');
  const order = [
    come('2090-01-01T10:00:00.000Z'),
    come('2090-01-01T10:00:00.000Z'),
    come('2090-01-01T09:00:00.000Z'),
    come('2090-01-01T09:30:00.000Z'),
    come('2090-01-01T10:00:00.001Z'),
  ];
  expect([...order].sort()).toEqual(order);
});
