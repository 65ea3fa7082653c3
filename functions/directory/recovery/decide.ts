import { newId } from '../../platform/keys/ids';
import { noteSecurity } from '../../platform/keys/security-log';
import { Problem } from '../../platform/problem/problem';
import { iso } from '../../platform/time/dates';
import type { World } from '../../platform/world/world';
import { type Account, type AccountItem, accountItems, epochOf } from '../accounts/account';
import { getAccount } from '../accounts/find';
import { may } from '../accounts/may';
import { waitingRecovery } from '../accounts/second-factor';
import { mustHaveSignedInLately } from '../sessions/again';
import { alertOwner } from '../sessions/alert';

/** @throws Problem `forbidden` where the account does not decide about recoveries */
export const mustDecideRecoveries = (actor: Account | undefined): void => {
  if (!may(actor).decideRecoveries) throw new Problem('forbidden', 'forbidden');
};

/** The accounts that wait for a colleague, the oldest request first. */
export const listRecoveries = async (world: World, actor: Account): Promise<AccountItem[]> => {
  mustDecideRecoveries(actor);
  const asked = await world.db.all(accountItems, {
    index: 'everyone',
    where: '#listed = :account',
    filter: 'attribute_exists(#recovery)',
    names: { '#listed': 'listed', '#recovery': 'recovery' },
    values: { ':account': 'account' },
  });
  return asked
    .filter((account) => account.active && waitingRecovery(world, account))
    .sort((a, b) => a.recovery!.askedAt.localeCompare(b.recovery!.askedAt));
};

interface Asked {
  accountId: string;
  /** The request that the page showed. */
  recoveryId: string;
}

/**
 * The next mailed code opens the account, once, within a day: the actor has made sure that its person asks.
 * @throws Problem `forbidden`; unauthenticated `sign-in-again`; conflict `own-recovery`; stale `recovery-decided`
 */
export const releaseRecovery = async (world: World, actor: Account, asked: Asked): Promise<AccountItem> => {
  const account = await toDecide(world, actor, asked);
  const released = { ...account.recovery!, releasedAt: iso(world.now()) };
  await decide(world, asked, { recovery: released });
  noteSecurity(world, 'recovery-released', { account: account.id });
  await alertOwner(world, account, { what: 'recovery-released' });
  return account;
};

/** Takes the request away. @throws as `releaseRecovery` */
export const refuseRecovery = async (world: World, actor: Account, asked: Asked): Promise<AccountItem> => {
  const account = await toDecide(world, actor, asked);
  await decide(world, asked, { recovery: undefined });
  noteSecurity(world, 'recovery-refused', { account: account.id });
  return account;
};

/**
 * The same for an operator, where no colleague is left who could: nothing was asked, and no mail goes.
 */
export const releaseByOperator = async (
  world: Pick<World, 'db' | 'now'>,
  account: Account,
): Promise<void> => {
  const at = iso(world.now());
  const recovery = {
    id: newId('recovery', world.now()),
    askedAt: at,
    epoch: epochOf(account),
    releasedAt: at,
  };
  await world.db.update(accountItems, { pk: account.id }, { set: { recovery } });
};

const toDecide = async (world: World, actor: Account, { accountId, recoveryId }: Asked) => {
  mustDecideRecoveries(actor);
  mustHaveSignedInLately(world);
  if (actor.id === accountId) throw new Problem('conflict', 'own-recovery');
  const account = await getAccount(world, accountId);
  if (waitingRecovery(world, account)?.id !== recoveryId) throw decided();
  return account;
};

const decided = () => new Problem('stale', 'recovery-decided');

/** Of two who decide at once one is refused. */
const decide = async (
  world: World,
  { accountId, recoveryId }: Asked,
  set: Pick<AccountItem, 'recovery'>,
): Promise<void> => {
  const written = await world.db.updateIf(
    accountItems,
    { pk: accountId },
    {
      set,
      if: '#recovery.#id = :asked AND attribute_not_exists(#recovery.#releasedAt)',
      names: { '#recovery': 'recovery', '#id': 'id', '#releasedAt': 'releasedAt' },
      values: { ':asked': recoveryId },
    },
  );
  if (!written.ok) throw decided();
};
