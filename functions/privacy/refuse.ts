import * as z from 'zod';
import { type ForgetRequest, requestKey, requests } from '../events/person/forget-request';
import { createDueDeliveries } from '../notices/due-deliveries';
import { readSubject } from '../notices/read-subject';
import { recordChange } from '../platform/audit/taken';
import { prose } from '../platform/input/fields';
import { noteSecurity } from '../platform/keys/security-log';
import { Problem } from '../platform/problem/problem';
import { iso } from '../platform/time/dates';
import type { World } from '../platform/world/world';

export const RefusalInput = z.strictObject({
  refusal: prose(1_000).pipe(z.string().min(1, 'required')).describe('Why, in words for the person'),
});
export type RefusalInput = z.output<typeof RefusalInput>;

/**
 * A request is not carried out, for a reason that the law knows: the data are needed for a payment, a dispute, an audit. The
 * person is told the reason and where to object, by mail or by a call, and may ask again.
 * @throws Problem conflict `request-over` where none waits: taken back, refused or done meanwhile
 */
export const refuseRequest = async (
  world: World,
  id: string,
  { refusal }: RefusalInput,
): Promise<ForgetRequest> => {
  const refused = await world.db.updateIf<ForgetRequest>(requests, requestKey(id), {
    set: { open: 'refused', refusedAt: iso(world.now()), refusal },
    if: '#open = :waits',
    names: { '#open': 'open' },
    values: { ':waits': 'request' },
    returns: 'ALL_NEW',
  });
  if (!refused.ok) throw new Problem('conflict', 'request-over');
  const request = refused.item!;
  await recordChange(world, {
    pk: request.registrationId ?? id,
    table: 'privacy',
    what: 'changed',
    fields: { forgetRequest: { to: 'refused' } },
  });
  noteSecurity(world, 'forget-request-refused');
  await tellAnswer(world, request);
  return request;
};

/**
 * Writes the notice of a refusal, or drops one that is due no more. This table has no stream: `open` says that the notice
 * is still to be written, so the clock writes it where a request stopped before this.
 */
export const tellAnswer = async (world: World, { id, refusedAt }: ForgetRequest): Promise<void> => {
  const readAt = world.now();
  const subject = await readSubject(world, id);
  if (subject) await createDueDeliveries(world, subject, readAt);
  if (!refusedAt) return;
  await world.db.updateIf<ForgetRequest>(requests, requestKey(id), {
    set: { open: undefined },
    if: '#open = :refused AND refusedAt = :at',
    names: { '#open': 'open' },
    values: { ':refused': 'refused', ':at': refusedAt },
  });
};

/** For the clock: the notices of refusals that a request left unwritten. */
export const tendRefusals = async (world: World): Promise<void> => {
  const untold = await world.db.all(requests, {
    index: 'open',
    where: '#open = :open',
    names: { '#open': 'open' },
    values: { ':open': 'refused' },
  });
  for (const request of untold) await tellAnswer(world, request);
};
