import type { Account } from '../directory/accounts/account';
import { allUnits } from '../directory/units/list';
import { end } from '../inquiries/change';
import { daysLate } from '../inquiries/days';
import { listInquiries } from '../inquiries/list';
import { Problem } from '../platform/problem/problem';
import type { World } from '../platform/world/world';
import { mayRegister } from '../register/teams/may';
import { getConfirmation } from './answer';
import { CONFIRMATION, type Confirmation } from './confirmation';

export const CONFIRM_STATES = ['late', 'asked', 'answered', 'closed', 'withdrawn'] as const;
export type ConfirmState = (typeof CONFIRM_STATES)[number];

/** The confirmations of a state, late ones first, then the newest. Pure. */
export const inConfirmations = (
  all: readonly Confirmation[],
  state: ConfirmState | undefined,
  now: number,
): Confirmation[] =>
  all
    .filter((one) => !state || (state === 'late' ? daysLate(one, now) > 0 : one.status === state))
    .sort((a, b) => daysLate(b, now) - daysLate(a, now) || b.createdAt.localeCompare(a.createdAt));

/** Every confirmation, the newest first. One call. */
export const readConfirmations = (world: World): Promise<Confirmation[]> =>
  listInquiries<Confirmation>(world, CONFIRMATION);

/**
 * What an account may do: who sees the teams of a commune sees whether it confirmed them; who may see its people reads the
 * answer; who may edit them enters one; organizers ask and take over.
 */
export const confirmationRights = async (world: World, account: Account | undefined) => {
  const units = await allUnits(world);
  return {
    write: mayRegister(account, units).setRules,
    of: ({ about }: Pick<Confirmation, 'about'>) => {
      const { seeTeams, seePeople, edit } = mayRegister(account, units, about.unitId);
      return { see: seeTeams, read: seePeople, enter: edit };
    },
  };
};

/** @throws Problem forbidden for all but organizers */
export const mustAskConfirmations = async (world: World, account: Account | undefined): Promise<void> => {
  if (!(await confirmationRights(world, account)).write) throw new Problem('forbidden', 'forbidden');
};

/** A confirmation that the account may read or answer. @throws Problem missing `inquiry-missing`; forbidden */
export const allowedConfirmation = async (
  world: World,
  account: Account | undefined,
  id: string,
  right: 'read' | 'enter',
): Promise<Confirmation> => {
  const confirmation = await getConfirmation(world, id);
  const { of } = await confirmationRights(world, account);
  if (!of(confirmation)[right]) throw new Problem('forbidden', 'forbidden');
  return confirmation;
};

/** Ends a confirmation, with what came of it. @throws Problem conflict `confirmation-not-answered`, `inquiry-over`; stale */
export const closeConfirmation = async (
  world: World,
  id: string,
  { version, words }: { version: number; words: string },
): Promise<Confirmation> => {
  if ((await getConfirmation(world, id)).status === 'asked')
    throw new Problem('conflict', 'confirmation-not-answered');
  return end<Confirmation>(world, { id, kind: CONFIRMATION, version }, { as: 'closed', words });
};

/** Takes it back; a commune that was told of it is told the reason. @throws Problem conflict `inquiry-over`; stale */
export const withdrawConfirmation = (
  world: World,
  id: string,
  { version, words }: { version: number; words: string },
): Promise<Confirmation> =>
  end<Confirmation>(world, { id, kind: CONFIRMATION, version }, { as: 'withdrawn', words });
