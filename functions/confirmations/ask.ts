import { committeeOf } from '../directory/bodies/committee';
import { listBodies } from '../directory/bodies/list';
import { isCommune } from '../directory/units/levels';
import { lineage, readUnits } from '../directory/units/list';
import { unitsNow } from '../directory/units/successors';
import type { Unit } from '../directory/units/unit';
import { inSentence, unitLabel } from '../directory/units/words';
import { ask } from '../inquiries/ask';
import { listInquiries } from '../inquiries/list';
import { idOfForm } from '../platform/keys/ids';
import { invalid } from '../platform/problem/problem';
import { forEachOf, type ManyDone } from '../platform/store/for-each-of';
import { localDate, vietnamese } from '../platform/time/dates';
import type { World } from '../platform/world/world';
import { allTeams } from '../register/teams/list';
import { CONFIRMATION, type Confirmation, type ConfirmInput } from './confirmation';

/** What was asked of the communes this year, as the newest of each. */
const askedThisYear = (all: readonly Confirmation[], year: number): Map<string, Confirmation[]> => {
  const of = new Map<string, Confirmation[]>();
  for (const one of all)
    if (one.about.year === year) of.set(one.about.unitId, [...(of.get(one.about.unitId) ?? []), one]);
  return of;
};

const isAsked = (all: readonly Confirmation[] = []): boolean =>
  all.some(({ status }) => status !== 'withdrawn');

/** The communes that have a team and were not asked this year. */
export const communesToAsk = async (world: World): Promise<Unit[]> => {
  const units = await readUnits(world);
  const [teams, all] = await Promise.all([allTeams(world), listInquiries<Confirmation>(world, CONFIRMATION)]);
  const asked = askedThisYear(all, vietnamese(world.now()).year);
  const having = new Set(
    teams
      .filter((team) => !team.dissolved)
      .flatMap(({ unitId }) => unitsNow(units, unitId).map(({ id }) => id)),
  );
  return units.inForce.filter(
    (unit) => isCommune(unit) && having.has(unit.id) && !isAsked(asked.get(unit.id)),
  );
};

/**
 * Asks communes to confirm their teams and mediators, each once a year. Idempotent: a commune that was asked this year is
 * left out. One without a committee, also above it, is refused alone.
 * @returns the communes that were asked, and those that were refused with the reason `review-no-body`
 * @throws Problem invalid `inquiry-due-past` at `dueOn`; `unit-unknown`, `team-unit-level` at `unitIds`
 */
export const askConfirmation = async (
  world: World,
  { unitIds, dueOn, words }: ConfirmInput,
  more: { id?: string; sample?: true } = {},
): Promise<ManyDone<Unit>> => {
  if (dueOn < localDate(world.now())) throw invalid('dueOn', 'inquiry-due-past');
  const [units, bodies, all] = await Promise.all([
    readUnits(world),
    listBodies(world),
    listInquiries<Confirmation>(world, CONFIRMATION),
  ]);
  const { year } = vietnamese(world.now());
  const asked = askedThisYear(all, year);
  const chosen = unitIds
    ? [...new Set(unitIds)].map((id) => {
        const unit = units.inForce.find((one) => one.id === id);
        if (!unit) throw invalid('unitIds', 'unit-unknown');
        if (!isCommune(unit)) throw invalid('unitIds', 'team-unit-level');
        return unit;
      })
    : await communesToAsk(world);
  return forEachOf(
    chosen.filter(({ id }) => more.id !== undefined || !isAsked(asked.get(id))),
    async (unit) => {
      const body = committeeOf(bodies, lineage(units.inForce, unit.id));
      if (!body) throw invalid('unitIds', 'review-no-body');
      const unitName = unitLabel(unit);
      const { sample } = more;
      // One for each year; after it was taken back, another one.
      const nth = asked.get(unit.id)?.length ?? 0;
      await ask<Confirmation>(world, {
        id: more.id ?? idOfForm('inquiry', unit.id, `${CONFIRMATION} ${year} ${nth}`),
        kind: CONFIRMATION,
        title: `Xác nhận tổ hòa giải, hòa giải viên năm ${year} tại ${inSentence(unitName)}`,
        bodyId: body.id,
        bodyName: body.name,
        dueOn,
        about: { unitId: unit.id, unitName, year, ...(words && { words }) },
        ...(sample && { sample }),
      });
    },
  );
};
