import { document } from '../../../functions/api/document';
import { runClock } from '../../../functions/background/clock/tick';
import { countFailure, TRIES } from '../../../functions/background/streams/dead-letters';
import { listInvitations } from '../../../functions/events/invitations/list';
import { listNominations } from '../../../functions/events/nominations/list';
import { getInquiry, inquiryToken } from '../../../functions/inquiries/read';
import { unsubscribeToken } from '../../../functions/outbox/addresses/unsubscribe';
import { deliveriesOfEvent } from '../../../functions/outbox/deliveries/find';
import { noticesTable } from '../../../functions/outbox/deliveries/notices-table';
import { linkToken } from '../../../functions/platform/keys/link-token';
import { reportId } from '../../../functions/reports/create-period';
import { CURRENT_PERIOD } from '../../../infra/demo/programme/reports';
import { seed } from '../../../infra/demo/seed';
import { aRegistration, streamRecord } from '../../support/stored';
import type { TestWorld } from '../../support/world';

/** Whether an operation's example is about this thing, so that the walk leaves it to that operation. */
const named = (id: string) => JSON.stringify(document()).includes(id);

/** The demo with something for every operation to work on. @returns the personal links of the walk */
export const walkScene = async (world: TestWorld) => {
  await seed(world, 'demo');
  const nomination = (await listNominations(world, 'evt_mau_cu'))[0]!;
  const invitation = (await listInvitations(world, 'evt_mau_mo')).find(
    (i) => i.version === 1 && !named(i.id),
  )!;
  await runClock(world); // what is due stands on the call list
  const mailed = (await deliveriesOfEvent(world, 'evt_mau_mo', { limit: 200 })).items.filter((d) => d.email);
  // One mail that was refused for good, and one change that cannot be worked on.
  await world.db.put(noticesTable, { ...mailed[0]!, state: 'failed', open: 'trouble' });
  const record = streamRecord(world, 'registrations', aRegistration('evt_mau_mo', 'x'));
  for (let i = 0; i < TRIES; i++) await countFailure(world, record, new Error('broken'));
  return {
    nominations: linkToken(world, nomination.id, nomination.turn),
    invitations: linkToken(world, invitation.id, invitation.turn),
    recommendations: inquiryToken(world, await getInquiry(world, 'inq_mau_cho')),
    reports: inquiryToken(world, await getInquiry(world, reportId(CURRENT_PERIOD, 'bod_hlg'))),
    support: inquiryToken(world, await getInquiry(world, 'inq_ho_tro_cho')),
    visits: inquiryToken(world, await getInquiry(world, 'inq_mau_kiem_tra_den')),
    findings: inquiryToken(world, await getInquiry(world, 'inq_mau_tra_loi_kt')),
    consultations: inquiryToken(world, await getInquiry(world, 'inq_gop_y_cho')),
    appeals: inquiryToken(world, await getInquiry(world, 'inq_van_dong_cho')),
    confirmations: inquiryToken(world, await getInquiry(world, 'inq_mau_xac_nhan_hoi')),
    reviews: inquiryToken(world, await getInquiry(world, 'inq_mau_ra_soat_hoi')),
    subscriptions: unsubscribeToken(world, mailed[1]!.id),
  };
};
