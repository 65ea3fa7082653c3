import type * as z from 'zod';
import { getEvent } from '../../events/event/get';
import type { Hands } from '../../events/nominations/filling';
import { checkPasted } from '../../events/nominations/pasting/check-pasted';
import { nominateRows } from '../../events/nominations/pasting/nominate-rows';
import { readPasted } from '../../events/nominations/pasting/read-pasted';
import { countsOf, listed, type PastedList } from './rows-view';

/** Reads a list of nominees, and names them unless it is a preview. */
export const writeList = async (
  { world, filling }: Hands,
  { text, basis, preview, another }: z.output<typeof PastedList>,
) => {
  const { nomination } = filling;
  const { people: rows } = await readPasted(world, nomination, text, { basis, another: new Set(another) });
  const results = preview
    ? await checkPasted(world, filling, await getEvent(world, nomination.eventId), rows)
    : await nominateRows(world, filling, rows);
  return { items: results.map(listed), ...countsOf(results) };
};
