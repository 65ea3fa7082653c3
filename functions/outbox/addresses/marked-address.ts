import { createHmac } from 'node:crypto';
import { base32 } from '../../platform/keys/ids';
import { iso } from '../../platform/time/dates';
import type { World } from '../../platform/world/world';
import { type AddressTrouble, markedAddresses } from '../deliveries/notices-table';

const keyOf = (world: World, email: string) => ({
  pk: `address#${base32(
    createHmac('sha256', world.settings.secrets.person).update(email.trim().toLowerCase()).digest(),
  ).slice(0, 26)}`,
  sk: 'address' as const,
});

/** Why an address gets no mail; undefined where it does. */
export const troubleOf = async (world: World, email: string): Promise<AddressTrouble | undefined> =>
  (await world.db.get(markedAddresses, keyOf(world, email)))?.trouble;

/** Which of these addresses get no mail. */
export const troubledAmong = async (
  world: World,
  emails: readonly string[],
): Promise<ReadonlySet<string>> => {
  const byKey = new Map<string, string[]>();
  for (const email of new Set(emails)) {
    const { pk } = keyOf(world, email);
    byKey.set(pk, [...(byKey.get(pk) ?? []), email]);
  }
  const keys = [...byKey.keys()].map((pk) => ({ pk, sk: 'address' as const }));
  const found = await world.db.getMany(markedAddresses, keys);
  return new Set(found.filter(({ trouble }) => trouble).flatMap(({ pk }) => byKey.get(pk) ?? []));
};

/** From the lightest to the gravest: a bounce says more than a wish. The gravest stays. */
const GRAVITY: readonly AddressTrouble[] = ['unsubscribed', 'complained', 'bounced'];

/**
 * No more mail to this address. Idempotent.
 * @param mailedAt when the mail went that this is about: what staff said since then counts more
 * @returns whether the address gets no mail now
 */
export const markAddress = async (
  world: World,
  email: string,
  trouble: AddressTrouble,
  mailedAt?: string,
): Promise<boolean> => {
  const lighter = GRAVITY.slice(0, GRAVITY.indexOf(trouble));
  const values = Object.fromEntries(lighter.map((t, i) => [`:lighter${i}`, t]));
  const free = ['attribute_not_exists(trouble)', ...Object.keys(values).map((name) => `trouble = ${name}`)];
  const written = await world.db.updateIf(markedAddresses, keyOf(world, email), {
    set: { trouble, at: iso(world.now()) },
    if: `(${free.join(' OR ')})${mailedAt ? ' AND (attribute_not_exists(worksSince) OR worksSince < :mailedAt)' : ''}`,
    values: { ...values, ...(mailedAt && { ':mailedAt': mailedAt }) },
  });
  return written.ok || (await troubleOf(world, email)) !== undefined;
};

/**
 * Staff know that an address works, or is wanted again: whatever the mark was, it goes. What is reported later of a
 * mail that went before says nothing new.
 */
export const liftMark = async (world: World, email: string): Promise<void> => {
  const at = iso(world.now());
  await world.db.update(markedAddresses, keyOf(world, email), {
    set: { trouble: undefined, at, worksSince: at },
  });
};

/** Undoes an unsubscription; an address that bounced stays marked. */
export const unmarkAddress = async (world: World, email: string): Promise<void> => {
  await world.db.updateIf(markedAddresses, keyOf(world, email), {
    set: { trouble: undefined, at: iso(world.now()) },
    if: 'trouble = :trouble',
    values: { ':trouble': 'unsubscribed' },
  });
};
