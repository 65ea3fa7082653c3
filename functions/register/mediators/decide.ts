import * as z from 'zod';
import { invalid, Problem } from '../../platform/problem/problem';
import { iso } from '../../platform/time/dates';
import type { World } from '../../platform/world/world';
import { Decision, decisionNumber, mustHaveCome, PastDay } from '../teams/decision';
import { getTeam } from '../teams/get';
import { getMediator } from './get';
import { type Mediator, TRAINER_LEVELS } from './mediator';
import { type State, withStep } from './steps';
import { saveMediator } from './update';

/** An election has minutes rather than a decision, so its number may be left out. */
export const StepInput = z.strictObject({ on: PastDay, number: decisionNumber.optional() });
export type StepInput = z.output<typeof StepInput>;

/**
 * Records what was decided about a mediator. Recognising and dismissing name their decision. What was recorded before
 * stays.
 * @param version the version that the editor read
 * @throws Problem missing `mediator-missing`; stale `mediator-stale`; conflict `step-not-possible`; invalid `required` on
 *   `number`, `day-ahead`, `step-early` on `on`; `team-dissolved` on `teamId` for an election
 */
export const recordStep = async (
  world: World,
  id: string,
  version: number,
  { state, ...said }: StepInput & { state: State },
): Promise<Mediator> => {
  const mediator = await getMediator(world, id);
  if (mediator.version !== version) throw new Problem('stale', 'mediator-stale');
  if (state !== 'elected' && !said.number) throw invalid('number', 'required');
  mustHaveCome(world, said.on, 'on');
  const step = { state, ...said, at: iso(world.now()), who: world.db.actor };
  const steps = withStep(mediator.steps, step);
  if (mediator.state === 'dismissed' && state === 'elected')
    if ((await getTeam(world, mediator.teamId)).dissolved) throw invalid('teamId', 'team-dissolved');
  return saveMediator(world, id, version, { state, steps });
};

export const TrainerInput = Decision.extend({ level: z.enum(TRAINER_LEVELS) });
export type TrainerInput = z.output<typeof TrainerInput>;

/**
 * Marks a mediator as a trainer of the province or a district, by its decision; without one, takes the mark away.
 * @throws Problem missing `mediator-missing`; stale `mediator-stale`; invalid `day-ahead` on `on`
 */
export const markTrainer = async (
  world: World,
  id: string,
  version: number,
  trainer: TrainerInput | undefined,
): Promise<Mediator> => {
  await getMediator(world, id);
  mustHaveCome(world, trainer?.on, 'on');
  return saveMediator(world, id, version, { trainer });
};
