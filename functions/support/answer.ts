import { saveAnswer } from '../inquiries/answer';
import { getInquiry, readByLink } from '../inquiries/read';
import type { World } from '../platform/world/world';
import { inquiryIdOf, SUPPORT, type SupportInquiry, type SupportSaid } from './request';

/** What a body's link shows. @throws Problem as `readByLink` */
export const openSupport = (world: World, token: string): Promise<SupportInquiry> =>
  readByLink<SupportInquiry>(world, token, SUPPORT);

/** A body answers by its link, or changes its answer. @throws Problem as `readByLink`; gone `inquiry-closed`; stale */
export const answerSupportRequest = async (
  world: World,
  token: string,
  version: number,
  said: SupportSaid,
): Promise<SupportInquiry> =>
  saveAnswer(world, await openSupport(world, token), { version, said, through: 'link' });

/** Staff enter what a body said by phone or letter, or that it came. @throws Problem missing; gone; stale */
export const enterSupportAnswer = async (
  world: World,
  id: string,
  { version, through }: { version: number; through: 'phone' | 'letter' },
  said: SupportSaid,
): Promise<SupportInquiry> =>
  saveAnswer(world, await getInquiry<SupportInquiry>(world, inquiryIdOf(id), SUPPORT), {
    version,
    said,
    through,
  });
