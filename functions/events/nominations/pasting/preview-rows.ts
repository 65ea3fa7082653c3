import type { World } from '../../../platform/world/world';
import { ofWholeRow } from '../../rosters/outcome';
import type { Filling } from '../filling';
import { viewNomination } from '../read';
import { type CheckedNominee, checkPasted } from './check-pasted';
import { placeRows, roomForList } from './list-room';
import type { ListWishes, NominatedRow } from './nominate-rows';
import type { PastedRow } from './read-pasted';

/** What `nominateRows` would do with a list now: rows beyond the quota are refused, or wait in the reserve. Writes nothing. */
export const previewRows = async (
  world: World,
  filling: Filling,
  rows: readonly PastedRow[],
  { keepsReserve = false }: Pick<ListWishes, 'keepsReserve'> = {},
): Promise<(CheckedNominee | NominatedRow)[]> => {
  const view = await viewNomination(world, filling.nomination);
  const checked = await checkPasted(world, filling, view.event, rows);
  const fresh = checked.filter(({ outcome }) => outcome === 'new').map(({ row }) => row);
  const places = placeRows(fresh, roomForList(view));
  return checked.map((row) => {
    const place = places.get(row.row);
    if (row.outcome !== 'new' || place === undefined || place === 'seat') return row;
    const read = { row: row.row, person: row.person };
    if (place === 'reserve' && keepsReserve) return { ...read, errors: [], outcome: 'reserved' };
    const full = keepsReserve
      ? ofWholeRow('reserve-full', { most: view.quota })
      : ofWholeRow('quota-full', { quota: view.quota });
    return { ...read, errors: [full], outcome: 'refused' };
  });
};
