import { inquiriesTable, inquiryKey } from '../inquiries/inquiry';
import { listInquiries } from '../inquiries/list';
import { missing } from '../platform/problem/problem';
import type { World } from '../platform/world/world';
import {
  inquiryIdOf,
  SUPPORT,
  type Support,
  type SupportInquiry,
  type SupportRequest,
  supportItems,
  supportKey,
} from './request';

/** @throws Problem missing `support-missing` */
export const getSupport = async (world: World, id: string): Promise<Support> => {
  const [request, inquiry] = await Promise.all([
    world.db.get(supportItems, supportKey(id), { consistent: true }),
    world.db.get(inquiriesTable, inquiryKey(inquiryIdOf(id)), { consistent: true }),
  ]);
  if (!request) throw missing('support');
  return { request, inquiry: inquiry as SupportInquiry | undefined };
};

const withInquiries = (
  requests: readonly SupportRequest[],
  inquiries: readonly SupportInquiry[],
): Support[] => {
  const byId = new Map(inquiries.map((inquiry) => [inquiry.id, inquiry]));
  return requests.map((request) => ({ request, inquiry: byId.get(inquiryIdOf(request.id)) }));
};

/** Every request with its answer, the newest first. Two calls for some thousand of them. */
export const listSupport = async (world: World): Promise<Support[]> => {
  const [requests, inquiries] = await Promise.all([
    world.db.all(supportItems, {
      index: 'kind',
      where: 'kind = :k',
      values: { ':k': 'support-request' },
      backwards: true,
    }),
    listInquiries<SupportInquiry>(world, SUPPORT),
  ]);
  return withInquiries(requests, inquiries);
};

/** What else the person raised lies in the same index. */
const requestsOf = async (world: World, registrationId: string): Promise<SupportRequest[]> =>
  (
    await world.db.all(supportItems, {
      index: 'asker',
      where: 'registrationId = :r',
      values: { ':r': registrationId },
      backwards: true,
    })
  ).filter(({ sk }) => sk === 'support');

/** What the person of a registration asked, the newest first. */
export const supportOf = async (world: World, registrationId: string): Promise<Support[]> => {
  const requests = await requestsOf(world, registrationId);
  const keys = requests.map(({ id }) => inquiryKey(inquiryIdOf(id)));
  const inquiries = await world.db.getMany(inquiriesTable, keys, { consistent: true });
  return withInquiries(requests, inquiries as SupportInquiry[]);
};

/** The ids of what they asked, under which notices to them stand. */
export const supportIdsOf = async (world: World, registrationId: string): Promise<string[]> =>
  (await requestsOf(world, registrationId)).map(({ id }) => id);
