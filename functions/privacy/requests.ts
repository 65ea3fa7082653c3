import * as z from 'zod';
import { privacyTable } from '../events/person/forgotten';
import { type Proof, provenRegistration } from '../events/registrations/change/proof';
import { prose } from '../platform/input/fields';
import { Problem } from '../platform/problem/problem';
import { table } from '../platform/store/table';
import { DAY, iso } from '../platform/time/dates';
import type { World } from '../platform/world/world';

/** Within so many days a request must be carried out: the public page about personal data promises it. */
export const ANSWER_DAYS = 15;

/** A person asks, from the page of their own registration, that their data be erased. */
export interface ForgetRequest {
  pk: 'request';
  /** The registration from which they asked, and what for. */
  sk: string;
  id: string;
  eventId: string;
  askedAt: string;
  /** The last moment of the promise. */
  dueAt: string;
  doneAt?: string;
  /** When it was refused, and why, in words for the person. Asked again, it is a new request. */
  refusedAt?: string;
  refusal?: string;
  /** Index key until it is done or refused. */
  open?: 'request';
  by?: string;
}
const requests = table<ForgetRequest>(privacyTable);
const requestKey = (id: string) => ({ pk: 'request' as const, sk: `${id}#forget` });

/**
 * The person asks to be forgotten. Asked twice, the first time counts.
 * @throws Problem missing `registration-missing` where code and phone are not the registration's
 */
export const askToBeForgotten = async (world: World, proof: Proof): Promise<ForgetRequest> => {
  const { id, eventId } = await provenRegistration(world, proof);
  const now = world.now();
  const request: ForgetRequest = {
    ...requestKey(id),
    id,
    eventId,
    askedAt: iso(now),
    dueAt: iso(now + ANSWER_DAYS * DAY),
    open: 'request',
  };
  const written = await world.db.putIf(requests, request, {
    if: 'attribute_not_exists(pk) OR attribute_exists(refusedAt)',
  });
  return written.ok ? request : (written.found ?? request);
};

/** They changed their mind before it was done. Idempotent. */
export const withdrawRequest = async (world: World, proof: Proof): Promise<void> => {
  const { id } = await provenRegistration(world, proof);
  await world.db.deleteIf(requests, requestKey(id), {
    if: 'attribute_not_exists(doneAt) AND attribute_not_exists(refusedAt)',
  });
};

export const RefusalInput = z.object({
  refusal: prose(1_000).pipe(z.string().min(1, 'required')),
});
export type RefusalInput = z.output<typeof RefusalInput>;

/**
 * A request is not carried out, for a reason that the law knows: the data are needed for a payment, a dispute, an audit. The
 * person reads the reason on their own page, and may ask again.
 * @throws Problem conflict `request-over` where none waits: taken back, refused or done meanwhile
 */
export const refuseRequest = async (
  world: World,
  id: string,
  { refusal }: RefusalInput,
): Promise<ForgetRequest> => {
  const refused = await world.db.updateIf<ForgetRequest>(requests, requestKey(id), {
    set: { open: undefined, refusedAt: iso(world.now()), refusal },
    if: 'attribute_exists(#open)',
    names: { '#open': 'open' },
    returns: 'ALL_NEW',
  });
  if (!refused.ok) throw new Problem('conflict', 'request-over');
  return refused.item!;
};

/** What the person of a registration asked for; undefined where they asked for nothing. */
export const requestOf = (world: World, id: string): Promise<ForgetRequest | undefined> =>
  world.db.get(requests, requestKey(id), { consistent: true });

/** What waits for an answer, the most urgent first. */
export const openRequests = (world: World): Promise<ForgetRequest[]> =>
  world.db.all(requests, {
    index: 'open',
    where: '#open = :open',
    names: { '#open': 'open' },
    values: { ':open': 'request' },
  });

/** The people of these registrations were forgotten: their requests are done. */
export const closeRequests = async (world: World, ids: readonly string[]): Promise<void> => {
  for (const id of ids)
    await world.db.updateIf(requests, requestKey(id), {
      set: { open: undefined, refusal: undefined, doneAt: iso(world.now()) },
      if: 'attribute_exists(pk) AND attribute_not_exists(doneAt)',
    });
};
