import { daysLate } from '../../inquiries/days';
import { listInquiries } from '../../inquiries/list';
import { getInquiry } from '../../inquiries/read';
import { missing } from '../../platform/problem/problem';
import type { World } from '../../platform/world/world';
import { allPledges } from '../pledges/list';
import type { Pledge } from '../pledges/pledge';
import { APPEAL, type Appeal, type Asked, appealKey, appeals } from './appeal';

/** @throws Problem missing `appeal-missing` */
export const getAppeal = async (world: World, id: string): Promise<Appeal> => {
  const appeal = await world.db.get(appeals, appealKey(id), { consistent: true });
  if (!appeal) throw missing('appeal');
  return appeal;
};

/** What all appeals asked of all bodies, the newest first. One call. */
export const listAsked = (world: World): Promise<Asked[]> => listInquiries<Asked>(world, APPEAL);

/** @throws Problem missing `inquiry-missing` */
export const getAsked = (world: World, id: string): Promise<Asked> => getInquiry<Asked>(world, id, APPEAL);

/** An appeal with what bodies were asked, and what they promised. */
export interface AppealWithAnswers {
  appeal: Appeal;
  /** Late ones first, then those without an answer, then by name. */
  asked: Asked[];
  pledges: Pledge[];
}

const together = (
  world: World,
  appeal: Appeal,
  [asked, pledges]: readonly [Asked[], Pledge[]],
): AppealWithAnswers => {
  const now = world.now();
  return {
    appeal,
    asked: asked
      .filter(({ about }) => about.appealId === appeal.id)
      .sort(
        (a, b) =>
          daysLate(b, now) - daysLate(a, now) ||
          Number(b.status === 'asked') - Number(a.status === 'asked') ||
          a.bodyName.localeCompare(b.bodyName, 'vi'),
      ),
    pledges: pledges.filter(({ appealId }) => appealId === appeal.id),
  };
};

/** One appeal with all that came of it: three calls. @throws Problem missing `appeal-missing` */
export const readAppeal = async (world: World, id: string): Promise<AppealWithAnswers> => {
  const [appeal, asked, pledges] = await Promise.all([
    getAppeal(world, id),
    listAsked(world),
    allPledges(world),
  ]);
  return together(world, appeal, [asked, pledges]);
};

export const APPEAL_STATES = ['draft', 'sent', 'late', 'answered', 'closed'] as const;
export type AppealState = (typeof APPEAL_STATES)[number];

/** `late` where a body has not answered in time; `answered` where an answer waits to be taken over. */
export const stateOf = ({ appeal, asked }: AppealWithAnswers, now: number): AppealState => {
  if (appeal.closedAt) return 'closed';
  if (!appeal.sentAt) return 'draft';
  if (asked.some((one) => daysLate(one, now) > 0)) return 'late';
  return asked.some(({ status }) => status === 'answered') ? 'answered' : 'sent';
};

export interface AppealFilter {
  state?: AppealState | undefined;
  eventId?: string | undefined;
  unitId?: string | undefined;
}

/** The appeals that a filter leaves, the newest first. Three calls. */
export const listAppeals = async (world: World, by: AppealFilter = {}): Promise<AppealWithAnswers[]> => {
  const [all, asked, pledges] = await Promise.all([
    world.db.all(appeals, { where: 'pk = :pk', values: { ':pk': 'appeal' }, consistent: true }),
    listAsked(world),
    allPledges(world),
  ]);
  return all
    .map((appeal) => together(world, appeal, [asked, pledges]))
    .filter((one) => !by.state || stateOf(one, world.now()) === by.state)
    .filter(({ appeal }) => !by.eventId || appeal.eventId === by.eventId)
    .filter(({ appeal }) => !by.unitId || appeal.unitId === by.unitId)
    .sort((a, b) => b.appeal.createdAt.localeCompare(a.appeal.createdAt));
};
