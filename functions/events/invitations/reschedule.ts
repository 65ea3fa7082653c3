import type { World } from '../../platform/world/world';
import { movedDeadline } from '../event/deadlines';
import type { Event } from '../event/event';
import { datedLines, updateDatedLines } from '../letters/dated-lines';
import { respondByFor } from './answer-deadline';
import { tryToChange } from './change';
import type { Invitation } from './invitation';
import { getInvitation, listInvitations } from './list';

/**
 * Moves the respond-by days and the letters' lines of time and place with the event, so that a body that
 * cannot come on the new day can still answer by its link. Idempotent.
 */
export const rescheduleInvitations = async (world: World, event: Event): Promise<void> => {
  const invitations = await listInvitations(world, event.id);
  await Promise.all(invitations.map((i) => rescheduleOne(world, event, i)));
};

type Dated = Pick<
  Invitation,
  'respondBy' | 'reckonedFrom' | 'letterText' | 'said' | 'signedLetter' | 'signedAt' | 'answer'
>;

/** What of an invitation changes with the event's time and place; undefined where nothing does. */
export const rescheduled = (world: World, event: Event, i: Dated): Partial<Dated> | undefined => {
  const deadline = movedDeadline(
    event,
    { deadline: i.respondBy, basedOnStart: i.reckonedFrom },
    world.now(),
    () => respondByFor(world, event),
  );
  // Without a new date the letter waits.
  const hasDate = event.status !== 'cancelled' && !event.undated;
  const letter = i.said && hasDate ? updateDatedLines(i.letterText, i.said, datedLines(event)) : undefined;
  if (!deadline && !letter) return undefined;
  return {
    ...(deadline && { respondBy: deadline.deadline, reckonedFrom: deadline.basedOnStart }),
    // An answer of before answers said which date they were for.
    ...(deadline && i.answer && !i.answer.forStart && { answer: { ...i.answer, forStart: i.reckonedFrom! } }),
    ...(letter && { letterText: letter.text, said: letter.lines }),
    // The signed letter has the old lines, or the old day to answer by.
    signedLetter: undefined,
    signedAt: undefined,
  };
};

const rescheduleOne = async (world: World, event: Event, i: Invitation): Promise<void> => {
  const set = i.status === 'revoked' ? undefined : rescheduled(world, event, i);
  if (!set) return;
  const written = await tryToChange(world, i.id, { version: i.version, from: ['prepared', 'issued'], set });
  // Another request was first, or the index is behind the table.
  if (!written.ok) await rescheduleOne(world, event, await getInvitation(world, i.id));
};
