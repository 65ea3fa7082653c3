import type { Pledge, PledgeKind } from './pledge';
import { expectedOf, receivedOf } from './received';

type Counted = Pick<Pledge, 'kind' | 'measure' | 'amount' | 'receipts' | 'withdrawnFor'>;

export interface PledgeTotals {
  kind: PledgeKind;
  /** Absent for money, which is counted in đồng. */
  measure?: string;
  pledges: number;
  /** Of pledges in force; of withdrawn ones only what was received. */
  promised: number;
  received: number;
  /** Still to come. More than was promised of one pledge does not lessen it for another. */
  expected: number;
}

/** Measures are compared without case: "Cuốn" and "cuốn" are one. */
const keyOf = ({ kind, measure }: Counted): string => `${kind} ${measure?.toLocaleLowerCase('vi') ?? ''}`;

/** Totals by kind and unit of measure: rooms and books are never added up. In the order in which they come. */
export const totalsOf = (pledges: readonly Counted[]): PledgeTotals[] => {
  const groups = new Map<string, PledgeTotals>();
  for (const pledge of pledges) {
    const { kind, measure, amount, withdrawnFor } = pledge;
    const key = keyOf(pledge);
    const total = groups.get(key) ?? {
      kind,
      ...(measure && { measure }),
      pledges: 0,
      promised: 0,
      received: 0,
      expected: 0,
    };
    const received = receivedOf(pledge);
    total.pledges += 1;
    total.promised += withdrawnFor ? received : amount;
    total.received += received;
    total.expected += expectedOf(pledge);
    groups.set(key, total);
  }
  return [...groups.values()];
};
