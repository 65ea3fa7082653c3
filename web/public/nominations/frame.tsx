import type { Child, FC } from 'hono/jsx';
import { type NominationView, readNomination } from '../../../functions/events/nominations/read';
import type { Nominee } from '../../../functions/events/registrations/nominees';
import { Problem } from '../../../functions/platform/problem/problem';
import { dialPhone, showPhone } from '../../../functions/platform/text/phone';
import { copy } from '../../copy/copy';
import type { Page } from '../../env';
import { titleIn } from '../../parts/events/event-words';
import { routes } from '../../routes';
import { keepNever } from '../../ui/cache';
import { Island } from '../../ui/island';
import { here, PublicPage } from '../../ui/layout';

export const tokenOf = (c: Page): string => c.req.param('token')!;

interface LinkPageProps {
  c: Page;
  view: Pick<NominationView, 'event'>;
  title: string;
  children: Child;
  /** Without a way back: the link's first page. */
  first?: boolean;
}

/** A page behind a unit's link: never kept, never found by a search engine, its contact at the foot. */
export const LinkPage: FC<LinkPageProps> = ({ c, view: { event }, title, children, first }) => {
  const about = titleIn(event, c.get('language'));
  return (
    <PublicPage c={c} title={title} contact={{ name: event.contactName, phone: event.contactPhone }} personal>
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

type Dead = 'missing' | 'revoked' | 'over';

/** What a forged, replaced, revoked or outlived link shows: what happened, and whom to call. */
const DeadLink: FC<{ c: Page; why: Dead }> = ({ c, why }) => {
  const t = copy(c.get('language')).nominations;
  const { help } = c.get('world').settings;
  return (
    <PublicPage c={c} title={t.deadTitle} personal>
      <h1>{t.deadTitle}</h1>
      <p>{t[why]}</p>
      <p>
        {t.deadCall} {help.name}:{' '}
        <a class="tap" href={`tel:${dialPhone(help.phone)}`}>
          <span class="nowrap">{showPhone(help.phone)}</span>
        </a>
      </p>
    </PublicPage>
  );
};

type Answer = Response | Promise<Response>;

/** Answers behind a link; a dead one says so in words. */
export const behindLink =
  (answer: (c: Page, view: NominationView) => Answer) =>
  async (c: Page): Promise<Response> => {
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

/** The person of the path, if this link named them. @throws Problem `registration-missing` */
export const personOf = (c: Page, view: NominationView): Nominee => {
  const person = view.people.find((r) => r.id === c.req.param('id'));
  if (!person) throw new Problem('missing', 'registration-missing');
  return person;
};

/** Back to the list with a word about what was done; the names come from the list, not from the URL. */
export const backToList = (c: Page, done: Record<string, string> = {}): Response =>
  c.redirect(`${here(c, routes.nomination(tokenOf(c)))}?${new URLSearchParams(done)}`, 303);
