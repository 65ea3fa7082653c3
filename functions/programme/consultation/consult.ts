import { listBodies } from '../../directory/bodies/list';
import { ask } from '../../inquiries/ask';
import { end } from '../../inquiries/change';
import { idOfForm } from '../../platform/keys/ids';
import { invalid, Problem } from '../../platform/problem/problem';
import type { World } from '../../platform/world/world';
import { bodiesWithTask } from '../plans/bodies';
import { getPlan } from '../plans/list';
import type { Plan } from '../plans/plan';
import { changePlan, mustBeInForce } from '../plans/texts';
import { CONSULTATION, type Consultation, type ConsultInput } from './consultation';
import { isOpen, listConsultations } from './read';

/** The id of what one body is asked about one text, so that a repeated call asks no body twice. */
export const consultationId = (planId: string, text: number, bodyId: string): string =>
  idOfForm('inquiry', `${planId} ${text}`, bodyId);

/**
 * A call that is repeated names the version before its own change.
 * @throws Problem conflict `plan-withdrawn`, `plan-issued`; stale `plan-stale`
 */
const mustTake = (plan: Plan, version: number): void => {
  mustBeInForce(plan);
  if (plan.number) throw new Problem('conflict', 'plan-issued');
  const repeated = plan.version === version + 1 && plan.consultedText === plan.text;
  if (plan.version !== version && !repeated) throw new Problem('stale', 'plan-stale');
};

/** Consultations of a plan that are open, also of an older text. */
export const openOf = async (world: World, planId: string): Promise<Consultation[]> =>
  (await listConsultations(world)).filter((one) => one.about.planId === planId && isOpen(one));

/** A newer draft was sent, so the older ones take no more answers. */
const endOlder = async (world: World, { id, text }: Plan): Promise<void> => {
  const older = (await openOf(world, id)).filter(({ about }) => about.text < text);
  for (const { id, version } of older)
    await end(
      world,
      { id, kind: CONSULTATION, version },
      { as: 'closed', words: 'Đã gửi dự thảo mới để lấy ý kiến.' },
    );
};

/**
 * Sends the draft to bodies for comments: each gets a personal link. Consultations of older drafts end. Idempotent:
 * repeated, it asks the bodies that were not asked about this text.
 * @throws Problem missing `plan-missing`; conflict `plan-withdrawn`, `plan-issued`; stale `plan-stale`; invalid
 *   `body-unknown` at `bodyIds`, `inquiry-due-past` at `dueOn`
 */
export const consultPlan = async (
  world: World,
  planId: string,
  { version, dueOn, bodyIds }: ConsultInput,
  more: { idOf?: (bodyId: string) => string; sample?: true } = {},
): Promise<Consultation[]> => {
  const plan = await getPlan(world, planId);
  mustTake(plan, version);
  const { text } = plan;
  const wanted = [...new Set(bodyIds ?? bodiesWithTask(plan))];
  const named = new Map((await listBodies(world, wanted)).map(({ id, name }) => [id, name]));
  if (wanted.length === 0 || wanted.some((id) => !named.has(id))) throw invalid('bodyIds', 'body-unknown');
  const asked: Consultation[] = [];
  for (const bodyId of wanted)
    asked.push(
      await ask<Consultation>(world, {
        id: more.idOf?.(bodyId) ?? consultationId(planId, text, bodyId),
        kind: CONSULTATION,
        title: plan.title,
        bodyId,
        bodyName: named.get(bodyId)!,
        dueOn,
        about: { planId, year: plan.year, text },
        ...(more.sample && { sample: more.sample }),
      }),
    );
  await endOlder(world, plan);
  if (plan.consultedText !== text)
    await changePlan(world, { id: plan.id, version: plan.version }, { consultedText: text });
  return asked;
};
