import { Problem } from '../../../platform/problem/problem';
import type { World } from '../../../platform/world/world';
import { inPortion, PORTION_MS } from '../../rosters/portion';
import type { Invitation } from '../invitation';
import { issue } from '../issue';
import { getInvitation } from '../list';
import { notInvitableBecause } from '../may';
import { mustHaveMembers, readLetter } from './members';
import { handOut } from './sign';

/** What one act of sending came to. */
export interface Sending {
  sent: Invitation[];
  /** Not sent, and why. */
  refused: { member: Invitation; problem: Problem }[];
  /** For which there was no time: send again. */
  left: number;
}

/**
 * Sends a letter to all its addressees who do not have it yet; with the signed letter, where there is one. Idempotent:
 * what one request had no time for, or what was refused, is sent by the next one.
 * @throws Problem missing `letter-unknown`; conflict `letter-empty`, and as `invite` where the event takes no invitations
 */
export const sendLetter = async (world: World, id: string): Promise<Sending> => {
  const many = await readLetter(world, id);
  mustHaveMembers(many);
  const refusal = notInvitableBecause(many.event, world.now(), false);
  if (refusal) throw refusal;
  const waiting = many.members.filter(({ status }) => status === 'prepared');
  await handOut(world, { ...many, members: waiting });
  const until = world.now() + PORTION_MS;
  const outcomes = await inPortion(
    waiting,
    (member) => sendOne(world, member),
    () => world.now() < until,
  );
  return {
    sent: outcomes.flatMap(({ member, problem, elsewhere }) => (problem || elsewhere ? [] : [member])),
    refused: outcomes.flatMap(({ member, problem }) => (problem ? [{ member, problem }] : [])),
    left: waiting.length - outcomes.length,
  };
};

interface Outcome {
  member: Invitation;
  problem?: Problem;
  /** Another request has sent it in this moment, e.g. a second press of the button. */
  elsewhere?: boolean;
}

const sendOne = async (world: World, member: Invitation): Promise<Outcome> => {
  try {
    return { member: await issue(world, member.id, member.version) };
  } catch (problem) {
    if (!(problem instanceof Problem)) throw problem;
    const now = problem.kind === 'stale' ? await getInvitation(world, member.id) : member;
    return now.status === 'issued' ? { member: now, elsewhere: true } : { member, problem };
  }
};
