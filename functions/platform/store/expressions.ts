import { marshall } from '@aws-sdk/util-dynamodb';
import type { Table } from './table';

// biome-ignore lint/suspicious/noExplicitAny: values of expressions are of any DynamoDB type
export type Values = Record<string, any>;
export type Key = Record<string, string>;

export interface Condition {
  if?: string;
  names?: Record<string, string>;
  values?: Values;
}
/** What may be refused, because its condition is false. */
export type Conditional<C extends Condition = Condition> = C & { if: string };
export type Unconditional<C extends Condition> = C & { if?: never };

export interface Change extends Condition {
  /** Attributes to set; `undefined` removes. Keys are attribute names or paths such as `held.#c`. */
  set?: Values;
  remove?: readonly string[];
  /** A whole SET clause for what `set` cannot say, e.g. `n = n + :one`. */
  expression?: string;
  returns?: 'ALL_OLD' | 'ALL_NEW' | 'NONE';
}

export type TxStep =
  | ({ put: Values; table: Table<unknown> } & Condition)
  | ({ update: Key; table: Table<unknown> } & Change)
  | ({ delete: Key; table: Table<unknown> } & Condition)
  | ({ check: Key; table: Table<unknown> } & Conditional);

export const toItem = (value: Values) =>
  marshall(value, { removeUndefinedValues: true, convertEmptyValues: false });

const unlessEmpty = <T extends object>(of: T | undefined) => (of && Object.keys(of).length ? of : undefined);

/** DynamoDB refuses empty maps of names and values. */
export const expressions = ({ names, values }: Pick<Condition, 'names' | 'values'>) => {
  const given = unlessEmpty(values);
  return {
    ExpressionAttributeNames: unlessEmpty(names),
    ExpressionAttributeValues: given && toItem(given),
  };
};

/** Attributes to read, by their plain names: reserved words may be among them. */
export const projection = (only: readonly string[] | undefined, names: Record<string, string> = {}) => {
  const own = Object.fromEntries((only ?? []).map((name, i) => [`#o${i}`, name]));
  return {
    ProjectionExpression: only?.length ? Object.keys(own).join(', ') : undefined,
    names: { ...names, ...own },
  };
};

export const conditionOf = (condition: Condition) => ({
  ConditionExpression: condition.if,
  ...expressions(condition),
});

/** @param actor stamped into the item with every change */
export const updateOf = (change: Change, actor: string) => {
  const names: Record<string, string> = { ...change.names };
  const values: Values = { ...change.values };
  const sets: string[] = change.expression ? [change.expression] : [];
  const removes: string[] = [...(change.remove ?? [])];
  for (const [name, value] of Object.entries({ ...change.set, by: actor })) {
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
    ConditionExpression: change.if,
    ...expressions({ names, values }),
  };
};
