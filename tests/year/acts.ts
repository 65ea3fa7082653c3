import type * as z from 'zod';
import { checkIn } from '../../functions/events/attendance/check-in';
import { EventInput } from '../../functions/events/event/event-input';
import { answerInvitation } from '../../functions/events/invitations/answer';
import { AnswerInput, invitationId } from '../../functions/events/invitations/invitation';
import { invite } from '../../functions/events/invitations/invite';
import { getInvitation } from '../../functions/events/invitations/list';
import { createNomination } from '../../functions/events/nominations/create';
import { getNomination } from '../../functions/events/nominations/list';
import { NominationInput, nominationId } from '../../functions/events/nominations/nomination';
import { nominate } from '../../functions/events/nominations/nominees/nominate';
import { NomineeInput } from '../../functions/events/nominations/nominees/nominee';
import { withdraw } from '../../functions/events/registrations/change/cancel';
import { register } from '../../functions/events/registrations/register/register';
import type { Registration } from '../../functions/events/registrations/registration';
import { listRegistrations } from '../../functions/events/registrations/roll/list';
import { createEvent } from '../../functions/events/scheduling/create';
import { publishEvent } from '../../functions/events/scheduling/publish';
import { inquiryToken } from '../../functions/inquiries/read';
import { parse } from '../../functions/platform/input/parse';
import { linkToken } from '../../functions/platform/keys/link-token';
import { instant } from '../../functions/platform/time/dates';
import type { World } from '../../functions/platform/world/world';
import { answerRecommendation } from '../../functions/recommendations/answer';
import { createRecommendation } from '../../functions/recommendations/create';
import { RecommendationInput } from '../../functions/recommendations/recommendation';
import { getPeriod } from '../../functions/reports/periods';
import { submitReport } from '../../functions/reports/submit';
import { person } from '../support/people';
import type { Year } from './play';

type Typed = z.input<typeof EventInput>;
/** Of an event: its id, its days, and what differs from event to event. */
interface Held extends Pick<Typed, 'kind' | 'admission' | 'title' | 'taskId' | 'placeUnitId' | 'capacity'> {
  id: string;
  from: readonly [day: string, time: string];
  to: readonly [day: string, time: string];
}

/** The organizer makes an event and publishes it. */
export const publish = async ({ organizer }: Year, { id, from, to, ...event }: Held): Promise<void> => {
  const input = parse(EventInput, {
    ...event,
    startsAt: instant(...from),
    endsAt: instant(...to),
    venue: 'Hội trường',
    leadBodyId: 'bod_stp',
    contactName: 'Nguyễn Thị Mẫu',
    contactPhone: '02973000000',
  });
  await createEvent(organizer, input, { id });
  await publishEvent(organizer, id, {});
};

export const callForNomination = ({ organizer }: Year, eventId: string, asked: object) =>
  createNomination(organizer, eventId, parse(NominationInput, asked));

/** A unit's officer names a person by the link. */
export const name = async ({ world }: Year, eventId: string, unitId: string, who: object) => {
  const { id, turn } = await getNomination(world, nominationId(eventId, unitId));
  const input = { unitId, basis: 'person', ...who };
  await nominate(world, linkToken(world, id, turn), parse(NomineeInput, input));
};

export const inviteBodies = ({ organizer }: Year, eventId: string, bodyIds: readonly string[]) =>
  invite(organizer, eventId, { bodyIds: [...bodyIds], seatsOffered: 1 });

/** A body answers an invitation by its link. */
export const answerAsInvited = async (
  { world }: Year,
  eventId: string,
  bodyId: string,
  answer: z.input<typeof AnswerInput>,
) => {
  const { id, turn, version } = await getInvitation(world, invitationId(eventId, bodyId));
  await answerInvitation(world, { token: linkToken(world, id, turn) }, version, parse(AnswerInput, answer));
};

/** A mediator registers on the public page. */
export const comes = ({ world }: Year, eventId: string, fullName: string, more: object = {}) =>
  register(world, eventId, person(fullName, { unitId: 'unt_mau_1', ...more }));

export const findRegistration = async (
  world: World,
  eventId: string,
  fullName: string,
): Promise<Registration> => {
  const { items } = await listRegistrations(world, eventId, { limit: 100 });
  return items.find((r) => r.fullName === fullName)!;
};

/** A person cancels their own registration. */
export const leaves = async ({ world }: Year, eventId: string, fullName: string): Promise<void> => {
  const { id, code, phone } = await findRegistration(world, eventId, fullName);
  await withdraw(world, { id, code, phone });
};

/** So many of those with a seat are checked in at the door. */
export const checkInFirst = async ({ organizer }: Year, eventId: string, count: number): Promise<void> => {
  const { items } = await listRegistrations(organizer, eventId, { status: 'confirmed', limit: 100 });
  for (const { id } of items.slice(0, count))
    await checkIn(organizer, eventId, { registrationId: id, day: 1 });
};

export const recommend = (
  { organizer }: Year,
  id: string,
  asked: Pick<z.input<typeof RecommendationInput>, 'title' | 'bodyId' | 'dueOn' | 'sort'>,
) =>
  createRecommendation(organizer, parse(RecommendationInput, { words: `${asked.title}.`, ...asked }), { id });

/** What a body's link opens now. */
export const tokenOf = (world: World, id: string, turn = 1): string => inquiryToken(world, { id, turn });

export const DONE = { outcome: 'done', words: 'Đã thực hiện.', position: 'Phó Giám đốc' } as const;

export const answerRecommended = ({ world }: Year, id: string) =>
  answerRecommendation(world, tokenOf(world, id), 1, DONE);

/** The bodies whose report is still asked for. */
export const owing = async ({ world }: Year, periodId: string): Promise<string[]> =>
  (await getPeriod(world, periodId)).reports
    .filter(({ status }) => status === 'asked')
    .map(({ bodyId }) => bodyId);

/** A body gives its report by its link. */
export const report = async ({ world }: Year, periodId: string, bodyId: string): Promise<void> => {
  const { reports } = await getPeriod(world, periodId);
  const { id, version, about } = reports.find((r) => r.bodyId === bodyId)!;
  await submitReport(world, tokenOf(world, id), version, {
    figures: Object.fromEntries(about.columns.map(({ key }) => [key, 1])),
    results: 'Đã thực hiện các nhiệm vụ được giao.',
    position: 'Phó Chủ tịch',
  });
};
