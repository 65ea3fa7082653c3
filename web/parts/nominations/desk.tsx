import type { Child, FC } from 'hono/jsx';
import type { Hands } from '../../../functions/events/nominations/filling';
import type { NominationView } from '../../../functions/events/nominations/read';
import type { Nominee } from '../../../functions/events/registrations/registration';
import { Problem } from '../../../functions/platform/problem/problem';
import type { Handler, Page } from '../../env';
import { withQuery } from '../../query';
import type { Fields } from '../../ui/form';

/** Where the pages of a quota stand. */
export interface DeskPaths {
  list: string;
  paste: string;
  /** The mediators of the unit, to be named. */
  mediators: string;
  template: string;
  /** The signed công văn that asks for the people. */
  letter: string;
  slips: string;
  call: string;
  reserve: string;
  replace: (person: string) => string;
  slip: (person: string) => string;
  withdraw: (person: string) => string;
  seat: (person: string) => string;
  /** Shows all that is on file of a person: not behind a link, which is passed on. */
  correct?: (person: string) => string;
}

export interface FrameProps {
  c: Page;
  desk: Pick<Desk, 'event' | 'paths'>;
  title: string;
  /** The heading, where it is more than the title. */
  heading?: Child;
  /** Stands before the heading: mistakes, what was just done. */
  above?: Child;
  children: Child;
  /** In the width of a form. */
  narrow?: boolean;
  /** Only the part below the heading is for paper. */
  toPrint?: boolean;
  /** Without a way back: the first page of the quota. */
  first?: boolean;
  /** The form that the page draws. */
  form?: object | false;
}

/** A quota as its pages show it, and by which way the reader came: the mailed link, or an account of the unit. */
export interface Desk extends NominationView {
  hands: Hands;
  paths: DeskPaths;
  Frame: FC<FrameProps>;
  /** What the reader must know of the page. */
  note?: string;
}

/** Answers with the quota of the path. */
export type Behind = (answer: (c: Page, desk: Desk) => Response | Promise<Response>) => Handler;

const SHOWN = 'shown';

/** The person of the path, if they were named within this quota. @throws Problem `registration-missing` */
export const personOf = (c: Page, { people }: Pick<Desk, 'people'>): Nominee => {
  const person = people.find((r) => r.id === c.req.param('id'));
  if (!person) throw new Problem('missing', 'registration-missing');
  return person;
};

/** In a form about a person: who it shows. A correction may have made another person of the record since. */
export const ShownPerson: FC<{ of: Nominee }> = ({ of: { fullName, phone } }) => (
  <input type="hidden" name={SHOWN} value={`${fullName} ${phone}`} />
);

/** @throws Problem stale where it is another person than the form shows */
export const mustBeAsShown = ({ fullName, phone }: Nominee, fields: Fields): void => {
  const shown = fields[SHOWN];
  if (shown !== undefined && shown !== `${fullName} ${phone}`)
    throw new Problem('stale', 'registration-changed-since');
};

/** The first page of the quota, saying what was just done; the names come from the list, not from the address. */
export const listPath = ({ paths }: Pick<Desk, 'paths'>, done: Record<string, string> = {}): string =>
  withQuery(paths.list, done);
