import * as z from 'zod';
import { email, idOf, instantField, line, optional, phone } from '../../platform/input/fields';
import { table } from '../../platform/store/table';

export const NominationInput = z
  .strictObject({
    unitId: optional(idOf('unt')),
    bodyId: optional(idOf('bod')),
    quota: z.number().int().min(1).max(500),
    /** Until when people may be named; replacing goes on until the event begins. */
    deadline: optional(instantField).describe('Left out: three days before the event, at 17:00'),
    contactName: line(120),
    contactPhone: optional(phone),
    contactEmail: optional(email),
    hold: optional(z.boolean()).describe('The unit is told once the signed công văn is uploaded'),
  })
  .superRefine((n, context) => {
    if (!n.unitId === !n.bodyId)
      context.addIssue({ code: 'custom', path: ['unitId'], message: 'unit-or-body' });
  });
export type NominationInput = z.output<typeof NominationInput>;

/** A unit's or body's quota for an event, and the link by which its officer names people. */
export interface Nomination {
  pk: string;
  sk: 'nomination';
  id: string;
  eventId: string;
  unitId?: string;
  bodyId?: string;
  /** The unit's or body's name when the quota was given. */
  name: string;
  /** The pool whose seats it fills: the unit's or body's id. */
  pool: string;
  deadline: string;
  /** The event's beginning when the deadline was set (`basedOnStart` in code): they move together. */
  reckonedFrom?: string;
  /** How many people were last asked for; absent in old ones. Seats are counted in the pool alone. */
  asked?: number;
  contactName: string;
  contactPhone?: string;
  contactEmail?: string;
  /** Not told yet: the call waits for the signed công văn. The link works. */
  waits?: true;
  /** The signed công văn, and what it says of this quota: if that moves, the letter is no longer theirs. */
  signed?: { key: string; at: string; schedule: number; deadline: string };
  /** When the organizer or the clock last asked once more for people. */
  remindedAt?: string;
  status: 'issued' | 'revoked';
  /** The turn of a revoked link whose people do not all have new codes yet. */
  codesShownBy?: number;
  turn: number;
  tokenHash: string;
  version: number;
  /** The version for which the last new link was requested: makes pressing the button twice idempotent. */
  reissuedFrom?: number;
  createdAt: string;
  updatedAt: string;
  by?: string;
}

/**
 * The id follows from event and quota: two requests cannot give one quota twice, and a revoked quota is given
 * again under the same id, with a new link.
 */
export const nominationId = (eventId: string, pool: string): string => `nom_${eventId.slice(4)}_${pool}`;

export const nominationKey = (id: string) => ({ pk: id, sk: 'nomination' as const });

/** The unit or body that has the quota, read from the nomination's id: `unt_…` or `bod_…`. */
export const nominatorOf = (nominationId: string): string | undefined =>
  /^nom_.+_((?:unt|bod)_.+)$/.exec(nominationId)?.[1];

export const nominationsTable = table<Nomination>({
  name: 'nominations',
  key: { pk: 'pk', sk: 'sk' },
  globals: {
    event: { pk: 'eventId', sk: 'createdAt', projection: 'ALL' },
    token: { pk: 'tokenHash', projection: 'KEYS_ONLY' },
  },
  stream: true,
});

/** The same table as its `token` index shows it: keys alone. */
export const nominationKeys = table<Pick<Nomination, 'pk' | 'sk' | 'tokenHash'>>(nominationsTable);
