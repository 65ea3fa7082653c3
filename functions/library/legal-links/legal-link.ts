import * as z from 'zod';
import { line, optional } from '../../platform/input/fields';
import { table } from '../../platform/store/table';
import { libraryTable } from '../catalogue/library-table';
import { topicsField } from '../catalogue/topics';
import { plainWebUrl } from '../catalogue/web-address';

export const LegalLinkInput = z.strictObject({
  title: line(200),
  note: optional(line(300)).describe('What the reader finds there'),
  url: plainWebUrl,
  topics: topicsField,
});
export type LegalLinkInput = z.output<typeof LegalLinkInput>;

/** What the last check found. */
export interface LinkCheck {
  at: string;
  found: boolean;
  /** How many checks in a row found nothing. */
  failures: number;
  reason?: 'gone' | 'no-answer' | 'refused';
  /** Of HTTP, where the site answered. */
  status?: number;
}

/** A link to a database of law. */
export interface LegalLink extends LegalLinkInput {
  pk: 'legal-link';
  sk: string;
  id: string;
  /** The address that was checked is the one that is kept: another one has no check yet. */
  linkCheck?: LinkCheck;
  /** When the page was last there. */
  foundAt?: string;
  /** When it is checked next. */
  checkAt: string;
  /** Several checks in a row found nothing: the public does not see it. */
  dead?: boolean;
  /** Made up for the demo. */
  sample?: boolean;
  version: number;
  createdAt: string;
  updatedAt: string;
  by?: string;
}

export const legalLinkItems = table<LegalLink>(libraryTable);

/** When the clock looks at the links again, so that most ticks read one small item. */
interface NextCheck {
  pk: 'link-check';
  sk: 'look';
  at: string;
  /** Another one with each request: a look that began before a request does not put it off. */
  request?: string;
}
export const nextChecks = table<NextCheck>(libraryTable);
export const NEXT_CHECK = { pk: 'link-check', sk: 'look' } as const;
