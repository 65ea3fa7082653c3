import {
  type AttributeValue,
  BatchGetItemCommand,
  BatchWriteItemCommand,
  CreateTableCommand,
  DeleteTableCommand,
  PutItemCommand,
  QueryCommand,
  TransactWriteItemsCommand,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { dynamoClient } from '../../../functions/platform/store/client';
import { createTableInput } from '../../../functions/platform/store/create-table';
import { localAws } from '../../../infra/local/parts/part';

/** The limits and refusals of DynamoDB on which the code rests: the embedded database has them, too. */
describe('the embedded database', () => {
  const client = dynamoClient({ endpoint: inject('dynamo'), ...localAws });
  const TableName = `alike-${process.pid}`;
  const spec = {
    name: TableName,
    key: { pk: 'pk', sk: 'sk' },
    locals: { local: { sk: 'l', projection: 'KEYS_ONLY' } },
    globals: { global: { pk: 'g', projection: 'ALL' } },
  } as const;
  beforeAll(() => client.send(new CreateTableCommand(createTableInput(spec, ''))));
  afterAll(async () => {
    await client.send(new DeleteTableCommand({ TableName }));
    client.destroy();
  });

  type Values = Record<string, AttributeValue>;
  const S = (text: string): AttributeValue => ({ S: text });
  const of = (length: number) => S('x'.repeat(length));
  const KB = 1024;
  const many = <T>(count: number, make: (n: number) => T): T[] =>
    Array.from({ length: count }, (_, n) => make(n));
  const key = (n: number | string = 0) => ({ pk: S('a'), sk: S(String(n || 'b')) });
  const nested = (depth: number): AttributeValue => (depth ? { M: { a: nested(depth - 1) } } : S('x'));

  const put = (item: Values, ConditionExpression?: string) => () =>
    client.send(new PutItemCommand({ TableName, Item: { ...key(), ...item }, ConditionExpression }));
  const update = (UpdateExpression: string, values?: Values, names?: Record<string, string>) => () =>
    client.send(
      new UpdateItemCommand({
        TableName,
        Key: key(),
        UpdateExpression,
        ExpressionAttributeValues: values,
        ExpressionAttributeNames: names,
      }),
    );
  const query = (more: object) => () =>
    client.send(
      new QueryCommand({
        TableName,
        KeyConditionExpression: 'pk = :p',
        ExpressionAttributeValues: { ':p': S('a') },
        ...more,
      }),
    );
  const transact = (items: Values[], ClientRequestToken?: string) => () =>
    client.send(
      new TransactWriteItemsCommand({
        TransactItems: items.map((item) => ({ Put: { TableName, Item: { ...key(), ...item } } })),
        ClientRequestToken,
      }),
    );
  const write = (items: Values[]) => () =>
    client.send(
      new BatchWriteItemCommand({
        RequestItems: { [TableName]: items.map((Item) => ({ PutRequest: { Item } })) },
      }),
    );
  const read = (Keys: Values[]) => () =>
    client.send(new BatchGetItemCommand({ RequestItems: { [TableName]: { Keys } } }));

  test.each<[string, () => Promise<unknown>]>([
    ['an item of 400 KB', put({ x: of(399 * KB) })],
    ['keys of 2048 and 1024 bytes', put({ pk: of(2048), sk: of(1024) })],
    ['an empty text', put({ x: S('') })],
    ['a number of 38 digits', put({ x: { N: '1'.repeat(38) } })],
    ['a transaction of 100 items', transact(many(100, (n) => key(n + 1)))],
    ['a batch of 25 to write', write(many(25, (n) => key(n + 1)))],
    ['a batch of 100 to read', read(many(100, (n) => key(n + 1)))],
  ])('takes %s', async (_, call) => {
    await expect(call()).resolves.toBeDefined();
  });

  test.each<[string, () => Promise<unknown>]>([
    ['an item above 400 KB', put({ x: of(401 * KB) })],
    ['a partition key above 2048 bytes', put({ pk: of(2049) })],
    ['a sort key above 1024 bytes', put({ sk: of(1025) })],
    ['an empty key', put({ sk: S('') })],
    ['an empty key of a global index', put({ g: S('') })],
    ['an empty key of a local index', update('SET l = :v', { ':v': S('') })],
    ['an empty set', put({ x: { SS: [] } })],
    ['a number of 39 digits', put({ x: { N: '1'.repeat(39) } })],
    ['33 levels', put({ x: nested(33) })],
    ['a transaction of 101 items', transact(many(101, (n) => key(n + 1)))],
    ['a transaction of more than 4 MB', transact(many(12, (n) => ({ ...key(n + 1), x: of(390 * KB) })))],
    ['one item twice in a transaction', transact([key(1), key(1)])],
    ['a batch of 26 to write', write(many(26, (n) => key(n + 1)))],
    ['one item twice in a batch', write([key(1), key(1)])],
    ['a batch of 101 to read', read(many(101, (n) => key(n + 1)))],
    [
      'an expression above 4 KB',
      query({ FilterExpression: many(250, () => 'attribute_exists(xxxx)').join(' AND ') }),
    ],
    ['a reserved word in a condition', put({}, 'attribute_not_exists(state)')],
    ['a reserved word that is set', update('SET status = :v', { ':v': S('x') })],
    ['a reserved word that is removed', update('REMOVE status')],
    ['a reserved word to read', query({ ProjectionExpression: 'name' })],
    ['a value that no expression uses', update('SET x = :v', { ':v': S('x'), ':w': S('x') })],
    ['a name that no expression uses', update('SET x = :v', { ':v': S('x') }, { '#n': 'n' })],
    ['no values at all', update('REMOVE x', {})],
    ['a key that is changed', update('SET pk = :v', { ':v': S('x') })],
    ['a filter by a key', query({ FilterExpression: 'sk = :p' })],
    [
      'a consistent read of a global index',
      query({ IndexName: 'global', KeyConditionExpression: 'g = :p', ConsistentRead: true }),
    ],
  ])('refuses %s', async (_, call) => {
    await expect(call()).rejects.toMatchObject({
      name: expect.stringMatching(/^(Validation|TransactionCanceled)Exception$/),
    });
  });

  test('writes a transaction once for each token, and refuses another one under it', async () => {
    const token = `token-${process.pid}`;
    await transact([key('t')], token)();
    await expect(transact([key('t')], token)()).resolves.toBeDefined();
    await expect(transact([key('u')], token)()).rejects.toMatchObject({
      name: 'IdempotentParameterMismatchException',
    });
  });

  test('counts what a call costs as DynamoDB does', async () => {
    const Item = { ...key('cost'), x: of(1_500) };
    const plain = await client.send(new PutItemCommand({ TableName, Item, ReturnConsumedCapacity: 'TOTAL' }));
    expect(plain.ConsumedCapacity?.CapacityUnits).toBe(2);
    const Put = { TableName, Item: { ...Item, sk: S('cost 2') } };
    const ConditionCheck = { TableName, Key: key('none'), ConditionExpression: 'attribute_not_exists(pk)' };
    const whole = await client.send(
      new TransactWriteItemsCommand({
        TransactItems: [{ Put }, { ConditionCheck }],
        ReturnConsumedCapacity: 'TOTAL',
      }),
    );
    expect(whole.ConsumedCapacity?.[0]?.CapacityUnits).toBe(6);
  });
});
