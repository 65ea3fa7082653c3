import type { Pledge, Receipt } from './pledge';

/** The receipts that count. */
export const counted = (receipts: readonly Receipt[]): Receipt[] =>
  receipts.filter(({ struck }) => struck === undefined);

export const receivedOf = ({ receipts }: Pick<Pledge, 'receipts'>): number =>
  counted(receipts).reduce((sum, { amount }) => sum + amount, 0);

type Promised = Pick<Pledge, 'amount' | 'receipts' | 'withdrawnFor'>;

/** What is still expected: nothing of a pledge that was withdrawn. Never negative. */
export const expectedOf = (pledge: Promised): number =>
  pledge.withdrawnFor ? 0 : Math.max(0, pledge.amount - receivedOf(pledge));

export const PLEDGE_STATES = ['promised', 'partly', 'received', 'withdrawn'] as const;
export type PledgeState = (typeof PLEDGE_STATES)[number];

export const stateOf = (pledge: Promised): PledgeState => {
  if (pledge.withdrawnFor) return 'withdrawn';
  const received = receivedOf(pledge);
  if (received >= pledge.amount) return 'received';
  return received > 0 ? 'partly' : 'promised';
};

/** From the day after the last one, while something is still expected. @param today a local date */
export const isOverdue = (pledge: Promised & Pick<Pledge, 'dueOn'>, today: string): boolean =>
  pledge.dueOn < today && expectedOf(pledge) > 0;

/** More than was promised is possible (a partner gave more), but then the receipt says why. */
export const needsNote = (pledge: Promised, amount: number): boolean =>
  receivedOf(pledge) + amount > pledge.amount;
