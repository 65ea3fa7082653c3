import * as z from 'zod';
import type { Inquiry } from '../inquiries/inquiry';
import { idOf, line, optional, prose, versionField } from '../platform/input/fields';
import type { Gap } from '../register/gaps/gaps';
import { Decision } from '../register/teams/decision';

export const REVIEW = 'review' as const;

const words = (max: number) => prose(max).pipe(z.string().min(1, 'required'));

export const ReviewInput = z.strictObject({
  unitId: idOf('unt').describe('The pilot commune; its committee, or the nearest one above it, is asked'),
  dueOn: z.iso.date('time-malformed').describe('The last day of the answer, inclusive'),
  words: optional(prose(2_000)).describe('What the department asks for besides'),
  nonce: optional(z.string().min(8).max(64)).describe(
    'A secret of the form: sent again with it, the first one is answered',
  ),
});
export type ReviewInput = z.output<typeof ReviewInput>;

/** What the commune will do about its teams, and by when. */
const planned = {
  words: words(5_000).describe('What will be done about each team'),
  by: z.iso.date('time-malformed').describe('The day by which it is done'),
  position: line(120).describe('The position of the person who answers, without a name'),
};
export const Planned = z.strictObject(planned);
export type Planned = z.output<typeof Planned>;
export const VersionedPlanned = Planned.extend({ version: versionField });
export const EnteredPlanned = VersionedPlanned.extend({
  through: z.enum(['phone', 'letter'], 'through-required'),
});

export const DecideInput = z.strictObject({
  version: versionField,
  decision: Decision.describe('The decision by which the teams were strengthened'),
  words: words(2_000).describe('What was decided'),
});
export type DecideInput = z.output<typeof DecideInput>;

/** A team below the requirements, as the register had it when the commune was asked. */
export interface LackingTeam {
  id: string;
  name: string;
  members: number;
  women: number;
  gaps: readonly Gap[];
}

/** What a review has beside what every inquiry has. */
export interface ReviewAbout {
  unitId: string;
  /** Its name when it was asked. */
  unitName: string;
  words?: string | undefined;
  /** How many teams the commune had. */
  teams: number;
  lacking: readonly LackingTeam[];
  /** The decision with which the review ended. */
  decision?: Decision;
}

/** A review of the mediation teams of a pilot commune (rà soát, kiện toàn). */
export type Review = Inquiry<ReviewAbout, Planned>;
