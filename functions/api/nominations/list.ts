import type * as z from 'zod';
import type { Hands } from '../../events/nominations/filling';
import { nominateRows } from '../../events/nominations/pasting/nominate-rows';
import { previewRows } from '../../events/nominations/pasting/preview-rows';
import { readPasted } from '../../events/nominations/pasting/read-pasted';
import { countsOf, listed, type PastedList } from './rows-view';

/** Reads a list of nominees, and names them unless it is a preview. */
export const writeList = async (
  { world, filling }: Hands,
  { text, basis, preview, another, reserve: keepsReserve }: z.output<typeof PastedList>,
) => {
  const { nomination } = filling;
  const { people: rows } = await readPasted(world, nomination, text, { basis, another: new Set(another) });
  const results = preview
    ? await previewRows(world, filling, rows, { keepsReserve })
    : await nominateRows(world, filling, rows, { keepsReserve });
  return { items: results.map(listed), ...countsOf(results) };
};
