import * as z from 'zod';
import type { Inquiry } from '../inquiries/inquiry';
import { idOf, line, optional, personName, phone, prose, versionField } from '../platform/input/fields';
import { ROLES_IN_TEAM } from '../register/mediators/traits';
import { decisionNumber, PastDay } from '../register/teams/decision';

export const CONFIRMATION = 'confirmation' as const;

/** As many as a commune may have, with room. */
const MOST_PEOPLE = 500;
const MOST_MISSING = 50;

export const ConfirmInput = z.strictObject({
  unitIds: optional(z.array(idOf('unt')).min(1).max(200)).describe(
    'The communes to ask; left out: all that have a team and were not asked this year',
  ),
  dueOn: z.iso.date('time-malformed').describe('The last day of the answer, inclusive'),
  words: optional(prose(2_000)).describe('What the department asks for besides'),
});
export type ConfirmInput = z.output<typeof ConfirmInput>;

export const WHY_STOPPED = ['moved', 'health', 'wish', 'deceased', 'dismissed', 'other'] as const;
export type WhyStopped = (typeof WHY_STOPPED)[number];

const Stopped = z.strictObject({
  mediatorId: idOf('med'),
  on: PastDay.describe('Since when'),
  reason: z.enum(WHY_STOPPED, 'required'),
  number: optional(decisionNumber).describe('Of the decision, where there is one'),
});
export type Stopped = z.output<typeof Stopped>;

const Missing = z.strictObject({
  fullName: personName,
  phone: optional(phone),
  teamId: idOf('team'),
  role: z.enum(ROLES_IN_TEAM).default('mediator'),
  on: PastDay.describe('When the person was elected or recognised'),
  number: optional(decisionNumber).describe(
    'Of the decision that recognised the person; without one: elected',
  ),
});
export type Missing = z.output<typeof Missing>;

/** What a commune says of its mediators. Everybody of the list is either still a mediator or stopped. */
export const Confirmed = z.strictObject({
  serving: z.array(idOf('med')).max(MOST_PEOPLE).default([]).describe('Who still is a mediator'),
  stopped: z.array(Stopped).max(MOST_PEOPLE).default([]),
  missing: z.array(Missing).max(MOST_MISSING).default([]).describe('Mediators who are not in the list'),
  position: line(120).describe('The position of the person who answers, without a name'),
});
export type Confirmed = z.output<typeof Confirmed>;
export const VersionedConfirmed = Confirmed.extend({ version: versionField });
export const EnteredConfirmed = VersionedConfirmed.extend({
  through: z.enum(['phone', 'letter', 'account'], 'through-required'),
});

/** What a confirmation has beside what every inquiry has. The list itself stands in the register. */
export interface ConfirmationAbout {
  unitId: string;
  /** Its name when it was asked. */
  unitName: string;
  year: number;
  words?: string | undefined;
}

/** The yearly confirmation of a commune's teams and mediators. */
export type Confirmation = Inquiry<ConfirmationAbout, Confirmed>;
