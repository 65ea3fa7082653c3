import * as z from 'zod';
import { idOf, line, optional } from '../../platform/input/fields';
import { table } from '../../platform/store/table';
import { libraryTable } from '../catalogue/library-table';
import { plainWebUrl } from '../catalogue/web-address';

export const PublicationInput = z.strictObject({
  materialId: idOf('mat'),
  portal: line(200).describe('Which portal published it'),
  url: optional(plainWebUrl).describe('Where it stands on that portal'),
  day: z.iso
    .date('date-malformed')
    .refine((day) => day >= '2000-01-01' && day < '2100-01-01', 'date-malformed')
    .describe('When it was published there: 2026-11-28'),
});
export type PublicationInput = z.output<typeof PublicationInput>;

/** That a portal published a material, as it was named then. */
export interface Publication extends PublicationInput {
  pk: 'publication';
  /** Day and id, so that the log is read by day. */
  sk: string;
  id: string;
  materialTitle: string;
  /** Made up for the demo. */
  sample?: boolean;
  createdAt: string;
  by?: string;
}

export const publicationItems = table<Publication>(libraryTable);
