import * as z from 'zod';
import { mustBeOpen } from '../inquiries/change';
import { optional } from '../platform/input/fields';
import { idOfForm } from '../platform/keys/ids';
import { invalid, Problem } from '../platform/problem/problem';
import { compareNames } from '../platform/text/person-name';
import type { World } from '../platform/world/world';
import { createMediator } from '../register/mediators/create';
import { recordStep } from '../register/mediators/decide';
import { getMediator } from '../register/mediators/get';
import type { MediatorListed } from '../register/mediators/mediator';
import { decisionNumber } from '../register/teams/decision';
import type { TeamListed } from '../register/teams/team';
import { getConfirmation } from './answer';
import type { Confirmation, Missing, Stopped } from './confirmation';
import { peopleOf, type TeamPeople } from './people';

/** A change of the register that a commune proposes. It is done where the register has it, however that came. */
export type Proposal = { key: string; isDone: boolean; team?: TeamListed | undefined } & (
  | { kind: 'stopped'; said: Stopped; mediator?: MediatorListed | undefined }
  | { kind: 'missing'; said: Missing; index: number }
);

/** What the latest answer proposes, in its order. Pure. */
export const proposalsOf = (
  { answer }: Pick<Confirmation, 'answer'>,
  list: readonly TeamPeople[],
): Proposal[] => {
  if (!answer) return [];
  const { stopped, missing } = answer.said;
  return [
    ...stopped.map((said): Proposal => {
      const found = list.find(({ people }) => people.some(({ id }) => id === said.mediatorId));
      const mediator = found?.people.find(({ id }) => id === said.mediatorId);
      const key = `stopped:${said.mediatorId}`;
      return { kind: 'stopped', key, said, mediator, team: found?.team, isDone: mediator === undefined };
    }),
    ...missing.map((said, index): Proposal => {
      const found = list.find(({ team }) => team.id === said.teamId);
      const isThere = ({ fullName }: MediatorListed) => compareNames(fullName, said.fullName) === 'same';
      return {
        ...{ kind: 'missing', key: `missing:${index}`, said, index, team: found?.team },
        isDone: found?.people.some(isThere) ?? false,
      };
    }),
  ];
};

export const TakeOverInput = z.strictObject({
  keys: optional(z.array(z.string().max(60)).min(1).max(600)).describe(
    'The proposals to write into the register; left out: all that are not written yet',
  ),
  number: optional(decisionNumber).describe(
    'Of the decision, for those who stopped without one of their own',
  ),
});
export type TakeOverInput = z.output<typeof TakeOverInput>;

export interface TakenOver {
  done: string[];
  refused: { key: string; problem: Problem }[];
}

const write = async (
  world: World,
  { id, answer }: Confirmation,
  proposal: Proposal,
  number: string | undefined,
): Promise<void> => {
  if (proposal.kind === 'stopped') {
    const { mediatorId, on, number: own = number } = proposal.said;
    const { version } = await getMediator(world, mediatorId);
    await recordStep(world, mediatorId, version, { state: 'dismissed', on, ...(own && { number: own }) });
    return;
  }
  const { on, number: own, ...person } = proposal.said;
  const begin = own ? { state: 'recognised' as const, on, number: own } : { state: 'elected' as const, on };
  await createMediator(
    world,
    { ...person, begin, anotherPerson: false },
    { id: idOfForm('mediator', id, `${answer!.n} ${proposal.index}`) },
  );
};

/**
 * Writes what a commune proposes into the register, as steps with the days and numbers that it named. One that is refused
 * does not keep the others from it. Idempotent: what the register has already is left alone.
 * @throws Problem conflict `inquiry-over`, `confirmation-not-answered`; invalid `confirmation-key` at `keys`
 */
export const takeOverConfirmation = async (
  world: World,
  id: string,
  { keys, number }: TakeOverInput,
): Promise<TakenOver> => {
  const confirmation = await getConfirmation(world, id);
  mustBeOpen(confirmation);
  if (!confirmation.answer) throw new Problem('conflict', 'confirmation-not-answered');
  const all = proposalsOf(confirmation, await peopleOf(world, confirmation));
  if (keys?.some((key) => !all.some((one) => one.key === key))) throw invalid('keys', 'confirmation-key');
  const taken: TakenOver = { done: [], refused: [] };
  for (const proposal of all) {
    const { key, isDone } = proposal;
    if (keys && !keys.includes(key)) continue;
    try {
      if (!isDone) await write(world, confirmation, proposal, number);
      taken.done.push(key);
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      taken.refused.push({ key, problem: error });
    }
  }
  return taken;
};
