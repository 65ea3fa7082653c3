import type { Child, FC } from 'hono/jsx';
import { dialPhone, showPhone } from '../../functions/platform/text/phone';
import { copy } from '../copy/copy';
import type { Page } from '../env';
import { QUERY } from '../query';
import { routes } from '../routes';
import { Say, Vi } from '../vietnamese';
import { Brand, Document } from './document';
import { FORM_ID } from './form/display';
import { barePath, inLanguage } from './paths';
import type { Shared } from './share';

/** The URL of a page in the language of this request. */
export const here = (c: Page, path: string) => inLanguage(c.get('language'), path);

/** The page that a reader sees now: what a form was sent to may be no page of its own. */
const shownPath = (c: Page): string => {
  const { pathname, search } = new URL(c.req.url);
  return c.req.method === 'POST' ? (formPage(c) ?? pathname) : pathname + search;
};

/** The page of this site whose form was sent: the path alone, so that it cannot lead to another site. */
export const formPage = (c: Page): string | undefined => {
  const from = c.req.method === 'POST' ? (c.req.header('referer') ?? '') : '';
  if (!URL.canParse(from)) return undefined;
  const { origin, pathname } = new URL(from);
  const ours = origin === new URL(c.get('world').settings.publicOrigin).origin;
  return ours && /^\/(?!\/)/.test(pathname) ? pathname : undefined;
};

const sizes = (c: Page) => {
  const t = copy(c.get('language')).shared;
  const size = c.get('size');
  return [
    { name: 'A−', value: Math.max(0, size - 1), label: t.smaller },
    { name: 'A+', value: Math.min(2, size + 1), label: t.larger },
  ];
};

/** The sizes and the languages lead to the page again. */
const PageAgain: FC<{ c: Page; bilingual: boolean }> = ({ c, bilingual }) => {
  const t = copy(c.get('language')).shared;
  const other = c.get('language') === 'vi' ? 'en' : 'vi';
  return (
    <span>
      <form method="get" action={routes.textSize()}>
        <input type="hidden" name={QUERY.back} value={shownPath(c)} />
        {t.textSize}{' '}
        {sizes(c).map(({ name, value, label }) => (
          <button type="submit" name={QUERY.textSize} value={value} aria-label={`${name} ${label}`}>
            {name}
          </button>
        ))}
      </form>
      {bilingual && (
        <>
          {' · '}
          <a href={inLanguage(other, barePath(c)) + new URL(c.req.url).search} lang={other}>
            {t.otherLanguage}
          </a>
        </>
      )}
    </span>
  );
};

/**
 * The same on a page with a form: the buttons send the form, as far as it is filled in, and it comes back in the
 * size or language. The Enter key presses the first button of a form, so the one that sends it stands first.
 */
const FormAgain: FC<{ c: Page; bilingual: boolean }> = ({ c, bilingual }) => {
  const t = copy(c.get('language')).shared;
  const other = c.get('language') === 'vi' ? 'en' : 'vi';
  return (
    <span>
      <button type="submit" form={FORM_ID} class="hidden-label" tabindex={-1}>
        {t.send}
      </button>
      {t.textSize}{' '}
      {sizes(c).map(({ name, value, label }) => (
        <button
          type="submit"
          form={FORM_ID}
          name={QUERY.textSize}
          value={value}
          aria-label={`${name} ${label}`}
        >
          {name}
        </button>
      ))}
      {bilingual && (
        <>
          {' · '}
          <button
            type="submit"
            form={FORM_ID}
            name={QUERY.language}
            value={other}
            lang={other}
            class="linklike"
          >
            {t.otherLanguage}
          </button>
        </>
      )}
    </span>
  );
};

/** The issuing body, the size of the letters, the other language. */
const TopBar: FC<{ c: Page; bilingual: boolean; form: boolean }> = ({ c, bilingual, form }) => {
  const { settings } = c.get('world');
  const t = copy(c.get('language')).shared;
  const Again = form ? FormAgain : PageAgain;
  return (
    <div class="top">
      <div class="wrap">
        <span>
          <Vi language={c.get('language')}>{settings.department.name}</Vi>
          {settings.sampleData && <span class="sample">{t.sample}</span>}
        </span>
        <Again c={c} bilingual={bilingual} />
      </div>
    </div>
  );
};

const Menu: FC<{ c: Page }> = ({ c }) => {
  const t = copy(c.get('language')).shared;
  const places = [
    { path: routes.home(), name: t.calendar },
    { path: routes.library(), name: t.materials },
    { path: routes.review(), name: t.review },
  ];
  return (
    <div class="head">
      <div class="wrap">
        <Brand
          href={here(c, routes.home())}
          name={t.product}
          tagline={t.tagline}
          language={c.get('language')}
        />
        <nav aria-label={t.menu}>
          {places.map(({ path, name }) => (
            <a href={here(c, path)} aria-current={barePath(c) === path ? 'page' : undefined}>
              {name}
            </a>
          ))}
        </nav>
      </div>
    </div>
  );
};

const Foot: FC<{ c: Page; call: Contact }> = ({ c, call }) => {
  const t = copy(c.get('language')).shared;
  return (
    <footer class="foot">
      <div class="wrap">
        <Say language={c.get('language')} words={t.help}>
          {call.name}
        </Say>{' '}
        <a class="nowrap" href={`tel:${dialPhone(call.phone)}`}>
          {showPhone(call.phone)}
        </a>
        {' · '}
        <a href={here(c, routes.privacy())}>{t.privacy}</a>
        {' · '}
        <a href={here(c, routes.accessibility())}>{t.accessibility}</a>
      </div>
    </footer>
  );
};

interface Contact {
  name: string;
  phone: string;
}

interface PublicPageProps {
  c: Page;
  title: string;
  children: Child;
  /** Full-width band between the head and the content. */
  hero?: Child;
  /** The event's own contact, where the page is about one event. */
  contact?: Contact;
  personal?: boolean;
  /** What a link to the page shows where it is passed on. */
  share?: Shared;
  /** Some personal links exist in one language only. */
  bilingual?: boolean;
  /** The form that the page draws with `form.Post`: other sizes and languages keep what was typed. */
  form?: object | undefined | false;
}

/** A preview that is told nothing quotes the page: of a page for one person it would show their name. */
const neutral = (c: Page): Shared => {
  const t = copy(c.get('language')).shared;
  return { title: t.product, description: t.privatePage };
};

/** A page for the public: issuing body, size of letters and language on top, a person to call at the foot. */
export const PublicPage: FC<PublicPageProps> = ({
  c,
  title,
  children,
  hero,
  contact,
  personal,
  share,
  bilingual = true,
  form,
}) => (
  <Document c={c} title={title} personal={personal} share={share ?? (personal ? neutral(c) : undefined)}>
    <header>
      <TopBar c={c} bilingual={bilingual} form={Boolean(form)} />
      <Menu c={c} />
    </header>
    <main id="noi-dung" tabindex={-1}>
      {hero}
      <div class="wrap">{children}</div>
    </main>
    <Foot c={c} call={contact ?? c.get('world').settings.help} />
  </Document>
);
