import { listBodies } from '../../../../functions/directory/bodies/list';
import { type Expected, isOverdue, readExpected } from '../../../../functions/inquiries/expected';
import { showCount } from '../../../../functions/platform/text/count';
import { endOfDay } from '../../../../functions/platform/time/dates';
import type { World } from '../../../../functions/platform/world/world';
import { EXPECTED_WORDS, type ExpectedWords } from './expected-words';
import type { Provider, ToDo } from './to-do';

/** What is due within so many days is nearly due. */
const NEARLY_DUE = 3;

/** One line for all of a kind that are overdue, or nearly due: one by its name, several by their number. */
const lineOf = (
  { verbs, one, many, of, list, action = 'Xem' }: ExpectedWords,
  state: keyof ExpectedWords['verbs'],
  [items, more]: [items: readonly Expected[], more: boolean],
): ToDo[] => {
  const [first] = items;
  const verb = verbs[state];
  if (!first || !verb) return [];
  const isOne = items.length === 1 && !more;
  return [
    {
      due: endOfDay(first.expectedBy)!,
      verb,
      what: isOne ? one(first) : `${more ? 'từ ' : ''}${showCount(items.length)} ${many}`,
      href: isOne ? of(first) : list(first, state),
      action,
    },
  ];
};

/** What an officer of these units sees: what is about one of them, or asked of a body of one. */
const inArea = async (
  world: World,
  items: readonly Expected[],
  units: ReadonlySet<string>,
): Promise<Expected[]> => {
  const bodies = new Map((await listBodies(world)).map(({ id, unitId }) => [id, unitId]));
  return items.filter(({ kind, about, bodyId }) => {
    const { officers } = EXPECTED_WORDS[kind];
    const unitId = officers === 'about' ? (about as { unitId?: string }).unitId : bodies.get(bodyId ?? '');
    return officers !== undefined && units.has(unitId ?? '');
  });
};

/**
 * What bodies and the department owe: overdue and nearly due, a line for each kind. All kinds come by one call; more than
 * it reads are counted as "at least".
 */
export const fromExpected: Provider = async (world, _events, units) => {
  const { items, more } = await readExpected(world, { within: NEARLY_DUE });
  const now = world.now();
  const shown = units ? await inArea(world, items, units) : items;
  return Object.entries(EXPECTED_WORDS).flatMap(([kind, words]) => {
    const these = shown.filter((item) => item.kind === kind);
    const late = these.filter((item) => words.atOnce || isOverdue(item, now));
    const soon = these.filter((item) => !late.includes(item));
    return [...lineOf(words, 'late', [late, more]), ...lineOf(words, 'soon', [soon, more])];
  });
};
