import type { Topic } from '../../library/catalogue/topic-names';
import { missing } from '../../platform/problem/problem';
import { givenNameOrder } from '../../platform/text/given-name';
import type { World } from '../../platform/world/world';
import { type Expert, expertKey, experts } from './expert';

export interface ExpertFilter {
  topic?: Topic | undefined;
  bodyId?: string | undefined;
  /** A day on which they are available. */
  on?: string | undefined;
}

/** Whether an expert is available on a day. Pure. */
export const isAvailable = ({ from, to }: Pick<Expert, 'from' | 'to'>, day: string): boolean =>
  from <= day && (to === undefined || day <= to);

/** The experts that a filter leaves, by given name. Pure. */
export const expertsWith = (all: readonly Expert[], { topic, bodyId, on }: ExpertFilter): Expert[] => {
  const byName = givenNameOrder(all.map(({ fullName }) => fullName));
  return all
    .filter((one) => !topic || one.topics.includes(topic))
    .filter((one) => !bodyId || one.bodyId === bodyId)
    .filter((one) => !on || isAvailable(one, on))
    .sort((a, b) => byName(a.fullName, b.fullName));
};

/** Every expert. One call. */
export const allExperts = (world: World): Promise<Expert[]> =>
  world.db.all(experts, { where: 'pk = :pk', values: { ':pk': 'expert' }, consistent: true });

/** Those that a filter leaves. One call. */
export const listExperts = async (world: World, by: ExpertFilter = {}): Promise<Expert[]> =>
  expertsWith(await allExperts(world), by);

/** @throws Problem missing `expert-missing` */
export const getExpert = async (world: World, id: string): Promise<Expert> => {
  const expert = await world.db.get(experts, expertKey(id), { consistent: true });
  if (!expert) throw missing('expert');
  return expert;
};
