import type { Body } from '../../directory/bodies/body';
import { getBody } from '../../directory/bodies/get';
import { readOffice } from '../../documents/office';
import { linkToken, tokenHash } from '../../platform/keys/link-token';
import { invalid, Problem } from '../../platform/problem/problem';
import { trimLines } from '../../platform/text/text';
import { iso } from '../../platform/time/dates';
import type { World } from '../../platform/world/world';
import type { Event } from '../event/event';
import { getEvent } from '../event/get';
import { datedLines } from '../letters/dated-lines';
import { defaultLetterText } from '../letters/default-text';
import { addMembers, createLetter, discardLetter } from '../letters/keep';
import type { SharedLetter } from '../letters/shared-letter';
import { signerFor } from '../letters/signers';
import { respondByFor } from './answer-deadline';
import {
  type Invitation,
  type InvitationInput,
  invitationId,
  invitationKey,
  invitationsTable,
} from './invitation';
import { notInvitableBecause } from './may';

/**
 * Invites bodies to an event: each gets a letter, a personal link and, unless `hold`, its mail. A body whose
 * invitation was revoked is invited again, with a new link.
 * @param joined the letter to many that they are added to; left out, a letter as the input says
 * @returns the new invitations, in the order of the bodies
 * @throws Problem invalid `already-invited`, `body-unknown`, `respond-by-past`, `respond-after-event`;
 *   conflict `invite-draft`, `invite-postponed`, `invite-cancelled`, `invite-past`; missing
 * @example const [invitation] = await invite(world, event.id, { bodyId: body.id, seatsOffered: 2 });
 */
export const invite = async (
  world: World,
  eventId: string,
  input: Partial<InvitationInput>,
  joined?: SharedLetter,
): Promise<Invitation[]> => {
  const event = await getEvent(world, eventId);
  const made: Invitation[] = [];
  const refused: Invitation[] = [];
  const planned = await planInvitations(world, event, input);
  const letter = await letterFor(world, event, input, { planned, joined });
  for (const plan of planned) {
    const invitation = { ...plan, ...letter };
    const written = await world.db.putIf(invitationsTable, invitation, {
      if: 'attribute_not_exists(pk) OR #status = :revoked',
      names: { '#status': 'status' },
      values: { ':revoked': 'revoked' },
    });
    // Refused: another request has invited this body in the meantime.
    (written.ok ? made : refused).push(invitation);
  }
  if (made.length === 0) {
    if (!joined && letter.letterId) await discardLetter(world, letter.letterId);
    throw alreadyInvited(refused);
  }
  return made;
};

/** The letter to many that the bodies get, or who signs the letter of each. */
const letterFor = async (
  world: World,
  event: Event,
  { letterFor, signer }: Partial<InvitationInput>,
  { planned, joined }: { planned: readonly Invitation[]; joined: SharedLetter | undefined },
): Promise<Pick<Invitation, 'letterId' | 'signer'>> => {
  const members = planned.map(({ id }) => id);
  if (joined) return { letterId: (await addMembers(world, joined, members)).id };
  if (letterFor !== 'all') return { signer: await signerFor(world, signer) };
  const { id } = await createLetter(world, event.id, { signer, members });
  return { letterId: id };
};

/** The invitations that `invite` would write, after all checks. Writes nothing. */
export const planInvitations = async (
  world: World,
  event: Event,
  input: Partial<InvitationInput>,
): Promise<Invitation[]> => {
  const ids = [...new Set([...(input.bodyId ? [input.bodyId] : []), ...(input.bodyIds ?? [])])];
  if (ids.length === 0) throw invalid('bodyIds', 'bodies-required');
  const hold = input.hold ?? false;
  const refusal = notInvitableBecause(event, world.now(), hold);
  if (refusal) throw refusal;
  const respondBy = respondByFor(world, event, input.respondBy);
  const [office, bodies] = await Promise.all([
    readOffice(world),
    Promise.all(ids.map((id) => bodyAt(world, id, input))),
  ]);
  const existing = await world.db.getMany(
    invitationsTable,
    ids.map((id) => invitationKey(invitationId(event.id, id))),
  );
  const active = existing.filter((i) => i.status !== 'revoked');
  if (active.length) throw alreadyInvited(active);
  const now = iso(world.now());
  return bodies.map((body) => {
    const before = existing.find((i) => i.bodyId === body.id);
    const id = invitationId(event.id, body.id);
    const turn = (before?.turn ?? 0) + (hold ? 0 : 1);
    return {
      ...invitationKey(id),
      id,
      eventId: event.id,
      bodyId: body.id,
      bodyName: body.name,
      seatsOffered: input.seatsOffered ?? 1,
      respondBy,
      reckonedFrom: event.startsAt,
      letterText: trimLines(input.letterText) || defaultLetterText(event, office.name),
      said: datedLines(event),
      status: hold ? 'prepared' : 'issued',
      turn,
      ...(!hold && { issuedAt: now, known: { turn: event.turn, schedule: event.schedule } }),
      // A held letter has no link yet: issuing it makes a new turn, with the secret of its link.
      tokenHash: tokenHash(linkToken(world, id, turn)),
      ...(before?.party && { party: before.party }),
      version: (before?.version ?? 0) + 1,
      createdAt: now,
      updatedAt: now,
    };
  });
};

/** @throws Problem invalid `body-unknown` at the field that has this id */
const bodyAt = async (world: World, id: string, input: Partial<InvitationInput>): Promise<Body> => {
  try {
    return await getBody(world, id);
  } catch (error) {
    if (!(error instanceof Problem) || error.code !== 'body-missing') throw error;
    const nth = input.bodyIds?.indexOf(id) ?? -1;
    throw invalid(nth < 0 ? 'bodyId' : `bodyIds.${nth}`, 'body-unknown');
  }
};

const alreadyInvited = (which: readonly Invitation[]) =>
  invalid('bodyIds', 'already-invited', { names: which.map((i) => i.bodyName).join(', ') });
