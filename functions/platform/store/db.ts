import { DescribeTableCommand, type DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import pLimit from 'p-limit';
import {
  type Ask,
  batchGetCommand,
  batchPutCommand,
  deleteCommand,
  type GetOptions,
  getCommand,
  putCommand,
  putRequests,
  queryCommand,
  type Scope,
  tableName,
  transactCommand,
  updateCommand,
} from './commands';
import {
  type Change,
  type Conditional,
  type Key,
  type TxStep,
  toItem,
  type Unconditional,
} from './expressions';
import type { Written } from './outcome';
import { cursorAfter, type Page, unknownCursor } from './paging';
import { itemsApart } from './read-items';
import { paceBatch } from './retry';
import { type Cost, Sender } from './sender';
import type { Table } from './table';

/** What one call of DynamoDB reads at most. */
const BATCH = 100;
/** A long list of keys is read with several calls at once, so its time does not grow by a whole call for each batch. */
const BATCHES_AT_ONCE = 8;

export interface DbOptions {
  /** Made by `dynamoClient`, which tells what was lost on the network from what was never sent. */
  client: DynamoDBClient;
  /** Stage's prefix of every table name, e.g. `nhip-cau-prod-`. */
  prefix: string;
  /** Stamped into every item written, so that history names its author: `acc_…`, `nom_…`, `public`, `clock`. */
  actor?: string;
  onCost?: (cost: Cost) => void;
}

/**
 * The tables, through typed calls. Reads repeat by themselves; writes are sent once by the SDK and repeated here
 * only when DynamoDB says that nothing was written (throttled, conflict). A call that was sent and got no answer
 * is `LostAnswer`; one that was throttled at every try, or found no connection, is `Unavailable`. Every command is
 * built, and its values marshalled, before the call that judges the network: what fails there was never sent, and is
 * thrown as it is.
 */
export class Db {
  private readonly sender: Sender;
  private readonly scope: Scope;
  readonly actor: string;
  constructor(private readonly options: DbOptions) {
    const { prefix, actor = 'system', onCost } = options;
    this.actor = actor;
    this.sender = new Sender(onCost);
    this.scope = { prefix, actor, metered: onCost !== undefined };
  }

  /** The same tables for another actor, whose id is stamped into what is written. */
  as(actor: string): Db {
    return new Db({ ...this.options, actor });
  }

  metered(onCost: (cost: Cost) => void): Db {
    return new Db({ ...this.options, onCost });
  }

  /** @example const event = await db.get(eventsTable, { pk: id, sk: 'event' }, { consistent: true }); */
  async get<T>(t: Table<T>, key: Key, options: GetOptions = {}): Promise<T | undefined> {
    const command = getCommand(this.scope, t, key, options);
    const out = await this.sender.read('get', t.name, () => this.options.client.send(command));
    return out.Item && (unmarshall(out.Item) as T);
  }

  /** Many items by key, in no order; those that do not exist are absent. */
  async getMany<T>(t: Table<T>, keys: Key[], { consistent = false } = {}): Promise<T[]> {
    const starts = Array.from({ length: Math.ceil(keys.length / BATCH) }, (_, i) => i * BATCH);
    const limit = pLimit(BATCHES_AT_ONCE);
    const found = await Promise.all(
      starts.map((from) => limit(() => this.getBatch(t, keys.slice(from, from + BATCH), consistent))),
    );
    return found.flat();
  }

  private async getBatch<T>(t: Table<T>, keys: Key[], consistent: boolean): Promise<T[]> {
    const name = tableName(this.scope, t);
    const found: T[] = [];
    const pace = paceBatch(`getMany ${t.name}`);
    let left = keys.map((k) => toItem(k));
    while (left.length) {
      const command = batchGetCommand(this.scope, t, left, consistent);
      const out = await this.sender.read('getMany', t.name, () => this.options.client.send(command));
      found.push(...(out.Responses?.[name] ?? []).map((i) => unmarshall(i) as T));
      left = out.UnprocessedKeys?.[name]?.Keys ?? [];
      await pace(left.length);
    }
    return found;
  }

  /** The id that DynamoDB gave a table when it was made: a restored table has another one, whatever its name. */
  async tableId(t: Table<unknown>): Promise<string> {
    const command = new DescribeTableCommand({ TableName: tableName(this.scope, t) });
    const out = await this.sender.read('describe', t.name, () => this.options.client.send(command));
    return out.Table?.TableId ?? '';
  }

  /**
   * @example const { items, next } = await db.query(unitsTable, { where: 'pk = :pk', values: { ':pk': 'unit' } });
   * @throws Problem `invalid` at `cursor` where it is not one of this list
   */
  async query<T>(t: Table<T>, ask: Ask): Promise<Page<T>> {
    const command = queryCommand(this.scope, t, ask);
    const items = itemsApart<T>(command);
    try {
      const out = await this.sender.read('query', t.name, () => this.options.client.send(command));
      return { items: items(), next: out.LastEvaluatedKey && cursorAfter(unmarshall(out.LastEvaluatedKey)) };
    } catch (error) {
      // DynamoDB refuses the cursor of another list.
      if (ask.cursor === undefined || (error as Error).name !== 'ValidationException') throw error;
      throw unknownCursor();
    }
  }

  /** Every item that a query finds, page after page, without holding more than a page. */
  async *each<T>(t: Table<T>, ask: Omit<Ask, 'cursor'>): AsyncGenerator<T> {
    let cursor: string | undefined;
    do {
      const page: Page<T> = await this.query(t, { ...ask, cursor });
      yield* page.items;
      cursor = page.next;
    } while (cursor);
  }

  async all<T>(t: Table<T>, ask: Omit<Ask, 'cursor'>): Promise<T[]> {
    const items: T[] = [];
    for await (const item of this.each(t, ask)) items.push(item);
    return items;
  }

  /** @throws LostAnswer */
  async put<T extends object>(t: Table<T>, item: T): Promise<void> {
    const command = putCommand(this.scope, t, item);
    await this.sender.write('put', t.name, () => this.options.client.send(command));
  }

  /** @returns the item as `returns` asks. @throws LostAnswer */
  async update<T extends object>(
    t: Table<T>,
    key: Key,
    change: Unconditional<Change>,
  ): Promise<T | undefined> {
    const command = updateCommand(this.scope, t, key, change);
    const written = await this.sender.writeIf<T>('update', t.name, () => this.options.client.send(command));
    return written.ok ? written.item : undefined;
  }

  /** @throws LostAnswer */
  async delete(t: Table<unknown>, key: Key): Promise<void> {
    const command = deleteCommand(this.scope, t, key);
    await this.sender.write('delete', t.name, () => this.options.client.send(command));
  }

  /**
   * A put whose condition may be false. A refusal is a value: nothing was written.
   * @example const written = await db.putIf(leases, lease, { if: 'attribute_not_exists(pk)' });
   * @throws LostAnswer
   */
  async putIf<T extends object>(t: Table<T>, item: T, condition: Conditional): Promise<Written<T>> {
    const command = putCommand(this.scope, t, item, condition);
    return this.sender.writeIf('put', t.name, () => this.options.client.send(command));
  }

  /**
   * An update whose condition may be false.
   * @example
   * const written = await db.updateIf(unitsTable, key, { set: { name }, if: 'attribute_exists(pk)' });
   * if (!written.ok) throw missing('unit');
   * @throws LostAnswer
   */
  async updateIf<T extends object>(t: Table<T>, key: Key, change: Conditional<Change>): Promise<Written<T>> {
    const command = updateCommand(this.scope, t, key, change);
    return this.sender.writeIf('update', t.name, () => this.options.client.send(command));
  }

  /** A deletion whose condition may be false. @throws LostAnswer */
  async deleteIf(t: Table<unknown>, key: Key, condition: Conditional): Promise<Written<never>> {
    const command = deleteCommand(this.scope, t, key, condition);
    return this.sender.writeIf('delete', t.name, () => this.options.client.send(command));
  }

  /**
   * All or nothing; a condition of it may be false. `token` makes a repeat within ten minutes the same transaction.
   * @throws LostAnswer
   */
  async transactIf(steps: TxStep[], token: string): Promise<Written<never>> {
    const command = transactCommand(this.scope, steps, token);
    return this.sender.writeIf('transact', steps[0]!.table.name, () => this.options.client.send(command));
  }

  /** Unconditional writes in bulk, for seeds and derived records; the order is not kept. */
  async putMany<T extends object>(t: Table<T>, items: readonly T[]): Promise<void> {
    const pace = paceBatch(`putMany ${t.name}`);
    for (let i = 0; i < items.length; i += 25) {
      let left = putRequests(this.scope, items.slice(i, i + 25));
      while (left.length) {
        const command = batchPutCommand(this.scope, t, left);
        const sent = await this.sender.write('putMany', t.name, () => this.options.client.send(command));
        left = ((sent.ok && sent.out.UnprocessedItems?.[tableName(this.scope, t)]) || []) as typeof left;
        await pace(left.length);
      }
    }
  }
}
