import { saveAnswer } from '../inquiries/answer';
import type { EnteredThrough, Through } from '../inquiries/inquiry';
import { readByLink } from '../inquiries/read';
import type { World } from '../platform/world/world';
import type { Said } from '../recommendations/recommendation';
import { getVisit } from './change';
import { FINDING, type Finding } from './finding';
import { getFinding } from './record';
import { type Confirmed, VISIT, type Visit } from './visit';

/** The notice of a visit by its link. @throws Problem as `readByLink` */
export const openVisit = (world: World, token: string): Promise<Visit> =>
  readByLink<Visit>(world, token, VISIT);

/** A finding by its link. @throws Problem as `readByLink` */
export const openFinding = (world: World, token: string): Promise<Finding> =>
  readByLink<Finding>(world, token, FINDING);

/** An answer to the version that was read. */
interface Answering<T> {
  version: number;
  said: T;
}

/** After its day, a visit is to be concluded. */
const saveConfirmation = (world: World, visit: Visit, how: Answering<Confirmed> & { through: Through }) =>
  saveAnswer(world, visit, { ...how, expectedBy: visit.dueOn });

/** The unit confirms a visit, or asks for another day. @throws Problem gone `inquiry-closed`; stale `inquiry-stale` */
export const confirmVisit = async (
  world: World,
  token: string,
  { version, said }: Answering<Confirmed>,
): Promise<Visit> =>
  saveConfirmation(world, await openVisit(world, token), { version, said, through: 'link' });

/** Staff enter what the unit said on the phone or by letter. @throws Problem as `confirmVisit` */
export const enterConfirmation = async (
  world: World,
  id: string,
  { through, ...answering }: Answering<Confirmed> & { through: EnteredThrough },
): Promise<Visit> => saveConfirmation(world, await getVisit(world, id), { ...answering, through });

/** The day belongs to a plan alone. */
const consistent = ({ by, ...said }: Said): Said =>
  said.outcome === 'planned' && by ? { ...said, by } : said;

const saveReply = (
  world: World,
  finding: Finding,
  { said, ...how }: Answering<Said> & { through: Through },
) => {
  const reply = consistent(said);
  return saveAnswer(world, finding, { ...how, said: reply, expectedBy: reply.by });
};

/**
 * The unit replies to a finding, or changes its reply, until the finding is closed.
 * @throws Problem as `readByLink`; gone `inquiry-closed`; stale `inquiry-stale`
 */
export const answerFinding = async (
  world: World,
  token: string,
  { version, said }: Answering<Said>,
): Promise<Finding> => saveReply(world, await openFinding(world, token), { version, said, through: 'link' });

/** Staff enter a reply that came by phone or letter. @throws Problem gone `inquiry-closed`; stale `inquiry-stale` */
export const enterFindingAnswer = async (
  world: World,
  id: string,
  { through, version, said }: Answering<Said> & { through: EnteredThrough },
): Promise<Finding> => saveReply(world, await getFinding(world, id), { version, said, through });
