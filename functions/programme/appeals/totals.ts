import type { PledgeKind } from '../pledges/pledge';
import { receivedOf } from '../pledges/received';
import { waitsToBeTaken } from './close';
import type { AppealWithAnswers } from './read';

/** What was asked, offered, promised and received of one kind. */
export interface AppealTotals {
  kind: PledgeKind;
  /** Absent for money, which is counted in đồng. */
  measure?: string;
  asked: number;
  /** In answers that are no pledges yet. */
  offered: number;
  /** In pledges; of withdrawn ones only what was received. */
  promised: number;
  received: number;
}

type Group = Pick<AppealTotals, 'kind' | 'measure'>;

/** Measures are compared without case: "Cuốn" and "cuốn" are one. */
const keyOf = ({ kind, measure }: { kind: PledgeKind; measure?: string | undefined }): string =>
  `${kind} ${measure?.toLocaleLowerCase('vi') ?? ''}`;

/** Totals by kind and unit of measure, in the order in which they are asked for. Pure. */
export const appealTotals = ({ appeal, asked, pledges }: AppealWithAnswers): AppealTotals[] => {
  const groups = new Map<string, AppealTotals>();
  const groupOf = (of: { kind: PledgeKind; measure?: string | undefined }): AppealTotals => {
    const group: Group = { kind: of.kind, ...(of.measure && { measure: of.measure }) };
    const found = groups.get(keyOf(of)) ?? { ...group, asked: 0, offered: 0, promised: 0, received: 0 };
    groups.set(keyOf(of), found);
    return found;
  };
  for (const need of appeal.needs) groupOf(need).asked += need.amount;
  for (const one of asked.filter(waitsToBeTaken))
    for (const { need, amount } of one.answer!.said.gifts)
      groupOf(one.about.needs[need - 1]!).offered += amount;
  for (const pledge of pledges) {
    const total = groupOf(pledge);
    const received = receivedOf(pledge);
    total.promised += pledge.withdrawnFor ? received : pledge.amount;
    total.received += received;
  }
  return [...groups.values()];
};
