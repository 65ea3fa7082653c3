import { randomUUID } from 'node:crypto';
import { missing, Problem } from '../../../platform/problem/problem';
import { iso } from '../../../platform/time/dates';
import type { World } from '../../../platform/world/world';
import { isPresent } from '../../../seats/ledger/entry';
import { locate, targetId } from '../../../seats/ledger/ids';
import type { Leaving } from '../../../seats/ledger/ledger';
import { leave } from '../../../seats/protocol/leave';
import { ledgerOf } from '../../../seats/tables/ledger-tables';
import type { Registration } from '../registration';
import { type Asked, markedPresent } from './present';
import type { Proof } from './proof';

/**
 * "Báo không tham dự": the person cannot come, and the first in the queue gets the seat. Idempotent.
 * @example await withdraw(world, { id: registration.id, code: '472915608', phone: '0912345678' });
 * @throws Problem `registration-missing` where code and phone are not the registration's; `marked-present` where they
 *   were seen at the event
 */
export const withdraw = (
  world: World,
  { id, code, phone }: Proof,
  { evenIfPresent = false }: Asked = {},
): Promise<void> =>
  leaveEvent(world, id, {
    unlessPresent: !evenIfPresent,
    from: ['confirmed', 'waitlisted', 'pending'],
    to: 'cancelled',
    how: 'self',
    proof: { code, phone },
  });

/** How staff take a person off. */
interface TakingOff extends Asked {
  how?: 'organizer' | 'nominator';
  /** The person rang and said so: they know, and are not told. */
  atOwnRequest?: boolean;
}

/**
 * The organizer, or the officer who nominated, cancels: for a reason that the person is told, or because the person
 * asked for it.
 * @throws Problem conflict `marked-present` where they were seen at the event; what they attended stays in any case
 */
export const cancelByStaff = (
  world: World,
  id: string,
  reason: string | undefined,
  { evenIfPresent = false, how = 'organizer', atOwnRequest = false }: TakingOff = {},
): Promise<void> =>
  leaveEvent(world, id, {
    from: ['confirmed', 'waitlisted', 'pending'],
    to: 'cancelled',
    how: atOwnRequest ? 'self' : how,
    ...(reason && { reason }),
    unlessPresent: !evenIfPresent,
  });

/**
 * The organizer found no person behind a registration. No call is made for it; a mail goes only where one went before,
 * in case there is a person after all. It can be restored.
 */
export const cancelInvented = (world: World, id: string): Promise<void> =>
  leaveEvent(world, id, {
    from: ['confirmed', 'waitlisted', 'pending'],
    to: 'cancelled',
    how: 'invented',
    unlessPresent: true,
  });

/** The organizer says no to a registration that is pending or waits. @throws Problem conflict `marked-present` */
export const decline = (
  world: World,
  id: string,
  reason?: string,
  { evenIfPresent = false }: Asked = {},
): Promise<void> =>
  leaveEvent(world, id, {
    from: ['pending', 'waitlisted'],
    to: 'declined',
    how: 'organizer',
    unlessPresent: !evenIfPresent,
    ...(reason && { reason }),
  });

/** Four calls where the first in line is promoted: the write, the look at the queue, swap, confirm. */
export const leaveEvent = async (
  world: World,
  id: string,
  leaving: Omit<Leaving, 'exit' | 'at'>,
): Promise<void> => {
  const at = locate(id);
  if (!at) throw missing('registration');
  const left = await leave(ledgerOf<Registration>(world), at, {
    ...leaving,
    exit: randomUUID(),
    at: iso(world.now()),
  });
  if (left.ok) return;
  const { found } = left;
  if (found && 'pointsTo' in found) return leaveEvent(world, targetId(found), leaving);
  if (!found || (leaving.proof && !proves(found, leaving.proof))) throw missing('registration');
  if (found.status === leaving.to) return; // a repeat
  if (leaving.unlessPresent && leaving.from.includes(found.status) && isPresent(found))
    throw markedPresent(found);
  throw new Problem('conflict', 'registration-not-active');
};

const proves = (r: Registration, proof: { code: string; phone: string }) =>
  r.code === proof.code && r.phone === proof.phone;
