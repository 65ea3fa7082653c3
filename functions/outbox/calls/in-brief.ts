import type { World } from '../../platform/world/world';
import { type LineInBrief, linesInBrief } from '../deliveries/notices-table';

/**
 * Every line of the call list without its words, longest waiting first: one call to the table for some 3,000 lines.
 * @param includes only lines for which this is true
 */
export const callsInBrief = async (
  world: World,
  includes: (line: LineInBrief) => boolean = () => true,
): Promise<LineInBrief[]> => {
  const all = await world.db.all(linesInBrief, {
    index: 'line',
    where: '#open = :open',
    names: { '#open': 'open' },
    values: { ':open': 'to-call' },
  });
  return all.filter(includes);
};
