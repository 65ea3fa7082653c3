import { missing } from '../../platform/problem/problem';
import type { World } from '../../platform/world/world';
import { type Account, accountsTable } from '../accounts/account';
import { isOpen, type Session } from './session';
import { type ApiToken, isValid } from './token';

export interface OpenTo {
  /** The one that was used last comes first. */
  sessions: Session[];
  tokens: ApiToken[];
}

const isSession = (item: Session | ApiToken): item is Session => item.pk.startsWith('ses#');

/**
 * The sessions and bearer tokens that open an account now. Two calls: the index names them, and may be a moment late;
 * the items are read as they are, so that what was just ended is not among them.
 * @param own the session that asks, if one does: it may be too young for the index
 */
export const listOpen = async (world: World, account: Account, own?: Session): Promise<OpenTo> => {
  const keys = await world.db.all(accountsTable, {
    index: 'byAccount',
    where: 'opens = :account',
    values: { ':account': account.id },
  });
  const pks = [...new Set([...keys.map(({ pk }) => pk), ...(own ? [own.pk] : [])])];
  const found = pks.length
    ? await world.db.getMany(
        accountsTable,
        pks.map((pk) => ({ pk })),
        { consistent: true },
      )
    : [];
  const items = found as (Session | ApiToken)[];
  const sessions = items.filter(isSession).filter((s) => isOpen(world, s, account));
  const tokens = items
    .filter((item): item is ApiToken => !isSession(item))
    .filter((token) => isValid(world, token, account));
  return {
    sessions: sessions.sort((a, b) => b.usedAt.localeCompare(a.usedAt) || a.id.localeCompare(b.id)),
    tokens: tokens.sort((a, b) => b.createdAt.localeCompare(a.createdAt) || a.id.localeCompare(b.id)),
  };
};

/** One of them by its id. @throws Problem missing `session-missing` */
export const openById = async (world: World, account: Account, id: string): Promise<Session | ApiToken> => {
  const { sessions, tokens } = await listOpen(world, account);
  const found = [...sessions, ...tokens].find((item) => item.id === id);
  if (!found) throw missing('session');
  return found;
};
