import { randomUUID } from 'node:crypto';
import type { Db } from '../../platform/store/db';
import type { Ledger, Suspects } from '../ledger/ledger';
import { suspectItems } from './seat-tables';

/** So many suspects fit into one item of DynamoDB (400 KB), with room to spare. */
const IN_ONE_ITEM = 2_000;

const keyOf = (event: string, sk = 'look') => ({ pk: `${event}#look`, sk });

/**
 * What the last look suspected. After a restore this may be every seat of an event, more than an item holds: then the
 * further parts are written first, in the places that the last look did not use, and the item that names them last. A
 * reader takes only parts of that look: what is missing is suspected anew, and nothing is given up too early.
 */
export const suspectCalls = (db: Db): Pick<Ledger, 'suspects' | 'keepSuspects'> => {
  const read = (event: string) => db.get(suspectItems, keyOf(event), { consistent: true });
  return {
    suspects: async (event) => {
      const first = await read(event);
      if (!first) return together([]);
      const { parts } = first;
      if (!parts) return together([first]);
      const others = await db.all(suspectItems, {
        where: 'pk = :pk AND begins_with(sk, :place)',
        values: { ':pk': keyOf(event).pk, ':place': `${parts.place}#` },
        consistent: true,
      });
      return together([first, ...others.filter((p) => p.look === parts.look)]);
    },
    keepSuspects: async (event, suspects) => {
      const [first, ...others] = inParts(suspects);
      if (!others.length) return db.put(suspectItems, { ...keyOf(event), ...first! });
      const place = (await read(event))?.parts?.place === 'a' ? 'b' : 'a';
      const look = randomUUID();
      for (const [i, part] of others.entries())
        await db.put(suspectItems, { ...keyOf(event, `${place}#${i}`), ...part, look });
      await db.put(suspectItems, { ...keyOf(event), ...first!, parts: { place, look } });
    },
  };
};

const together = (parts: readonly Suspects[]): Suspects => ({
  claims: Object.assign({}, ...parts.map((p) => p.claims)),
  seats: Object.assign({}, ...parts.map((p) => p.seats)),
  marks: Object.assign({}, ...parts.map((p) => p.marks)),
});

/** One at least. */
const inParts = ({ claims, seats, marks }: Suspects): Suspects[] => {
  const parts: Suspects[] = [{ claims: {}, seats: {}, marks }];
  let free = IN_ONE_ITEM;
  const add = (kind: 'claims' | 'seats', key: string, at: number) => {
    if (free-- === 0) {
      parts.push({ claims: {}, seats: {}, marks: {} });
      free = IN_ONE_ITEM - 1;
    }
    parts.at(-1)![kind][key] = at;
  };
  for (const [key, at] of Object.entries(claims)) add('claims', key, at);
  for (const [key, at] of Object.entries(seats)) add('seats', key, at);
  return parts;
};
