import { saveAnswer } from '../inquiries/answer';
import type { Through } from '../inquiries/inquiry';
import { getInquiry, readByLink } from '../inquiries/read';
import { type FieldError, Problem } from '../platform/problem/problem';
import { localDate } from '../platform/time/dates';
import type { World } from '../platform/world/world';
import { CONFIRMATION, type Confirmation, type Confirmed } from './confirmation';
import { peopleOf } from './people';

export const getConfirmation = (world: World, id: string): Promise<Confirmation> =>
  getInquiry<Confirmation>(world, id, CONFIRMATION);

/** A confirmation by its link. @throws Problem as `readByLink` */
export const openConfirmation = (world: World, token: string): Promise<Confirmation> =>
  readByLink<Confirmation>(world, token, CONFIRMATION);

interface Answering {
  version: number;
  said: Confirmed;
}

const twice = (ids: readonly string[]): boolean => new Set(ids).size < ids.length;

/**
 * Each person of the list is named once, as serving or as stopped, and no others are. The list may have changed since the page
 * was shown.
 * @throws Problem invalid `confirmation-list` at `serving`; `team-missing` and `day-ahead` at the rows
 */
const mustFit = async (world: World, confirmation: Confirmation, said: Confirmed): Promise<void> => {
  const list = await peopleOf(world, confirmation);
  const listed = new Set(list.flatMap(({ people }) => people.map(({ id }) => id)));
  const ids = [...said.serving, ...said.stopped.map(({ mediatorId }) => mediatorId)];
  const today = localDate(world.now());
  const errors: FieldError[] = [];
  if (twice(ids) || ids.length !== listed.size || ids.some((id) => !listed.has(id)))
    errors.push({ path: 'serving', code: 'confirmation-list' });
  said.stopped.forEach(({ on }, i) => {
    if (on > today) errors.push({ path: `stopped.${i}.on`, code: 'day-ahead' });
  });
  said.missing.forEach(({ on, teamId }, i) => {
    if (on > today) errors.push({ path: `missing.${i}.on`, code: 'day-ahead' });
    if (!list.some(({ team }) => team.id === teamId))
      errors.push({ path: `missing.${i}.teamId`, code: 'team-missing' });
  });
  if (errors.length) throw new Problem('invalid', 'invalid', {}, errors);
};

const answer = async (
  world: World,
  confirmation: Confirmation,
  answering: Answering & { through: Through },
): Promise<Confirmation> => {
  const isOpen = confirmation.status === 'asked' || confirmation.status === 'answered';
  if (isOpen) await mustFit(world, confirmation, answering.said);
  return saveAnswer(world, confirmation, answering);
};

/**
 * The commune confirms its list, or changes that. Nothing is written to the register.
 * @throws Problem as `readByLink`; gone `inquiry-closed`; stale `inquiry-stale`; invalid as `mustFit` says
 */
export const answerConfirmation = async (
  world: World,
  token: string,
  answering: Answering,
): Promise<Confirmation> =>
  answer(world, await openConfirmation(world, token), { ...answering, through: 'link' });

/** Staff enter an answer that came by phone or letter, or their own of the area. @throws Problem as `answerConfirmation` */
export const enterConfirmation = async (
  world: World,
  id: string,
  answering: Answering & { through: Exclude<Through, 'link'> },
): Promise<Confirmation> => answer(world, await getConfirmation(world, id), answering);
