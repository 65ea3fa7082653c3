import type { World } from '../../platform/world/world';
import { type LineInBrief, linesInBrief } from '../deliveries/notices-table';

const OPEN_LINES = { names: { '#open': 'open' }, values: { ':open': 'to-call' } };

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
    ...OPEN_LINES,
  });
  return all.filter(includes);
};

/** Every line of one call list without its words, longest waiting first. @param owner whose list: a nomination's id */
export const callsInBriefOf = (world: World, owner: string): Promise<LineInBrief[]> =>
  world.db.all(linesInBrief, {
    index: 'owner',
    where: '#owner = :owner',
    filter: '#open = :open',
    names: { ...OPEN_LINES.names, '#owner': 'owner' },
    values: { ...OPEN_LINES.values, ':owner': owner },
  });
