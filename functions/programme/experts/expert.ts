import * as z from 'zod';
import { topicsField } from '../../library/catalogue/topics';
import {
  email,
  idOf,
  line,
  nonceField,
  optional,
  personName,
  phone,
  versionField,
} from '../../platform/input/fields';
import { table } from '../../platform/store/table';
import { programmeTable } from '../plans/plan';

const day = z.iso.date('time-malformed');

const ExpertFields = z.strictObject({
  bodyId: idOf('bod').describe('The body that names the expert'),
  fullName: personName,
  position: optional(line(120)).describe('How the expert is addressed: "Luật sư, Phó Chủ nhiệm"'),
  topics: topicsField.describe('The fields in which the expert helps'),
  phone: optional(phone),
  email: optional(email),
  from: day.describe('The first day on which the expert is available'),
  to: optional(day).describe('The last day, inclusive; left out while nothing ends it'),
  document: optional(line(200)).describe('The letter by which the body named the expert'),
});
type Fields = z.output<typeof ExpertFields>;

/** An expert can be reached, and is not gone before they come. */
const consistent = (input: Fields, context: z.RefinementCtx<Fields>): void => {
  if (!input.phone && !input.email)
    context.addIssue({ code: 'custom', path: ['phone'], message: 'expert-unreachable' });
  if (input.to !== undefined && input.to < input.from)
    context.addIssue({ code: 'custom', path: ['to'], message: 'expert-ends-early' });
};

export const ExpertInput = ExpertFields.extend({ nonce: nonceField }).superRefine(consistent);
export type ExpertInput = z.output<typeof ExpertInput>;
export const ExpertUpdate = ExpertFields.extend({ version: versionField }).superRefine(consistent);

/** A person that a body names to help at classes or with hard cases (plan 77, II.5b). */
export interface Expert extends Omit<ExpertInput, 'nonce'> {
  pk: 'expert';
  sk: string;
  id: string;
  /** The body's name on that day. */
  bodyName: string;
  sample?: true;
  version: number;
  createdAt: string;
  updatedAt: string;
  by?: string;
}

/** All experts stand in one partition: a province has some dozens. */
export const experts = table<Expert>(programmeTable);
export const expertKey = (id: string) => ({ pk: 'expert', sk: id }) as const;
