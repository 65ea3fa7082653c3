import { createHash } from 'node:crypto';
import { base32, newId, PREFIX } from '../../platform/keys/ids';
import { invalid } from '../../platform/problem/problem';
import { iso } from '../../platform/time/dates';
import type { World } from '../../platform/world/world';
import { getEvent } from '../event/get';
import { mustTakePlace } from '../registrations/eligibility';
import type { Basis } from '../registrations/registration';
import type { OrganizersList } from '../rosters/read-list';
import { findImport } from './find';
import { type Import, type ImportCounts, importKey, importsTable } from './import';
import { putList, type WaitingRow } from './list-file';

interface ImportOptions {
  basis?: Basis | undefined;
  /** The unit of new people who name none. */
  fallback?: string | undefined;
  /** Of the form that sent the list: the same list sent twice with it is one import. */
  nonce?: string | undefined;
}

export const NO_COUNTS: ImportCounts = {
  registered: 0,
  waiting: 0,
  corrected: 0,
  unchanged: 0,
  left: 0,
  refused: 0,
};

/**
 * Orders the import of a list. It runs by itself from here on (`work.ts`), whether or not a page stays open.
 * @example const { id } = await importList(world, event.id, await readList(world, text), { fallback: unitId });
 * @throws Problem conflict where the event is not published or is over; invalid `list-empty`
 */
export const importList = async (
  world: World,
  eventId: string,
  list: OrganizersList,
  { basis = 'paper', fallback, nonce }: ImportOptions = {},
): Promise<Import> => {
  const now = world.now();
  mustTakePlace(await getEvent(world, eventId), now);
  if (list.people.length === 0) throw invalid('list', 'list-empty');
  const rows = waitingRows(list);
  const id = nonce
    ? idFrom(nonce, eventId, world.db.actor, basis, fallback ?? '', JSON.stringify(rows))
    : newId('import', now);
  const before = nonce && (await findImport(world, id));
  if (before) return before;
  const { sheet } = list.reading;
  const started: Import = {
    ...importKey(id),
    id,
    eventId,
    who: world.db.actor,
    state: 'running',
    job: 'import',
    total: list.people.length,
    done: 0,
    counts: NO_COUNTS,
    basis,
    ...(fallback && { fallback }),
    ...(sheet && { sheet }),
    open: 'open',
    dueAt: iso(now),
    tries: 0,
    createdAt: iso(now),
  };
  // The list first: a worker takes the record as soon as it is there.
  await putList(world, id, rows);
  const written = await world.db.putIf(importsTable, started, { if: 'attribute_not_exists(pk)' });
  return written.ok ? started : (written.found ?? started);
};

const idFrom = (...parts: string[]): string => {
  const hash = createHash('sha256').update(parts.join('\n')).digest();
  return `${PREFIX.import}_${base32(hash).slice(0, 19)}`;
};

const waitingRows = ({ people, reading }: OrganizersList): WaitingRow[] => {
  const names = new Map(reading.rows.map(({ row, cells }) => [row, cells.fullName]));
  return people.map(({ row, person, errors, place, another, besideAnother, corrects, instead }) => {
    const name = person ? undefined : names.get(row);
    return {
      row,
      ...(person && { person }),
      errors,
      ...(place && { place }),
      ...(another && { another }),
      ...(besideAnother && { besideAnother }),
      ...(corrects && { corrects }),
      ...(instead && { instead }),
      ...(name && { name }),
    };
  });
};
