import type { CreateTableCommandInput } from '@aws-sdk/client-dynamodb';
import type { Projection, TableSpec } from './table';

const projection = (p: Projection) =>
  typeof p === 'string'
    ? { ProjectionType: p }
    : { ProjectionType: 'INCLUDE' as const, NonKeyAttributes: [...p] };

const keys = (pk: string, sk?: string) => [
  { AttributeName: pk, KeyType: 'HASH' as const },
  ...(sk ? [{ AttributeName: sk, KeyType: 'RANGE' as const }] : []),
];

/** The CreateTable call for a specification; every key of the system is a string. */
export const createTableInput = (spec: TableSpec, prefix: string): CreateTableCommandInput => {
  const locals = Object.entries(spec.locals ?? {});
  const globals = Object.entries(spec.globals ?? {});
  const names = new Set([
    spec.key.pk,
    ...(spec.key.sk ? [spec.key.sk] : []),
    ...locals.map(([, i]) => i.sk),
    ...globals.flatMap(([, i]) => (i.sk ? [i.pk, i.sk] : [i.pk])),
  ]);
  return {
    TableName: prefix + spec.name,
    BillingMode: 'PAY_PER_REQUEST',
    AttributeDefinitions: [...names].map((AttributeName) => ({ AttributeName, AttributeType: 'S' })),
    KeySchema: keys(spec.key.pk, spec.key.sk),
    ...(locals.length && {
      LocalSecondaryIndexes: locals.map(([IndexName, i]) => ({
        IndexName,
        KeySchema: keys(spec.key.pk, i.sk),
        Projection: projection(i.projection),
      })),
    }),
    ...(globals.length && {
      GlobalSecondaryIndexes: globals.map(([IndexName, i]) => ({
        IndexName,
        KeySchema: keys(i.pk, i.sk),
        Projection: projection(i.projection),
      })),
    }),
  };
};
