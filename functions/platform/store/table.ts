/**
 * What a table is. The CDK construct and the local runner both read these specifications, so the deployed tables
 * and the embedded ones cannot drift apart.
 */
export type Projection = 'ALL' | 'KEYS_ONLY' | readonly string[];

export interface TableSpec {
  /** Name without the stage's prefix. */
  readonly name: string;
  readonly key: { readonly pk: string; readonly sk?: string };
  /** Strongly consistent indexes on the same partition; they can never be added later. */
  readonly locals?: Readonly<Record<string, { readonly sk: string; readonly projection: Projection }>>;
  readonly globals?: Readonly<
    Record<string, { readonly pk: string; readonly sk?: string; readonly projection: Projection }>
  >;
  /** The attribute, in seconds since 1970, after which DynamoDB may delete the item. */
  readonly ttl?: string;
  /** Whether changes are read by the audit, and by the mailer or the importer. */
  readonly stream?: boolean;
}

/** A table specification that also carries the type of its items. */
export interface Table<Item> extends TableSpec {
  readonly item?: Item;
}

export const table = <Item>(spec: TableSpec): Table<Item> => spec;
