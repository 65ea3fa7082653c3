import { ask } from '../inquiries/ask';
import { end, mustBeOpen } from '../inquiries/change';
import { inquiriesTable, inquiryKey } from '../inquiries/inquiry';
import { getInquiry } from '../inquiries/read';
import { idOfForm, newId } from '../platform/keys/ids';
import type { World } from '../platform/world/world';
import { getVisit, mustHaveBegun } from './change';
import { FINDING, type Finding, type FindingInput } from './finding';

export const getFinding = (world: World, id: string): Promise<Finding> =>
  getInquiry<Finding>(world, id, FINDING);

/**
 * Records a finding and asks the unit for its reply, by a personal link. Idempotent by `key`: a form that is sent again
 * after a lost answer records nothing more.
 * @throws Problem missing `inquiry-missing`; conflict `inquiry-over`, `visit-not-yet`; invalid `inquiry-due-past` at
 *   `dueOn`
 */
export const recordFinding = async (
  world: World,
  visitId: string,
  { key, title, dueOn, words, evidence }: FindingInput,
  more: { id?: string; sample?: true } = {},
): Promise<Finding> => {
  const { sample } = more;
  const id = more.id ?? (key ? idOfForm('inquiry', visitId, key) : newId('inquiry', world.now()));
  const known = key && (await world.db.get(inquiriesTable, inquiryKey(id), { consistent: true }));
  if (known) return known as Finding;
  const visit = await getVisit(world, visitId);
  mustBeOpen(visit);
  mustHaveBegun(world, visit);
  const { unitId, unitName } = visit.about;
  return ask<Finding>(world, {
    id,
    kind: FINDING,
    title,
    bodyId: visit.bodyId,
    bodyName: visit.bodyName,
    dueOn,
    about: { visitId, unitId, unitName, foundOn: visit.dueOn, words, ...(evidence && { evidence }) },
    ...(sample && { sample }),
  });
};

interface Ending {
  version: number;
  words: string;
}

/** Closes a finding with what came of it. @throws Problem conflict `inquiry-over`; stale `inquiry-stale` */
export const closeFinding = (world: World, id: string, { version, words }: Ending): Promise<Finding> =>
  end<Finding>(world, { id, kind: FINDING, version }, { as: 'closed', words });

/** Takes a finding back; a unit that was told of it is told the reason. @throws Problem as `closeFinding` */
export const withdrawFinding = (world: World, id: string, { version, words }: Ending): Promise<Finding> =>
  end<Finding>(world, { id, kind: FINDING, version }, { as: 'withdrawn', words });
