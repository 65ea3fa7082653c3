/** A group of seats that some people may use: everyone, those who join online, one unit or one body. */
export interface Pool {
  pk: string;
  sk: string;
  /** `open`, `online`, or the id of the unit or body whose quota it is. */
  pool: string;
  label?: string;
  /** When (ms) a quota was last asked for: its nomination is written after its seats. */
  asked?: number;
  /** The waiting mark (ms). While it is set people may be waiting, and no seat is taken past them. */
  wait?: number;
}

/** At most 25 seats of one pool: one small item, so that a claim costs one write unit. */
export interface Block {
  pk: string;
  sk: string;
  pool: string;
  size: number;
  count: number;
  /** Claims by id, with the second in which they were made, for a person who reads the table. */
  held: Record<string, number>;
  /** The event is cancelled, postponed or over: no claim, no promotion. */
  stopped?: boolean;
  /** From this moment (ms) on no claim is handed to the queue: the event begins soon, or has begun. */
  lateFrom?: number;
}

export const BLOCK_SEATS = 25;

/** The blocks of an event are numbered from 1, without a gap. @example blockName(7); // 'block#0007' */
export const blockName = (n: number): string => `block#${String(n).padStart(4, '0')}`;
export const blockNumber = ({ sk }: Pick<Block, 'sk'>): number => Number(sk.slice('block#'.length));

/** One seat that is held, as a registration names it. */
export interface Claim {
  id: string;
  block: string;
  /** The block's pool when the seat was taken. The block may have been relabelled since. */
  pool: string;
}
