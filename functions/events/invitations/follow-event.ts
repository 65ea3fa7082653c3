import { Problem } from '../../platform/problem/problem';
import type { World } from '../../platform/world/world';
import { deadlineAlong } from '../event/deadlines';
import type { Event } from '../event/event';
import { datedLines, wordsAlong } from '../letters/dated-lines';
import { change } from './change';
import type { Invitation } from './invitation';
import { respondByFor } from './invite';
import { getInvitation, listInvitations } from './list';

/**
 * An event moved: the days until which bodies are asked to answer go with it, so that whoever cannot come on
 * the new day can still say so by their link, and so do the letters' lines of time and place. Safe to repeat.
 */
export const followEvent = async (world: World, event: Event): Promise<void> => {
  const invitations = await listInvitations(world, event.id);
  await Promise.all(invitations.map((i) => followOne(world, event, i)));
};

type Followed = Pick<
  Invitation,
  'respondBy' | 'reckonedFrom' | 'letterText' | 'said' | 'signedLetter' | 'signedAt'
>;

/** What of an invitation is another now; undefined where it stands as it is. */
export const followed = (world: World, event: Event, i: Followed): Partial<Followed> | undefined => {
  const { respondBy: deadline, reckonedFrom, letterText, said } = i;
  const next = deadlineAlong(event, { deadline, reckonedFrom }, world.now(), () =>
    respondByFor(world, event),
  );
  // Without a date the letter waits for one.
  const stands = event.status === 'cancelled' || event.undated;
  const words = said && !stands ? wordsAlong(letterText, said, datedLines(event)) : undefined;
  if (!next && !words) return undefined;
  return {
    ...(next && { respondBy: next.deadline, reckonedFrom: next.reckonedFrom }),
    // What was signed says it as it was.
    ...(words && { letterText: words.text, said: words.said, signedLetter: undefined, signedAt: undefined }),
  };
};

const followOne = async (world: World, event: Event, i: Invitation): Promise<void> => {
  const next = i.status === 'revoked' ? undefined : followed(world, event, i);
  if (!next) return;
  try {
    await change(world, i.id, i.version, next, ['prepared', 'issued']);
  } catch (error) {
    if (!(error instanceof Problem && error.kind === 'stale')) throw error;
    // Another hand was first, or the list trails.
    await followOne(world, event, await getInvitation(world, i.id));
  }
};
