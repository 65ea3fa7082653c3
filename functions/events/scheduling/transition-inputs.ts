import * as z from 'zod';
import { instantField, line, optional, prose, versionField } from '../../platform/input/fields';

/** Left out by a caller that acts on the event whatever its latest edit says. */
const version = optional(versionField);

/** New dates; what is left out moves with the beginning. */
const dates = {
  startsAt: optional(instantField),
  endsAt: optional(instantField),
  registrationClosesAt: optional(instantField),
};
/** Why, in the organizer's words: everybody concerned reads them. */
const reason = prose(1_000).pipe(z.string().min(1, 'reason-required'));

export const PublicationInput = z.strictObject({ version, ...dates });
export type PublicationInput = z.output<typeof PublicationInput>;

export const PostponementInput = z.strictObject({
  version,
  reason,
  ...dates,
  /** With new dates: the event stays published, and people are told old and new date together. */
  reopen: optional(z.boolean()),
  /** A new place, where the event is held in another one. */
  venue: optional(line(200)),
  venueAddress: optional(line(300)),
});
export type PostponementInput = z.output<typeof PostponementInput>;

export const CancellationInput = z.strictObject({ version, reason });
export type CancellationInput = z.output<typeof CancellationInput>;

/** When the copy begins; left out, on the same weekday some weeks later. */
export const DuplicateInput = z.strictObject({
  startsAt: optional(instantField),
  /** Gives the same quotas again. */
  quotas: optional(z.boolean()),
});
export type DuplicateInput = z.output<typeof DuplicateInput>;
