import type { Child, FC } from 'hono/jsx';
import { type NominationView, readNomination } from '../../../functions/events/nominations/read';
import type { Nominee } from '../../../functions/events/registrations/registration';
import { Problem } from '../../../functions/platform/problem/problem';
import { dialPhone, showPhone } from '../../../functions/platform/text/phone';
import { copy } from '../../copy/copy';
import type { Handler, Page } from '../../env';
import { titleIn } from '../../parts/events/event-words';
import { withQuery } from '../../query';
import { routes } from '../../routes';
import { keepNever } from '../../ui/cache';
import type { Fields } from '../../ui/form';
import { Island } from '../../ui/island';
import { here, PublicPage } from '../../ui/layout';
import { Vi } from '../../vietnamese';

export const tokenOf = (c: Page): string => c.req.param('token')!;

interface LinkPageProps {
  c: Page;
  view: Pick<NominationView, 'event'>;
  title: string;
  children: Child;
  /** Without a way back: the link's first page. */
  first?: boolean;
  /** The form that the page draws. */
  form?: object | false;
}

/** A page behind a unit's link: never cached, hidden from search engines, its contact at the foot. */
export const LinkPage: FC<LinkPageProps> = ({ c, view: { event }, title, children, first, form }) => {
  const about = titleIn(event, c.get('language'));
  return (
    <PublicPage
      c={c}
      title={title}
      contact={{ name: event.contactName, phone: event.contactPhone }}
      form={form}
      personal
    >
      {!first && (
        <a class="back tap no-print" href={here(c, routes.nomination(tokenOf(c)))} lang={about.lang}>
          ‹ {about.title}
        </a>
      )}
      {children}
      <Island name="form" />
    </PublicPage>
  );
};

const SHOWN = 'shown';

type Dead = 'missing' | 'revoked' | 'over';

/** What a forged, replaced, revoked or expired link shows: what happened, and the person to call. */
const DeadLink: FC<{ c: Page; why: Dead }> = ({ c, why }) => {
  const t = copy(c.get('language')).nominations;
  const { help } = c.get('world').settings;
  return (
    <PublicPage c={c} title={t.deadTitle} personal>
      <h1>{t.deadTitle}</h1>
      <p>{t[why]}</p>
      <p>
        {t.deadCall} <Vi language={c.get('language')}>{help.name}</Vi>:{' '}
        <a class="tap" href={`tel:${dialPhone(help.phone)}`}>
          <span class="nowrap">{showPhone(help.phone)}</span>
        </a>
      </p>
    </PublicPage>
  );
};

/** Answers behind a link; a dead one says so in words. */
export const behindLink =
  (answer: (c: Page, view: NominationView) => Response | Promise<Response>): Handler =>
  async (c) => {
    keepNever(c);
    try {
      return await answer(c, await readNomination(c.get('world'), tokenOf(c)));
    } catch (error) {
      const dead = error instanceof Problem && /^nomination-(missing|revoked|long-over)$/.exec(error.code);
      if (!dead) throw error;
      const why = dead[1] === 'long-over' ? 'over' : (dead[1] as Dead);
      c.status(why === 'missing' ? 404 : 410);
      return c.html(<DeadLink c={c} why={why} />);
    }
  };

/** The person of the path, if this link named the person. @throws Problem `registration-missing` */
export const personOf = (c: Page, view: NominationView): Nominee => {
  const person = view.people.find((r) => r.id === c.req.param('id'));
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

/** The list of the link, saying what was just done; the names come from the list, not from the address. */
export const listPath = (c: Page, done: Record<string, string> = {}): string =>
  withQuery(here(c, routes.nomination(tokenOf(c))), done);
