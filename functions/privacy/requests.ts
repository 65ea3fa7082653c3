import * as z from 'zod';
import {
  type Asker,
  type ForgetRequest,
  findRequest,
  requestIdOf,
  requestIdOfAsker,
  requestKey,
  requests,
} from '../events/person/forget-request';
import { soughtHashes } from '../events/person/forgotten';
import { type Proof, provenRegistration } from '../events/registrations/change/proof';
import { getRegistration } from '../events/registrations/find';
import { isDelegate } from '../events/registrations/registration';
import { recordChange } from '../platform/audit/taken';
import { email, optional, personName, phone } from '../platform/input/fields';
import { noteSecurity } from '../platform/keys/security-log';
import { invalid, missing, Problem } from '../platform/problem/problem';
import { DAY, iso } from '../platform/time/dates';
import type { World } from '../platform/world/world';
import { type Asked, findPersonData } from './find';
import { tellAnswer } from './refuse';

/** Within so many days a request must be carried out: the public page about personal data promises it. */
export const ANSWER_DAYS = 15;

type Put = Pick<ForgetRequest, 'id' | 'registrationId' | 'eventId' | 'asker' | 'hashes' | 'personHash'>;

/** Asked twice, the first time counts; after a refusal it is a new request, and the old answer is told no more. */
const put = async (world: World, one: Put): Promise<{ request: ForgetRequest; isNew: boolean }> => {
  const now = world.now();
  const request: ForgetRequest = {
    ...requestKey(one.id),
    ...one,
    askedAt: iso(now),
    dueAt: iso(now + ANSWER_DAYS * DAY),
    open: 'request',
  };
  const written = await world.db.putIf(requests, request, {
    // A person without a registration may ask again after it was done: then they came back.
    if: one.registrationId
      ? 'attribute_not_exists(pk) OR (attribute_exists(refusedAt) AND attribute_not_exists(doneAt))'
      : 'attribute_not_exists(pk) OR attribute_exists(refusedAt) OR attribute_exists(doneAt)',
  });
  if (!written.ok) return { request: written.found ?? request, isNew: false };
  await tellAnswer(world, request);
  return { request, isNew: true };
};

/**
 * The person asks to be forgotten.
 * @throws Problem missing `registration-missing` where code and phone are not the registration's
 */
export const askToBeForgotten = async (world: World, proof: Proof): Promise<ForgetRequest> => {
  const { id, eventId } = await provenRegistration(world, proof);
  return (await put(world, { id: requestIdOf(id), registrationId: id, eventId })).request;
};

/** They changed their mind before it was done. Idempotent. */
export const withdrawRequest = async (world: World, proof: Proof): Promise<void> => {
  const { id } = await provenRegistration(world, proof);
  await world.db.deleteIf(requests, requestKey(requestIdOf(id)), {
    if: 'attribute_not_exists(doneAt) AND attribute_not_exists(refusedAt)',
  });
};

export const AskerInput = z.strictObject({
  fullName: personName,
  phone,
  email: optional(email.describe('Where the answer goes; without one the person is called')),
});

/**
 * A member of staff writes down the request of a person who asked by phone, by letter or at the office. Where the person
 * has a registration, the request is that registration's, as if they had asked on their own page.
 * @throws Problem invalid `person-missing` at `fullName` where nothing is kept of such a person
 */
export const requestForPerson = async (world: World, asker: Asker): Promise<ForgetRequest> => {
  const { person, kept } = await findPersonData(world, asker);
  // What a request that was done leaves in the history is nothing of the person.
  if (!kept.some(({ place }) => place !== 'history')) throw invalid('fullName', 'person-missing');
  const registrations = await Promise.all(person.ids.map((id) => getRegistration(world, id)));
  const [latest] = registrations
    .filter((r) => !isDelegate(r) && !r.forgotten)
    .sort((a, b) => (a.createdAt < b.createdAt ? 1 : -1));
  const hashes = soughtHashes(world, asker);
  const { request, isNew } = await put(
    world,
    latest
      ? { id: requestIdOf(latest.id), registrationId: latest.id, eventId: latest.eventId }
      : { id: requestIdOfAsker(hashes), asker, hashes, personHash: hashes.at(-1)! },
  );
  if (isNew) {
    await recordChange(world, {
      pk: request.registrationId ?? request.id,
      table: 'privacy',
      what: 'changed',
      fields: { forgetRequest: { to: 'asked' } },
    });
    noteSecurity(world, 'forget-request-added');
  }
  return request;
};

/** @throws Problem missing `request-missing` */
export const getRequest = async (world: World, id: string): Promise<ForgetRequest> => {
  const found = await findRequest(world, id);
  if (!found) throw missing('request');
  return found;
};

/** Who the person of a request is. @throws Problem conflict `request-over` where they were forgotten */
export const askedBy = ({ registrationId, asker, doneAt }: ForgetRequest): Asked => {
  if (!doneAt && registrationId) return { id: registrationId };
  if (doneAt || !asker) throw new Problem('conflict', 'request-over');
  return asker;
};

/** What the person of a registration asked for; undefined where they asked for nothing. */
export const requestOf = (world: World, registrationId: string): Promise<ForgetRequest | undefined> =>
  findRequest(world, requestIdOf(registrationId));

/** What was refused and not carried out since, the latest first. */
export const refusedRequests = async (world: World): Promise<ForgetRequest[]> => {
  const refused = await world.db.all(requests, {
    where: 'pk = :pk',
    filter: 'attribute_exists(refusedAt) AND attribute_not_exists(doneAt)',
    values: { ':pk': 'request' },
  });
  return refused.sort((a, b) => (a.refusedAt! < b.refusedAt! ? 1 : -1));
};

/** What waits for an answer, the most urgent first. */
export const openRequests = (world: World): Promise<ForgetRequest[]> =>
  world.db.all(requests, {
    index: 'open',
    where: '#open = :open',
    names: { '#open': 'open' },
    values: { ':open': 'request' },
  });
