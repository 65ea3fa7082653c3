import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import { LostAnswer, Unavailable, verdict, type Written } from './outcome';
import { retrying } from './retry';

/** What one call cost, for the numbers and for the logs. */
export interface Cost {
  call: string;
  table: string;
  read: number;
  write: number;
}

type Item = Record<string, AttributeValue>;
interface Answer {
  $metadata: object;
  ConsumedCapacity?: { CapacityUnits?: number } | { CapacityUnits?: number }[];
  Attributes?: Item;
}

/** Sends calls, repeats what may be repeated, and says what became of each. */
export class Sender {
  constructor(private readonly onCost?: (cost: Cost) => void) {}

  /** Repeated while DynamoDB is busy or the answer is lost. @throws Unavailable */
  async read<O extends Answer>(call: string, table: string, send: () => Promise<O>): Promise<O> {
    try {
      const out = await retrying(send, (v) => v === 'busy' || v === 'lost');
      this.onCost?.({ call, table, read: unitsOf(out), write: 0 });
      return out;
    } catch (error) {
      throw unavailable(error, call, table);
    }
  }

  /** Repeated only while DynamoDB says that nothing was written. @throws LostAnswer, Unavailable */
  async write<O extends Answer>(
    call: string,
    table: string,
    send: () => Promise<O>,
  ): Promise<{ ok: true; out: O } | { ok: false; found?: Item }> {
    try {
      const out = await retrying(send, (v) => v === 'busy');
      this.onCost?.({ call, table, read: 0, write: unitsOf(out) });
      return { ok: true, out };
    } catch (error) {
      if (verdict(error) !== 'refused') throw unavailable(error, call, table);
      this.onCost?.({ call: `${call} refused`, table, read: 0, write: 1 });
      return { ok: false, found: (error as { Item?: Item }).Item };
    }
  }

  /** The same with the items that it answers. */
  async writeIf<T>(call: string, table: string, send: () => Promise<Answer>): Promise<Written<T>> {
    const sent = await this.write(call, table, send);
    if (!sent.ok) return { ok: false, found: sent.found && (unmarshall(sent.found) as T) };
    const { Attributes } = sent.out;
    try {
      return { ok: true, item: Attributes && (unmarshall(Attributes) as T) };
    } catch (error) {
      // It landed already: an answer that cannot be read is a lost one.
      throw new LostAnswer(`${call} ${table}`, { cause: error });
    }
  }
}

const unavailable = (error: unknown, call: string, table: string): unknown => {
  const v = verdict(error);
  if (v === 'lost') return new LostAnswer(`${call} ${table}`, { cause: error });
  return v === 'busy' ? new Unavailable(`${call} ${table}`, { cause: error }) : error;
};

const unitsOf = ({ ConsumedCapacity }: Answer): number =>
  [ConsumedCapacity].flat().reduce((sum, c) => sum + (c?.CapacityUnits ?? 0), 0);
