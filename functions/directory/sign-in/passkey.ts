import { table } from '../../platform/store/table';
import { MINUTE } from '../../platform/time/dates';
import type { World } from '../../platform/world/world';
import { accountsTable } from '../accounts/account';

/** A passkey (W3C WebAuthn): its public half. The private one never leaves the person's own device. */
export interface Passkey {
  pk: string;
  accountId: string;
  /** COSE, base64url. */
  publicKey: string;
  /** Rises with every use where the device counts; one that falls back tells of a copy. */
  counter: number;
  transports: string[];
}

/** More than one person has devices. */
export const MOST_PASSKEYS = 10;

/** `passkey#<credential id>`: a passkey. */
export const passkeys = table<Passkey>(accountsTable);
export const passkeyKey = (id: string) => ({ pk: `passkey#${id}` });

/** The relying party (WebAuthn): this site's name, and the only origin where a passkey may be used. */
export const relyingParty = ({ settings }: Pick<World, 'settings'>) => ({
  id: new URL(settings.publicOrigin).hostname,
  name: 'Nhịp Cầu',
  origin: settings.publicOrigin,
});

const LIVES = 5 * MINUTE;
type Purpose = 'enrol' | 'sign-in';
interface Challenge {
  purpose: Purpose;
  accountId?: string;
}

/** `challenge#<challenge>`: a challenge that is not answered yet. */
const challenges = table<Challenge & { pk: string; expiresAt: number }>(accountsTable);

/** Keeps a challenge until it is answered, for five minutes. */
export const keepChallenge = (
  world: World,
  challenge: string,
  { purpose, accountId }: Challenge,
): Promise<void> =>
  world.db.put(challenges, {
    pk: `challenge#${challenge}`,
    purpose,
    ...(accountId && { accountId }),
    expiresAt: Math.floor((world.now() + LIVES) / 1_000),
  });

/** Whether the challenge is ours, for this purpose and person, and unanswered: it is good for one answer. */
export const spendChallenge = async (
  world: World,
  challenge: string,
  { purpose, accountId }: Challenge,
): Promise<boolean> => {
  const spent = await world.db.deleteIf(
    challenges,
    { pk: `challenge#${challenge}` },
    {
      if: `purpose = :purpose AND expiresAt > :now${accountId ? ' AND accountId = :account' : ''}`,
      values: {
        ':purpose': purpose,
        ':now': Math.floor(world.now() / 1_000),
        ...(accountId && { ':account': accountId }),
      },
    },
  );
  return spent.ok;
};
