import { marshall, unmarshall } from '@aws-sdk/util-dynamodb';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nativeItem } from '../../../functions/platform/store/read-items';
import { poolItems } from '../../../functions/seats/tables/seat-tables';
import { useWorld } from '../../support/world';

/** A marshalled item as DynamoDB sends it: JSON, with bytes in base64. */
const overTheWire = (item: object) =>
  JSON.parse(JSON.stringify(item, (_, value) => (isBytes(value) ? base64(value) : value)));
const isBytes = (value: unknown): value is Uint8Array => value instanceof Uint8Array;
const base64 = (value: Uint8Array) => Buffer.from(value).toString('base64');

/** Names as attributes have them: `marshall` refuses some words of JavaScript, such as `constructor`. */
const attribute = fc.string().map((name) => `a${name}`);

const { value } = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 3 },
    fc.string({ unit: 'grapheme' }),
    fc.maxSafeInteger(),
    fc.boolean(),
    fc.constant(null),
    fc.uint8Array(),
    fc.array(fc.string({ minLength: 1 }), { minLength: 1 }).map((all) => new Set(all)),
    fc.array(fc.maxSafeInteger(), { minLength: 1 }).map((all) => new Set(all)),
    fc.array(fc.uint8Array({ minLength: 1 }), { minLength: 1, maxLength: 1 }).map((all) => new Set(all)),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(attribute, tie('value'), { maxKeys: 4, noNullPrototype: true }),
  ),
}));

describe('the items of a query', () => {
  it('are what the SDK would give, whatever they hold', () => {
    fc.assert(
      fc.property(fc.dictionary(attribute, value, { maxKeys: 6, noNullPrototype: true }), (item) => {
        const marshalled = marshall(item);
        expect(nativeItem(overTheWire(marshalled))).toEqual(unmarshall(marshalled));
      }),
    );
  });

  describe('from the database', () => {
    const world = useWorld();

    it('come page by page, with all that a value may be', async () => {
      const item = {
        pk: 'evt_1',
        pool: 'open',
        bytes: new Uint8Array([0, 255]),
        list: [{ a: null, b: true }],
      };
      const items = ['a', 'b', 'c'].map((name) => ({ ...item, sk: `pool#${name}` }));
      await world.db.putMany(poolItems, items);
      const ask = { where: 'pk = :pk', values: { ':pk': 'evt_1' }, limit: 2 };
      const first = await world.db.query(poolItems, ask);
      const { items: rest, next } = await world.db.query(poolItems, { ...ask, cursor: first.next! });
      expect([...first.items, ...rest]).toEqual(items.map((one) => ({ ...one, by: 'test' })));
      expect(next).toBeUndefined();
      expect((await world.db.query(poolItems, { ...ask, values: { ':pk': 'evt_2' } })).items).toEqual([]);
    });
  });
});
