import * as z from 'zod';
import { idOf } from '../../../platform/input/fields';
import type { World } from '../../../platform/world/world';
import { type Invitation, Terms } from '../invitation';
import { invite } from '../invite';
import { mustHaveMembers, readLetter } from './members';

/** Who is added to a letter; on the terms of the others, where it names none. */
export const Addition = z.strictObject({
  bodyIds: z.array(idOf('bod')).min(1, 'bodies-required').max(100),
  ...Terms.omit({ letterText: true }).shape,
});
export type Addition = z.output<typeof Addition>;

/**
 * Adds bodies to a letter, with its words. They wait to be sent; once the letter is signed they are an addendum.
 * @throws Problem as `invite`; missing `letter-unknown`; conflict `letter-empty`
 */
export const addToLetter = async (
  world: World,
  id: string,
  { bodyIds, seatsOffered, respondBy }: Addition,
): Promise<Invitation[]> => {
  const many = await readLetter(world, id);
  mustHaveMembers(many);
  const { letterText, ...like } = many.members[0]!;
  const input = {
    bodyIds,
    seatsOffered: seatsOffered ?? like.seatsOffered,
    respondBy: respondBy ?? like.respondBy,
    letterText,
    hold: true,
  };
  return invite(world, many.letter.eventId, input, many.letter);
};
