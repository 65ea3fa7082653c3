import * as z from 'zod';
import type { Nomination } from '../../events/nominations/nomination';
import type { QuotaView } from '../../events/nominations/read';
import { isReserve } from '../../events/registrations/nominees';
import type { Nominee } from '../../events/registrations/registration';
import { STATUSES } from '../../seats/ledger/entry';

export const NominationSchema = z
  .object({
    id: z.string(),
    nominationId: z.string(),
    eventId: z.string(),
    unitId: z.string().optional(),
    bodyId: z.string().optional(),
    name: z.string(),
    deadline: z.string(),
    contactName: z.string(),
    status: z.enum(['issued', 'revoked']),
    version: z.number().describe('A change names the version it read'),
    link: z.string().optional().describe('The personal link; only staff see it'),
  })
  .meta({ id: 'Nomination' });

export const quota = {
  quota: z.number().describe('Seats of the quota; after the deadline, those that were used'),
  used: z.number().describe('People named and seated'),
  left: z.number(),
};

export const QuotaSchema = z.object({ ...NominationSchema.shape, ...quota }).meta({ id: 'Quota' });

export const NomineeSchema = z
  .object({
    registrationId: z.string(),
    fullName: z.string(),
    phone: z.string(),
    unitName: z.string().optional(),
    teamName: z.string().optional(),
    position: z.string().optional(),
    online: z.boolean().describe('Takes part online; a seat of the quota all the same'),
    code: z.string().describe('Nine digits: what the slip shows'),
    reserve: z.boolean().describe('Named beyond the quota: gets the seat of the first nominee who leaves'),
    status: z.enum(STATUSES),
    reason: z.string().optional(),
    replacedBy: z.string().optional(),
  })
  .meta({ id: 'Nominee' });

export const view = (n: Nomination): z.output<typeof NominationSchema> => ({
  id: n.id,
  nominationId: n.id,
  eventId: n.eventId,
  unitId: n.unitId,
  bodyId: n.bodyId,
  name: n.name,
  deadline: n.deadline,
  contactName: n.contactName,
  status: n.status,
  version: n.version,
});

export const quotaView = (
  { nomination, quota, used, left }: QuotaView,
  link?: string,
): z.output<typeof QuotaSchema> => ({ ...view(nomination), quota, used, left, ...(link && { link }) });

export const nominee = (r: Nominee): z.output<typeof NomineeSchema> => ({
  registrationId: r.id,
  fullName: r.fullName,
  phone: r.phone,
  unitName: r.unitName ?? r.bodyName,
  teamName: r.teamName,
  position: r.position,
  online: r.online ?? false,
  code: r.code,
  reserve: isReserve(r),
  status: r.status,
  reason: r.reason,
  replacedBy: r.replacedBy,
});
