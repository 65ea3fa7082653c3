import { createHash } from 'node:crypto';
import { readOffice } from '../../../documents/office';
import { mustBePdf, type PdfField } from '../../../documents/pdf';
import { DOCX, type Download, PDF } from '../../../platform/files/download';
import { Problem } from '../../../platform/problem/problem';
import { iso } from '../../../platform/time/dates';
import type { World } from '../../../platform/world/world';
import type { Event } from '../../event/event';
import { getEvent } from '../../event/get';
import { letterDocx } from '../../letters/docx';
import { requestToMany } from '../../letters/request-to-many';
import { inPortion } from '../../rosters/portion';
import { listNominations } from '../list';
import { type Nomination, nominationKey, nominationsTable } from '../nomination';
import { type QuotaView, viewQuotas } from '../read';
import { officeOf } from './office';
import { readRequestMarks } from './request-marks';

/** The quotas of an event whose links work. @throws Problem conflict `request-empty` where there are none */
const askedOf = async (world: World, eventId: string): Promise<QuotaView[]> => {
  const nominations = (await listNominations(world, eventId)).filter(({ status }) => status === 'issued');
  if (nominations.length === 0) throw new Problem('conflict', 'request-empty');
  return viewQuotas(world, eventId, nominations);
};

/** The công văn that asks for people, as a Word document with the list of quotas; its number blank until it has one. */
export const draftRequest = async (world: World, eventId: string): Promise<Download> => {
  const quotas = await askedOf(world, eventId);
  const asked = quotas.map(({ nomination, quota }) => ({
    office: officeOf(nomination),
    quota,
    deadline: nomination.deadline,
  }));
  const letter = requestToMany(
    await readOffice(world),
    quotas[0]!.event,
    { asked, ...(await readRequestMarks(world, eventId)) },
    world.now(),
  );
  return { name: 'cong-van-cu-nguoi.docx', type: DOCX, body: await letterDocx(letter) };
};

/** The signed công văn says this date, place and deadline: moved since, it is no longer theirs. */
export const signedRequest = (
  { signed, deadline }: Pick<Nomination, 'signed' | 'deadline'>,
  { schedule }: Pick<Event, 'schedule'>,
): string | undefined =>
  signed && signed.schedule === schedule && signed.deadline === deadline ? signed.key : undefined;

/**
 * Stores the signed công văn once, for all the event's quotas: the mails that wait for it go out with it, units that
 * were asked already are told. Idempotent: the same file again reaches those that it did not reach.
 * @returns how many quotas have it now
 * @throws Problem as `mustBePdf`; conflict `request-empty`
 */
export const signRequest = async (
  world: World,
  eventId: string,
  pdf: Uint8Array,
  field: PdfField = 'file',
): Promise<number> => {
  mustBePdf(pdf, field);
  const [event, quotas] = await Promise.all([getEvent(world, eventId), askedOf(world, eventId)]);
  const key = `letters/${eventId}/${createHash('sha256').update(pdf).digest('hex').slice(0, 24)}.pdf`;
  await world.files.put(key, pdf, PDF);
  const lacking = quotas.filter(({ nomination: n }) => n.waits || signedRequest(n, event) !== key);
  await inPortion(
    lacking,
    ({ nomination }) => hand(world, nomination, { key, schedule: event.schedule }),
    () => true,
  );
  return quotas.length;
};

/** Refused where the quota was revoked or its deadline moved in this moment: then the letter is not theirs. */
const hand = (
  world: World,
  { id, deadline }: Nomination,
  { key, schedule }: { key: string; schedule: number },
) => {
  const now = iso(world.now());
  return world.db.updateIf(nominationsTable, nominationKey(id), {
    set: { signed: { key, at: now, schedule, deadline }, waits: undefined, updatedAt: now },
    if: '#status = :issued AND deadline = :deadline',
    names: { '#status': 'status' },
    values: { ':issued': 'issued', ':deadline': deadline },
  });
};

/** Sends the calls that wait for the công văn without it. Idempotent. @returns how many waited */
export const sendWithoutLetter = async (world: World, eventId: string): Promise<number> => {
  const waiting = (await listNominations(world, eventId)).filter(({ waits }) => waits);
  await inPortion(
    waiting,
    ({ id }) =>
      world.db.updateIf(nominationsTable, nominationKey(id), {
        set: { waits: undefined, updatedAt: iso(world.now()) },
        if: 'attribute_exists(pk)',
      }),
    () => true,
  );
  return waiting.length;
};

/** The signed công văn to save. @throws Problem missing `letter-missing` */
export const signedRequestFile = async (
  world: World,
  nomination: Nomination,
  event: Event,
): Promise<Download> => {
  const key = signedRequest(nomination, event);
  return requestFile(world, key);
};

/** The signed công văn as it is kept, also where it says an older date. @throws Problem missing `letter-missing` */
export const keptRequestFile = (world: World, { signed }: Pick<Nomination, 'signed'>): Promise<Download> =>
  requestFile(world, signed?.key);

const requestFile = async (world: World, key: string | undefined): Promise<Download> => {
  const body = key && (await world.files.get(key));
  if (!body) throw new Problem('missing', 'letter-missing');
  return { name: 'cong-van.pdf', type: PDF, body };
};
