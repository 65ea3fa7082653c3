import {
  type AttributeValue,
  BatchGetItemCommand,
  BatchWriteItemCommand,
  DeleteItemCommand,
  DescribeTableCommand,
  DynamoDBClient,
  type DynamoDBClientConfig,
  GetItemCommand,
  PutItemCommand,
  QueryCommand,
  TransactWriteItemsCommand,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb';
import { marshall, unmarshall } from '@aws-sdk/util-dynamodb';
import pLimit from 'p-limit';
import { invalid } from '../problem/problem';
import { afterSending, LostAnswer, Refused, verdict, type Written } from './outcome';
import type { Table } from './table';

// biome-ignore lint/suspicious/noExplicitAny: values of expressions are of any DynamoDB type
type Values = Record<string, any>;
export type Key = Record<string, string>;

export interface Condition {
  if?: string;
  names?: Record<string, string>;
  values?: Values;
}

export interface Change extends Condition {
  /** Attributes to set; `undefined` removes. Keys are attribute names or paths such as `held.#c`. */
  set?: Values;
  remove?: readonly string[];
  /** A whole SET clause for what `set` cannot say, e.g. `n = n + :one`. */
  expression?: string;
  returns?: 'ALL_OLD' | 'ALL_NEW' | 'NONE';
}

export interface Ask {
  index?: string;
  where: string;
  names?: Record<string, string>;
  values: Values;
  filter?: string;
  /** Attributes to read, by their plain names. */
  only?: readonly string[];
  limit?: number;
  cursor?: string;
  backwards?: boolean;
  consistent?: boolean;
}

export interface Page<T> {
  items: T[];
  next?: string;
}

/** What one call cost, for the numbers and for the logs. */
export interface Cost {
  call: string;
  table: string;
  read: number;
  write: number;
}

export type TxStep =
  | { put: Values; table: Table<unknown>; if?: string; names?: Record<string, string>; values?: Values }
  | ({ update: Key; table: Table<unknown> } & Change)
  | { delete: Key; table: Table<unknown>; if?: string; names?: Record<string, string>; values?: Values }
  | { check: Key; table: Table<unknown>; if: string; names?: Record<string, string>; values?: Values };

const MARSHALL = { removeUndefinedValues: true, convertEmptyValues: false } as const;
const toItem = (value: Values) => marshall(value, MARSHALL);
const toValues = (values?: Values) => (values && Object.keys(values).length ? toItem(values) : undefined);
const toNames = (names?: Record<string, string>) => (names && Object.keys(names).length ? names : undefined);

/** Where a list goes on after an item, by the item's keys. */
export const cursorAfter = (key: Key): string => Buffer.from(JSON.stringify(key)).toString('base64url');

/** An invalid cursor is an error; otherwise clients loop on page one. */
export const unknownCursor = () => invalid('cursor', 'cursor-unknown');

const decodeCursor = (cursor?: string) => {
  if (!cursor) return undefined;
  try {
    return marshall(JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')));
  } catch {
    throw unknownCursor();
  }
};

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
 * The tables, through typed calls. Reads repeat by themselves; writes are sent once by the SDK and
 * repeated here only when DynamoDB says that nothing was written (throttled, conflict). A call that was sent
 * and got no answer is `LostAnswer`, and a false condition is `Refused`. Every command is built, and its values
 * marshalled, before the call that judges the network: what fails there was never sent, and is thrown as it is.
 */
export class Db {
  constructor(private readonly options: DbOptions) {}

  as(actor: string): Db {
    return new Db({ ...this.options, actor });
  }

  metered(onCost: (cost: Cost) => void): Db {
    return new Db({ ...this.options, onCost });
  }

  get actor() {
    return this.options.actor ?? 'system';
  }

  async get<T>(t: Table<T>, key: Key, { consistent = false, only = [] as readonly string[] } = {}) {
    const names = Object.fromEntries(only.map((n, i) => [`#o${i}`, n]));
    const command = new GetItemCommand({
      TableName: this.name(t),
      Key: toItem(key),
      ConsistentRead: consistent,
      ReturnConsumedCapacity: this.metering,
      ...(only.length && {
        ProjectionExpression: Object.keys(names).join(', '),
        ExpressionAttributeNames: names,
      }),
    });
    const out = await this.read('get', t, () => this.options.client.send(command));
    return out.Item ? (unmarshall(out.Item) as T) : undefined;
  }

  /** Many items by key, in no order; those that do not exist are absent. */
  async getMany<T>(t: Table<T>, keys: Key[], { consistent = false } = {}): Promise<T[]> {
    const found: T[] = [];
    let left = keys.map((k) => toItem(k));
    while (left.length) {
      const batch = left.splice(0, 100);
      const command = new BatchGetItemCommand({
        RequestItems: { [this.name(t)]: { Keys: batch, ConsistentRead: consistent } },
        ReturnConsumedCapacity: this.metering,
      });
      const out = await this.read('getMany', t, () => this.options.client.send(command));
      found.push(...(out.Responses?.[this.name(t)] ?? []).map((i) => unmarshall(i) as T));
      left = [...(out.UnprocessedKeys?.[this.name(t)]?.Keys ?? []), ...left];
    }
    return found;
  }

  /** The id that DynamoDB gave a table when it was made: one that was restored has another, whatever its name. */
  async tableId(t: Table<unknown>): Promise<string> {
    const out = await this.read('describe', t, () =>
      this.options.client.send(new DescribeTableCommand({ TableName: this.name(t) })),
    );
    return out.Table?.TableId ?? '';
  }

  /** @throws Problem `invalid` at `cursor` where it is none of this list */
  async query<T>(t: Table<T>, ask: Ask): Promise<Page<T>> {
    try {
      return await this.ask(t, ask);
    } catch (error) {
      // DynamoDB refuses the cursor of another list.
      if (ask.cursor === undefined || (error as Error).name !== 'ValidationException') throw error;
      throw unknownCursor();
    }
  }

  private async ask<T>(t: Table<T>, ask: Ask): Promise<Page<T>> {
    const only = Object.fromEntries((ask.only ?? []).map((n, i) => [`#o${i}`, n]));
    const after = decodeCursor(ask.cursor);
    const command = new QueryCommand({
      TableName: this.name(t),
      IndexName: ask.index,
      KeyConditionExpression: ask.where,
      FilterExpression: ask.filter,
      ExpressionAttributeNames: toNames({ ...ask.names, ...only }),
      ExpressionAttributeValues: toValues(ask.values),
      ProjectionExpression: ask.only ? Object.keys(only).join(', ') : undefined,
      Limit: ask.limit,
      ExclusiveStartKey: after,
      ScanIndexForward: !ask.backwards,
      ConsistentRead: ask.consistent,
      ReturnConsumedCapacity: this.metering,
    });
    const out = await this.read('query', t, () => this.options.client.send(command));
    return {
      items: (out.Items ?? []).map((i) => unmarshall(i) as T),
      next: out.LastEvaluatedKey && cursorAfter(unmarshall(out.LastEvaluatedKey)),
    };
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

  /** @throws Refused with the item found, LostAnswer */
  async put<T extends object>(t: Table<T>, item: T, condition: Condition = {}): Promise<void> {
    const command = new PutItemCommand({
      TableName: this.name(t),
      Item: toItem({ ...item, by: this.actor }),
      ConditionExpression: condition.if,
      ExpressionAttributeNames: toNames(condition.names),
      ExpressionAttributeValues: toValues(condition.values),
      ReturnValuesOnConditionCheckFailure: condition.if ? 'ALL_OLD' : undefined,
      ReturnConsumedCapacity: this.metering,
    });
    await this.write('put', t, () => this.options.client.send(command));
  }

  /** @returns the item as `returns` asks. @throws Refused with the item found, LostAnswer */
  async update<T extends object>(t: Table<T>, key: Key, change: Change): Promise<T | undefined> {
    const { UpdateExpression, ExpressionAttributeNames, ExpressionAttributeValues } = this.expression(change);
    const command = new UpdateItemCommand({
      TableName: this.name(t),
      Key: toItem(key),
      UpdateExpression,
      ConditionExpression: change.if,
      ExpressionAttributeNames,
      ExpressionAttributeValues,
      ReturnValues: change.returns ?? 'NONE',
      ReturnValuesOnConditionCheckFailure: change.if ? 'ALL_OLD' : undefined,
      ReturnConsumedCapacity: this.metering,
    });
    const out = await this.write('update', t, () => this.options.client.send(command));
    return out.Attributes && (written('update', t, out.Attributes) as T);
  }

  async delete<T>(t: Table<T>, key: Key, condition: Condition = {}): Promise<void> {
    const command = new DeleteItemCommand({
      TableName: this.name(t),
      Key: toItem(key),
      ConditionExpression: condition.if,
      ExpressionAttributeNames: toNames(condition.names),
      ExpressionAttributeValues: toValues(condition.values),
      ReturnConsumedCapacity: this.metering,
    });
    await this.write('delete', t, () => this.options.client.send(command));
  }

  /** All or nothing; `token` makes a repeat within ten minutes the same transaction. */
  async transact(steps: TxStep[], token: string): Promise<void> {
    const command = new TransactWriteItemsCommand({
      ClientRequestToken: token,
      ReturnConsumedCapacity: this.metering,
      TransactItems: steps.map((step) => this.transactItem(step)),
    });
    await this.write('transact', steps[0]!.table, () => this.options.client.send(command));
  }

  /**
   * A put whose condition may be false.
   * @example const written = await db.putIf(leases, lease, { if: 'attribute_not_exists(pk)' });
   * @throws LostAnswer
   */
  putIf<T extends object>(t: Table<T>, item: T, condition: Required<Pick<Condition, 'if'>> & Condition) {
    return refusable<T>(() => this.put(t, item, condition));
  }

  /** An update whose condition may be false. @throws LostAnswer */
  updateIf<T extends object>(t: Table<T>, key: Key, change: Required<Pick<Condition, 'if'>> & Change) {
    return refusable<T>(() => this.update(t, key, change));
  }

  /** A deletion whose condition may be false. @throws LostAnswer */
  deleteIf<T extends object>(t: Table<T>, key: Key, condition: Required<Pick<Condition, 'if'>> & Condition) {
    return refusable<never>(() => this.delete(t, key, condition));
  }

  /** A transaction of which a condition may be false. @throws LostAnswer */
  transactIf(steps: TxStep[], token: string) {
    return refusable<never>(() => this.transact(steps, token));
  }

  /** Unconditional writes in bulk, for seeds and derived records; the order is not kept. */
  async putMany<T extends object>(t: Table<T>, items: readonly T[]): Promise<void> {
    for (let i = 0; i < items.length; i += 25) {
      let requests = items
        .slice(i, i + 25)
        .map((item) => ({ PutRequest: { Item: toItem({ ...item, by: this.actor }) } }));
      while (requests.length) {
        const command = new BatchWriteItemCommand({
          RequestItems: { [this.name(t)]: requests },
          ReturnConsumedCapacity: this.metering,
        });
        const out = await this.write('putMany', t, () => this.options.client.send(command));
        requests = (out.UnprocessedItems?.[this.name(t)] ?? []) as typeof requests;
      }
    }
  }

  private transactItem(step: TxStep) {
    const common = { TableName: this.name(step.table), ConditionExpression: step.if };
    const expressions = {
      ExpressionAttributeNames: toNames(step.names),
      ExpressionAttributeValues: toValues(step.values),
    };
    if ('put' in step)
      return { Put: { ...common, ...expressions, Item: toItem({ ...step.put, by: this.actor }) } };
    if ('update' in step)
      return { Update: { ...common, Key: toItem(step.update), ...this.expression(step) } };
    if ('delete' in step) return { Delete: { ...common, ...expressions, Key: toItem(step.delete) } };
    return {
      ConditionCheck: { ...common, ...expressions, ConditionExpression: step.if, Key: toItem(step.check) },
    };
  }

  private expression(change: Change) {
    const names: Record<string, string> = { ...change.names };
    const values: Values = { ...change.values };
    const sets: string[] = change.expression ? [change.expression] : [];
    const removes: string[] = [...(change.remove ?? [])];
    for (const [name, value] of Object.entries({ ...change.set, by: this.actor })) {
      const path = name.includes('#') ? name : `#s_${name}`;
      if (!name.includes('#')) names[path] = name;
      if (value === undefined) removes.push(path);
      else {
        const placeholder = `:s_${sets.length}`;
        values[placeholder] = value;
        sets.push(`${path} = ${placeholder}`);
      }
    }
    return {
      UpdateExpression: [
        sets.length && `SET ${sets.join(', ')}`,
        removes.length && `REMOVE ${removes.join(', ')}`,
      ]
        .filter(Boolean)
        .join(' '),
      ExpressionAttributeNames: toNames(names),
      ExpressionAttributeValues: toValues(values),
    };
  }

  private name(t: Table<unknown>) {
    return this.options.prefix + t.name;
  }

  private get metering() {
    return this.options.onCost ? ('INDEXES' as const) : undefined;
  }

  private async read<O extends object>(call: string, t: Table<unknown>, send: () => Promise<O>): Promise<O> {
    try {
      const out = await patiently(send, (v) => v === 'busy' || v === 'lost');
      this.count(call, t, out, false);
      return out;
    } catch (error) {
      const v = verdict(error);
      if (v === 'lost' || v === 'busy') throw new LostAnswer(`${call} ${t.name}`, { cause: error });
      throw error;
    }
  }

  private async write<O extends object>(call: string, t: Table<unknown>, send: () => Promise<O>): Promise<O> {
    try {
      const out = await patiently(send, (v) => v === 'busy');
      this.count(call, t, out, true);
      return out;
    } catch (error) {
      const v = verdict(error);
      if (v === 'refused') {
        const item = (error as { Item?: Record<string, AttributeValue> }).Item;
        this.options.onCost?.({ call: `${call} refused`, table: t.name, read: 0, write: 1 });
        throw new Refused(item && unmarshall(item));
      }
      if (v === 'lost' || v === 'busy') throw new LostAnswer(`${call} ${t.name}`, { cause: error });
      throw error;
    }
  }

  private count(call: string, t: Table<unknown>, out: object, write: boolean) {
    if (!this.options.onCost) return;
    const consumed = (out as { ConsumedCapacity?: { CapacityUnits?: number } | { CapacityUnits?: number }[] })
      .ConsumedCapacity;
    const units = [consumed].flat().reduce((sum, c) => sum + (c?.CapacityUnits ?? 0), 0);
    this.options.onCost({ call, table: t.name, read: write ? 0 : units, write: write ? units : 0 });
  }
}

const refusable = async <T>(write: () => Promise<unknown>): Promise<Written<T>> => {
  try {
    const item = (await write()) as T | undefined;
    return item ? { ok: true, item } : { ok: true };
  } catch (error) {
    if (error instanceof Refused) return { ok: false, found: error.found as T | undefined };
    throw error;
  }
};

/** The item that a write answers. It landed already: an answer that cannot be read is a lost one. */
const written = (call: string, t: Table<unknown>, item: Record<string, AttributeValue>) => {
  try {
    return unmarshall(item);
  } catch (error) {
    throw new LostAnswer(`${call} ${t.name}`, { cause: error });
  }
};

/**
 * Fewer calls at once than the client has sockets (50); the others wait in order. On one machine a single
 * process may serve a thousand people in a moment, and a call that waits for a socket must not time out
 * like one whose answer was lost.
 */
const through = pLimit(45);
const TRIES = 5;
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** Repeats a call while its failure is of a kind that may be repeated, with full jitter. */
const patiently = async <O>(
  send: () => Promise<O>,
  again: (v: ReturnType<typeof verdict>) => boolean,
): Promise<O> => {
  for (let attempt = 1; ; attempt++) {
    try {
      return await through(send);
    } catch (error) {
      if (attempt >= TRIES || !again(verdict(error))) throw error;
      await pause(Math.random() * 25 * 2 ** attempt);
    }
  }
};

/** Longer than DynamoDB ever takes to answer: past it a call is lost. */
const TIMEOUT_MS = 5_000;

/**
 * A client that never repeats a call by itself: `Db` decides what may be repeated. It marks what fails between
 * sending and reading the answer; earlier failures (credentials, serialization) keep their own errors.
 */
export const dynamoClient = (config: DynamoDBClientConfig = {}, timeout = TIMEOUT_MS) => {
  const client = new DynamoDBClient({
    ...config,
    maxAttempts: 1,
    requestHandler: {
      connectionTimeout: 2_000,
      requestTimeout: timeout,
      // Without it the handler warns of a hung call and goes on waiting.
      throwOnRequestTimeout: true,
      // An answer that stops half way.
      socketTimeout: timeout,
    },
  });
  client.middlewareStack.add(
    (next) => (args) =>
      next(args).catch((error: unknown) => {
        throw afterSending(error);
      }),
    // The step around the network alone; before it the request is serialized and signed.
    { name: 'lostAnswers', step: 'deserialize', priority: 'high' },
  );
  return client;
};
