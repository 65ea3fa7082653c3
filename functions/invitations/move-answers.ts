import { deadlineAlong } from '../events/deadline-along';
import type { Event } from '../events/event';
import { Problem } from '../problem';
import type { World } from '../world';
import { change } from './change';
import type { Invitation } from './invitation';
import { respondByFor } from './invite';
import { getInvitation, listInvitations } from './list';

/**
 * An event's date moved: the days until which bodies are asked to answer go with it, so that whoever cannot
 * come on the new day can still say so by their link. Safe to repeat.
 */
export const moveAnswers = async (world: World, event: Event): Promise<void> => {
  const invitations = await listInvitations(world, event.id);
  await Promise.all(invitations.map((i) => moveOne(world, event, i)));
};

/** What of an invitation is another now; undefined where it stands as it is. Pure but for the clock. */
export const movedTerms = (
  world: World,
  event: Event,
  { respondBy: deadline, reckonedFrom }: Pick<Invitation, 'respondBy' | 'reckonedFrom'>,
): Pick<Invitation, 'respondBy' | 'reckonedFrom'> | undefined => {
  const next = deadlineAlong(event, { deadline, reckonedFrom }, world.now(), () =>
    respondByFor(world, event),
  );
  return next && { respondBy: next.deadline, reckonedFrom: next.reckonedFrom };
};

const moveOne = async (world: World, event: Event, i: Invitation): Promise<void> => {
  const next = i.status === 'revoked' ? undefined : movedTerms(world, event, i);
  if (!next) return;
  try {
    await change(world, i.id, i.version, next, ['prepared', 'issued']);
  } catch (error) {
    if (!(error instanceof Problem && error.kind === 'stale')) throw error;
    // Another hand was first, or the list trails.
    await moveOne(world, event, await getInvitation(world, i.id));
  }
};
