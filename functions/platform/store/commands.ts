import {
  BatchGetItemCommand,
  BatchWriteItemCommand,
  DeleteItemCommand,
  GetItemCommand,
  PutItemCommand,
  QueryCommand,
  TransactWriteItemsCommand,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb';
import {
  type Change,
  type Condition,
  conditionOf,
  expressions,
  type Key,
  projection,
  type TxStep,
  toItem,
  updateOf,
  type Values,
} from './expressions';
import { decodeCursor } from './paging';
import type { Table } from './table';

/** What every command of one `Db` says. */
export interface Scope {
  /** Stage's prefix of every table name. */
  prefix: string;
  /** Stamped into every item written. */
  actor: string;
  /** Whether DynamoDB is asked what the call cost. */
  metered: boolean;
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

export interface GetOptions {
  consistent?: boolean;
  only?: readonly string[];
}

export const tableName = ({ prefix }: Scope, t: Table<unknown>): string => prefix + t.name;
const cost = ({ metered }: Scope) => ({ ReturnConsumedCapacity: metered ? ('INDEXES' as const) : undefined });
const on = (scope: Scope, t: Table<unknown>) => ({ TableName: tableName(scope, t), ...cost(scope) });
const stamped = ({ actor }: Scope, item: object) => toItem({ ...item, by: actor });
/** A refusal answers the item that made the condition false. */
const found = (condition: Condition) => ({
  ReturnValuesOnConditionCheckFailure: condition.if ? ('ALL_OLD' as const) : undefined,
});

export const getCommand = (scope: Scope, t: Table<unknown>, key: Key, { consistent, only }: GetOptions) => {
  const { names, ProjectionExpression } = projection(only);
  return new GetItemCommand({
    ...on(scope, t),
    ...expressions({ names }),
    Key: toItem(key),
    ConsistentRead: consistent,
    ProjectionExpression,
  });
};

export const batchGetCommand = (
  scope: Scope,
  t: Table<unknown>,
  keys: ReturnType<typeof toItem>[],
  consistent: boolean,
) =>
  new BatchGetItemCommand({
    RequestItems: { [tableName(scope, t)]: { Keys: keys, ConsistentRead: consistent } },
    ...cost(scope),
  });

export const queryCommand = (scope: Scope, t: Table<unknown>, ask: Ask) => {
  const { names, ProjectionExpression } = projection(ask.only, ask.names);
  return new QueryCommand({
    ...on(scope, t),
    ...expressions({ names, values: ask.values }),
    ProjectionExpression,
    IndexName: ask.index,
    KeyConditionExpression: ask.where,
    FilterExpression: ask.filter,
    Limit: ask.limit,
    ExclusiveStartKey: decodeCursor(ask.cursor),
    ScanIndexForward: !ask.backwards,
    ConsistentRead: ask.consistent,
  });
};

export const putCommand = (scope: Scope, t: Table<unknown>, item: object, condition: Condition = {}) =>
  new PutItemCommand({
    ...on(scope, t),
    ...conditionOf(condition),
    ...found(condition),
    Item: stamped(scope, item),
  });

export const updateCommand = (scope: Scope, t: Table<unknown>, key: Key, change: Change) =>
  new UpdateItemCommand({
    ...on(scope, t),
    ...updateOf(change, scope.actor),
    ...found(change),
    Key: toItem(key),
    ReturnValues: change.returns ?? 'NONE',
  });

export const deleteCommand = (scope: Scope, t: Table<unknown>, key: Key, condition: Condition = {}) =>
  new DeleteItemCommand({ ...on(scope, t), ...conditionOf(condition), Key: toItem(key) });

export const putRequests = (scope: Scope, items: readonly object[]) =>
  items.map((item) => ({ PutRequest: { Item: stamped(scope, item) } }));

export const batchPutCommand = (scope: Scope, t: Table<unknown>, requests: ReturnType<typeof putRequests>) =>
  new BatchWriteItemCommand({ RequestItems: { [tableName(scope, t)]: requests }, ...cost(scope) });

export const transactCommand = (scope: Scope, steps: readonly TxStep[], token: string) =>
  new TransactWriteItemsCommand({
    ClientRequestToken: token,
    ...cost(scope),
    TransactItems: steps.map((step) => transactItem(scope, step)),
  });

const transactItem = (scope: Scope, step: TxStep) => {
  const TableName = tableName(scope, step.table);
  if ('update' in step)
    return { Update: { TableName, Key: toItem(step.update), ...updateOf(step, scope.actor) } };
  const condition = { TableName, ...conditionOf(step) };
  if ('put' in step) return { Put: { ...condition, Item: stamped(scope, step.put) } };
  if ('delete' in step) return { Delete: { ...condition, Key: toItem(step.delete) } };
  return { ConditionCheck: { ...condition, ConditionExpression: step.if, Key: toItem(step.check) } };
};
