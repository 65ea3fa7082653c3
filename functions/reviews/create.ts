import { committeeOf } from '../directory/bodies/committee';
import { listBodies } from '../directory/bodies/list';
import { isCommune } from '../directory/units/levels';
import { lineage, readUnits } from '../directory/units/list';
import { isPilotIn } from '../directory/units/pilot/pilot';
import type { Unit } from '../directory/units/unit';
import { inSentence, unitLabel } from '../directory/units/words';
import { ask } from '../inquiries/ask';
import { idOfForm, newId } from '../platform/keys/ids';
import { invalid } from '../platform/problem/problem';
import { vietnamese } from '../platform/time/dates';
import type { World } from '../platform/world/world';
import { readComposition } from '../register/gaps/composition';
import { type LackingTeam, REVIEW, type Review, type ReviewInput } from './review';

/** The communes that are in the pilot of this year. */
export const pilotCommunes = (world: World, units: readonly Unit[]): Unit[] =>
  units.filter((unit) => isCommune(unit) && isPilotIn(unit, vietnamese(world.now()).year));

/**
 * The teams of a commune, and which of them are below the requirements now. Ethnic origins are not looked at: a unit
 * could tell from them of which origin the few members of a team are.
 */
export const lackingIn = async (
  world: World,
  unitId: string,
): Promise<{ teams: number; lacking: LackingTeam[] }> => {
  const { teams } = await readComposition(world, undefined, { areas: [unitId] });
  return {
    teams: teams.length,
    lacking: teams
      .filter(({ gaps }) => gaps.length > 0)
      .map(({ id, name, members, women, gaps }) => ({ id, name, members, women, gaps })),
  };
};

/**
 * Asks a pilot commune to review its mediation teams. What they lack now is kept with the question. Idempotent by `nonce`.
 * @throws Problem invalid `review-not-pilot`, `review-no-body` at `unitId`; `inquiry-due-past` at `dueOn`
 */
export const createReview = async (
  world: World,
  { unitId, dueOn, words, nonce }: ReviewInput,
  more: { id?: string; sample?: true } = {},
): Promise<Review> => {
  const [units, bodies] = await Promise.all([readUnits(world), listBodies(world)]);
  const unit = pilotCommunes(world, units.inForce).find(({ id }) => id === unitId);
  if (!unit) throw invalid('unitId', 'review-not-pilot');
  const body = committeeOf(bodies, lineage(units.inForce, unit.id));
  if (!body) throw invalid('unitId', 'review-no-body');
  const unitName = unitLabel(unit);
  const { sample } = more;
  return ask<Review>(world, {
    id: more.id ?? (nonce ? idOfForm('inquiry', world.db.actor, nonce) : newId('inquiry', world.now())),
    kind: REVIEW,
    title: `Rà soát, kiện toàn tổ hòa giải tại ${inSentence(unitName)}`,
    bodyId: body.id,
    bodyName: body.name,
    dueOn,
    about: { unitId, unitName, ...(words && { words }), ...(await lackingIn(world, unitId)) },
    ...(sample && { sample }),
  });
};
