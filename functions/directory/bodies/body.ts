import * as z from 'zod';
import { email, idOf, line, optional, personName, phone } from '../../platform/input/fields';
import { table } from '../../platform/store/table';

export const BODY_KINDS = [
  'department',
  'people-committee',
  'front',
  'union',
  'court',
  'procuracy',
  'lawyers-association',
  'bar-association',
  'legal-centre',
  'law-office',
  'company',
  'other',
] as const;
export type BodyKind = (typeof BODY_KINDS)[number];

export const Contact = z.object({
  name: personName,
  position: optional(line(120)),
  phone: optional(phone),
  email: optional(email),
});

export const BodyInput = z.strictObject({
  name: line(200),
  kind: z.enum(BODY_KINDS),
  /** Where the body acts for an administrative area. */
  unitId: optional(idOf('unt')),
  address: optional(line(300)),
  /** Where invitations go; a person of the body may also have an address of their own. */
  email: optional(email),
  phone: optional(phone),
  contacts: z.array(Contact).max(20).default([]),
});
export type BodyInput = z.output<typeof BodyInput>;

export interface MailTrouble {
  email: string;
  kind: 'bounced' | 'complained';
  at: string;
}

/** An organisation: a department, a committee, the Front, a court, the Bar. One partition holds all. */
export interface Body extends BodyInput {
  pk: 'body';
  sk: string;
  id: string;
  /** Addresses to which mail bounced or was complained about: they are not mailed again. */
  mailTroubles?: MailTrouble[];
  /** Made up for the demo. */
  sample?: boolean;
  version: number;
  createdAt: string;
  updatedAt: string;
  by?: string;
}

export const bodiesTable = table<Body>({ name: 'bodies', key: { pk: 'pk', sk: 'sk' } });

/** A body as it was named when the event was saved. */
export interface BodyRef {
  id: string;
  name: string;
}
