import { missing, Problem } from '../../platform/problem/problem';
import { iso } from '../../platform/time/dates';
import type { World } from '../../platform/world/world';
import type { CallNote, Delivery } from '../deliveries/delivery';
import { findDelivery } from '../deliveries/find';
import { noticesTable } from '../deliveries/notices-table';

/** More is no note any more, and an item has an end. */
const MOST_NOTES = 20;

/**
 * Notes something about a line of the call list. It stays with the line, with who noted it and when. The line itself
 * does not change, so a tick of another page still counts.
 * @param may false for lines that the caller may not see
 * @throws Problem missing `call-missing`, conflict `call-notes-full`
 */
export const noteOnCall = async (
  world: World,
  id: string,
  text: string,
  may: (line: Delivery) => boolean = () => true,
): Promise<Delivery> => {
  const line = await findDelivery(world, id);
  if (line?.channel !== 'call' || !may(line)) throw missing('call');
  const note: CallNote = { text, by: world.db.actor, at: iso(world.now()) };
  const noted = await world.db.updateIf(
    noticesTable,
    { pk: line.pk, sk: line.sk },
    {
      expression: 'notes = list_append(if_not_exists(notes, :none), :note)',
      if: 'id = :id AND (attribute_not_exists(notes) OR size(notes) < :most)',
      values: { ':none': [], ':note': [note], ':id': id, ':most': MOST_NOTES },
      returns: 'ALL_NEW',
    },
  );
  if (!noted.ok || !noted.item) throw new Problem('conflict', 'call-notes-full');
  return noted.item;
};
