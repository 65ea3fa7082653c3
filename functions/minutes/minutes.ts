import * as z from 'zod';
import { documentsTable } from '../documents/documents-table';
import { instantField, line, optional, prose } from '../platform/input/fields';
import { HIGHEST_VERSION } from '../platform/input/version';
import { table } from '../platform/store/table';

const words = (max: number) => prose(max).pipe(z.string().min(1, 'required'));

export const MinutesInput = z
  .strictObject({
    version: z
      .number()
      .int()
      .min(0)
      .max(HIGHEST_VERSION)
      .describe('The version that was read; 0 where there are no minutes yet'),
    beganAt: instantField,
    endedAt: instantField,
    place: line(300),
    chair: line(120).describe('The name of the person who chaired'),
    chairPosition: line(200),
    secretary: line(120).describe('The name of the person who kept the minutes'),
    secretaryPosition: optional(line(200)),
    discussion: words(20_000).describe('What was said, a paragraph for each speaker'),
    conclusions: words(10_000),
  })
  .superRefine(({ beganAt, endedAt }, context) => {
    if (endedAt <= beganAt)
      context.addIssue({ code: 'custom', path: ['endedAt'], message: 'minutes-end-first' });
  });
export type MinutesInput = z.output<typeof MinutesInput>;

/** The minutes of one event (biên bản), as a form has them. Attendance and recommendations are read when they are drafted. */
export interface Minutes extends Omit<MinutesInput, 'version'> {
  /** `minutes#evt_…`, also of its history. */
  pk: string;
  sk: 'minutes';
  eventId: string;
  version: number;
  updatedAt: string;
  by?: string;
}

export const minutesItems = table<Minutes>(documentsTable);
export const minutesKey = (eventId: string) => ({ pk: `minutes#${eventId}`, sk: 'minutes' as const });
