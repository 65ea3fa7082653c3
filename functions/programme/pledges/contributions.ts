import type { Pledge, PledgeKind } from './pledge';
import { counted, receivedOf } from './received';
import { totalsOf } from './totals';
import { showAmount } from './words';

/** What one pledge brought in one year. */
export interface Contribution {
  pledge: Pledge;
  kind: PledgeKind;
  amount: number;
}

export interface YearOfContributions {
  year: number;
  contributions: Contribution[];
}

const yearOf = ({ on }: { on: string }): number => Number(on.slice(0, 4));

/** What was received of these pledges, year by year, the latest first. Pure. */
export const contributionsOf = (pledges: readonly Pledge[]): YearOfContributions[] => {
  const years = new Set(pledges.flatMap(({ receipts }) => counted(receipts).map(yearOf)));
  return [...years]
    .sort((a, b) => b - a)
    .map((year) => ({
      year,
      contributions: pledges.flatMap((pledge) => {
        const parts = pledge.receipts.filter((receipt) => yearOf(receipt) === year);
        const amount = receivedOf({ receipts: parts });
        return amount > 0 ? [{ pledge, kind: pledge.kind, amount }] : [];
      }),
    }));
};

export interface Partner {
  bodyId: string;
  /** The name of the latest pledge. */
  bodyName: string;
  pledges: number;
  /** `8.000.000 đồng; 320 cuốn`; empty where nothing was received. */
  received: string;
  expected: string;
}

/** What each partner gave in all, those with most pledges first. Pure. */
export const partnersOf = (pledges: readonly Pledge[]): Partner[] => {
  const groups = new Map<string, Pledge[]>();
  for (const pledge of pledges) groups.set(pledge.bodyId, [...(groups.get(pledge.bodyId) ?? []), pledge]);
  return [...groups]
    .map(([bodyId, own]) => {
      const totals = totalsOf(own);
      const words = (of: 'received' | 'expected') =>
        totals
          .filter((total) => total[of] > 0)
          .map((total) => showAmount(total[of], total))
          .join('; ');
      const latest = own.reduce((a, b) => (b.promisedOn > a.promisedOn ? b : a));
      return {
        bodyId,
        bodyName: latest.bodyName,
        pledges: own.length,
        received: words('received'),
        expected: words('expected'),
      };
    })
    .sort((a, b) => b.pledges - a.pledges || a.bodyName.localeCompare(b.bodyName, 'vi'));
};
