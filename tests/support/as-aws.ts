import type { AttributeValue, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { TableSpec } from '../../functions/platform/store/table';
import { tables } from '../../functions/tables';

type Item = Record<string, AttributeValue | undefined>;
/** What commands say, as far as it is looked at. */
interface Input {
  TableName?: string;
  IndexName?: string;
  Item?: Item;
  ExclusiveStartKey?: Item;
  KeyConditionExpression?: string;
  FilterExpression?: string;
  ConditionExpression?: string;
  UpdateExpression?: string;
  ProjectionExpression?: string;
  ExpressionAttributeNames?: Record<string, string>;
  ExpressionAttributeValues?: Item;
  TransactItems?: Partial<Record<'Put' | 'Update' | 'Delete' | 'ConditionCheck', Input>>[];
  RequestItems?: Record<string, { PutRequest?: { Item?: Item } }[]>;
}

const LARGEST_PARTITION_KEY = 2048;
const LARGEST_SORT_KEY = 1024;
const MOST_IN = 100;
const MOST_OPERATORS = 300;
const OPERATOR =
  /[=+-]|<>|<=?|>=?|\b(AND|OR|NOT|IN|BETWEEN|begins_with|contains|size|if_not_exists|list_append|attribute_\w+)\b/g;

/** `#s_name = :s_0` → `name`, `:s_0` */
const equalities = (expression: string | undefined, { ExpressionAttributeNames: names = {} }: Input) =>
  [...(expression ?? '').matchAll(/([#\w]+) = (:\w+)/g)].map(
    ([, name = '', value = '']) => [names[name] ?? name, value] as const,
  );

/** The attributes that an update sets. */
const itemOf = (input: Input): Item => ({
  ...input.Item,
  ...Object.fromEntries(
    equalities(input.UpdateExpression, input).map(([name, v]) => [
      name,
      input.ExpressionAttributeValues?.[v],
    ]),
  ),
});

const longKey = (spec: TableSpec, item: Item): string | undefined => {
  const keys = [
    ...Object.values(spec.locals ?? {}).map(({ sk }) => [sk, LARGEST_SORT_KEY] as const),
    ...Object.values(spec.globals ?? {}).flatMap(({ pk, sk }) => [
      [pk, LARGEST_PARTITION_KEY] as const,
      [sk ?? pk, sk ? LARGEST_SORT_KEY : LARGEST_PARTITION_KEY] as const,
    ]),
  ];
  const long = keys.find(([name, most]) => Buffer.byteLength(item[name]?.S ?? '') > most);
  return long && `the key ${long[0]} of an index is longer than ${long[1]} bytes`;
};

/** Top-level attributes that an expression names. */
const attributesOf = (expression: string, { ExpressionAttributeNames: names = {} }: Input): string[] =>
  [...expression.matchAll(/(?<![:.\w#])[#\w]+(?!\w*\()/g)]
    .map(([name]) => names[name] ?? name)
    .filter((name) => !/^(AND|OR|NOT|IN|BETWEEN|\d+)$/.test(name));

const notProjected = (spec: TableSpec, input: Input): string | undefined => {
  const index = spec.globals?.[input.IndexName ?? ''];
  if (!index || index.projection === 'ALL') return undefined;
  const has: (string | undefined)[] = [spec.key.pk, spec.key.sk, index.pk, index.sk];
  if (index.projection !== 'KEYS_ONLY') has.push(...index.projection);
  const asked = attributesOf(`${input.ProjectionExpression ?? ''} ${input.FilterExpression ?? ''}`, input);
  const missing = asked.find((name) => !has.includes(name));
  return missing && `the index ${input.IndexName} does not project ${missing}`;
};

const otherList = (spec: TableSpec, input: Input): string | undefined => {
  const { ExclusiveStartKey: start, ExpressionAttributeValues: values } = input;
  if (!start) return undefined;
  const { pk } = spec.globals?.[input.IndexName ?? ''] ?? spec.key;
  const [, asked = ''] = equalities(input.KeyConditionExpression, input).find(([name]) => name === pk) ?? [];
  return start[pk]?.S === values?.[asked]?.S ? undefined : 'the starting key is outside the query';
};

const longExpression = (input: Input): string | undefined => {
  const { KeyConditionExpression, FilterExpression, ConditionExpression, UpdateExpression } = input;
  for (const one of [KeyConditionExpression, FilterExpression, ConditionExpression, UpdateExpression]) {
    for (const [, list = ''] of (one ?? '').matchAll(/\bIN\s*\(([^)]*)\)/g))
      if (list.split(',').length > MOST_IN) return `more than ${MOST_IN} values in IN`;
    if ((one?.match(OPERATOR)?.length ?? 0) > MOST_OPERATORS) return `more than ${MOST_OPERATORS} operators`;
  }
  return undefined;
};

/** Why DynamoDB refuses a command that the embedded one takes. */
const refusalOf = (input: Input, specOf: (name: string) => TableSpec | undefined): string | undefined => {
  const parts: Input[] = [
    input,
    ...(input.TransactItems ?? []).flatMap((step) => Object.values(step)),
    ...Object.entries(input.RequestItems ?? {}).flatMap(([TableName, requests]) =>
      Array.isArray(requests) ? requests.map(({ PutRequest }) => ({ TableName, ...PutRequest })) : [],
    ),
  ];
  for (const part of parts) {
    const spec = specOf(part.TableName ?? '');
    const why =
      longExpression(part) ??
      (spec && (longKey(spec, itemOf(part)) ?? notProjected(spec, part) ?? otherList(spec, part)));
    if (why) return why;
  }
  return undefined;
};

/**
 * Lets a client of the embedded DynamoDB refuse what DynamoDB refuses, so that no test rests on more than AWS gives: long keys of indexes,
 * attributes that an index does not have, cursors of other lists, long expressions.
 */
export const refuseAsAws = (client: DynamoDBClient, prefix: string): DynamoDBClient => {
  const specs = new Map(tables.map((spec) => [prefix + spec.name, spec as TableSpec]));
  client.middlewareStack.add(
    (next) => async (args) => {
      const why = refusalOf(args.input as Input, (name) => specs.get(name));
      if (why)
        throw Object.assign(new Error(why), {
          name: 'ValidationException',
          $metadata: { httpStatusCode: 400 },
        });
      return next(args);
    },
    { name: 'asAws', step: 'initialize' },
  );
  return client;
};
