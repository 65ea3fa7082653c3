import {
  type CallList,
  filteredCalls,
  isCalledByUnit,
  type PlacedCall,
  readCallList,
} from '../../../../functions/notices/calls/list';
import { type CallScope, callScope, linesIn } from '../../../../functions/notices/may';
import { Problem } from '../../../../functions/platform/problem/problem';
import type { Page } from '../../../env';
import { type CallsAsked, filterOf } from './asked';

/** What the address asks for, of the lines that the account may see. */
export interface CallsShown {
  /** Everything. */
  all: readonly PlacedCall[];
  /** What the search finds. */
  list: CallList;
  /** In the order of the page, on all its pages. */
  lines: PlacedCall[];
  /** Left out of an organizer's list: the units call them by their own links. */
  byUnits: PlacedCall[];
  scope: CallScope;
}

/**
 * An organizer calls their own people. The calls of units are asked for, looked for by name, or must be made today.
 */
export const isLeftToUnits = (line: PlacedCall, { caller, search }: Omit<CallsAsked, 'page'>): boolean =>
  !caller && !search && !line.urgent && isCalledByUnit(line);

/** @throws Problem `forbidden` for an account that sees no call list */
export const readShown = async (c: Page, asked: CallsAsked): Promise<CallsShown> => {
  const world = c.get('world');
  const scope = await callScope(world, c.get('account'));
  if (!scope.see) throw new Problem('forbidden', 'forbidden');
  const { search, ...filter } = filterOf(asked);
  const read = await readCallList(world, linesIn(scope));
  const list = { ...read, lines: filteredCalls(read, { search }) };
  const fitting = filteredCalls(list, filter);
  const shown = { list, scope, all: read.lines };
  if (scope.units) return { ...shown, lines: fitting, byUnits: [] };
  const byUnits = fitting.filter((line) => isLeftToUnits(line, asked));
  const left = new Set(byUnits);
  return { ...shown, lines: fitting.filter((line) => !left.has(line)), byUnits };
};
