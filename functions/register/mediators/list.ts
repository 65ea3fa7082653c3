import { cursorAfter, type Page } from '../../platform/store/paging';
import { searchFor } from '../../platform/text/search';
import type { World } from '../../platform/world/world';
import {
  identityOf,
  type Mediator,
  type MediatorListed,
  mediatorKey,
  mediatorSortKey,
  mediators,
} from './mediator';
import type { State } from './steps';
import type { RoleInTeam } from './traits';

/** Items that one call looks through: less than the megabyte that DynamoDB reads at a time. */
const BATCH = 2_000;
/** A page never costs more; where few are found, it is shorter and the next one goes on. */
const MOST_CALLS = 4;
/** People who were dismissed stand in the same index. */
const A_FEW_LEFT_OUT = 50;

export interface MediatorFilter {
  /** The teams to which they belong; absent for all. */
  teams?: ReadonlySet<string> | undefined;
  /** Left out: those who are mediators now. */
  state?: State | undefined;
  role?: RoleInTeam | undefined;
  trainers?: boolean | undefined;
  search?: string | undefined;
  limit: number;
  cursor?: string | undefined;
}

const everyone = {
  index: 'everyone',
  where: 'listed = :kind',
  values: { ':kind': 'mediator' },
} as const;

/** Mediators by given name, page by page; at most four calls a page, one where nothing is left out. */
export const listMediators = async (world: World, asked: MediatorFilter): Promise<Page<MediatorListed>> => {
  const { teams, state, role, trainers, search, limit } = asked;
  const rankOf = search?.trim() ? searchFor(search) : undefined;
  const wanted = (one: Mediator): boolean =>
    (state ? one.state === state : one.state !== 'dismissed') &&
    (!teams || teams.has(one.teamId)) &&
    (!role || one.role === role) &&
    (!trainers || one.trainer !== undefined) &&
    (!rankOf || rankOf({ name: one.fullName, numbers: [one.phone] }) !== undefined);

  const isFiltered = state || teams || role || trainers || rankOf;
  const batch = isFiltered ? BATCH : limit + A_FEW_LEFT_OUT;
  const found: Mediator[] = [];
  let cursor = asked.cursor;
  for (let calls = 0; calls < MOST_CALLS; calls++) {
    const page: Page<Mediator> = await world.db.query(mediators, { ...everyone, limit: batch, cursor });
    for (const one of page.items) {
      if (!wanted(one)) continue;
      if (found.length === limit) return { items: found, next: afterLast(found) };
      found.push(one);
    }
    cursor = page.next;
    if (!cursor) return { items: found };
  }
  return { items: found, next: cursor! };
};

const afterLast = (found: readonly Mediator[]): string => {
  const { pk, sk, listed = '', sortKey = '' } = found.at(-1)!;
  return cursorAfter({ pk, sk, listed, sortKey });
};

/** Everybody of one name, also those who were dismissed: one call, by the order of names. */
export const mediatorsNamed = (world: World, fullName: string): Promise<MediatorListed[]> =>
  world.db.all(mediators, {
    index: 'everyone',
    where: 'listed = :kind AND begins_with(sortKey, :name)',
    values: { ':kind': 'mediator', ':name': mediatorSortKey(fullName) },
  });

/** Every mediator of now, for counts: one call for each 2,000. */
export const allMediators = async (world: World): Promise<MediatorListed[]> =>
  (await world.db.all(mediators, everyone)).filter(({ state }) => state !== 'dismissed');

/**
 * Everybody who is or was a mediator, with names and phones that are set aside while the data are restricted: to
 * recognise people of a list, never to show them. One call for each 2,000, one more for each 100 restricted people.
 */
export const everyMediator = async (world: World): Promise<MediatorListed[]> => {
  const all = await world.db.all(mediators, everyone);
  const keys = all.flatMap(({ id, restricted }) => (restricted ? [mediatorKey(id)] : []));
  const full = keys.length ? await world.db.getMany(mediators, keys, { consistent: true }) : [];
  const own = new Map(full.map((one) => [one.id, identityOf(one)]));
  return all.map((one) => ({ ...one, ...own.get(one.id) }));
};
