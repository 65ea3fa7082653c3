import * as z from 'zod';
import type { Inquiry } from '../inquiries/inquiry';
import { line, optional, prose } from '../platform/input/fields';
import type { Said } from '../recommendations/recommendation';

export const FINDING = 'finding' as const;

const words = (max: number) => prose(max).pipe(z.string().min(1, 'required'));

export const FindingInput = z.strictObject({
  key: optional(z.string().regex(/^[0-9a-z_-]{8,60}$/)).describe(
    'Made by the sender: the same key records the finding once, also where it is sent again',
  ),
  title: line(200),
  words: words(5_000).describe('What was found; without names of parties'),
  evidence: optional(prose(2_000)).describe('On what it rests: documents, registers, what was seen'),
  dueOn: z.iso.date('time-malformed').describe('The last day of the reply, inclusive'),
});
export type FindingInput = z.output<typeof FindingInput>;

/** What a finding has beside what every inquiry has. */
export interface FindingAbout {
  visitId: string;
  unitId: string;
  unitName: string;
  /** The day of the visit. */
  foundOn: string;
  words: string;
  evidence?: string | undefined;
}

/** A finding of a visit. The unit replies as a body answers a recommendation: done, planned by a day, or not possible. */
export type Finding = Inquiry<FindingAbout, Said>;
