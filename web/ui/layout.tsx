import type { Child, FC } from 'hono/jsx';
import { dialPhone, showPhone } from '../../functions/platform/text/phone';
import { copy } from '../copy/copy';
import type { Page } from '../env';
import { QUERY } from '../query';
import { routes } from '../routes';
import { Brand, Document } from './document';

/** The path of a page in another language: English lives below `/en`. */
export const inLanguage = (language: 'vi' | 'en', path: string) =>
  language === 'en' ? `/en${path === '/' ? '' : path}` || '/en' : path;

/** The URL of a page in the language of this request. */
export const here = (c: Page, path: string) => inLanguage(c.get('language'), path);

const barePath = (c: Page) => {
  const path = new URL(c.req.url).pathname;
  return path === '/en' ? '/' : path.replace(/^\/en\//, '/');
};

/** The issuing body, the size of the letters, the other language. */
const TopBar: FC<{ c: Page; bilingual: boolean }> = ({ c, bilingual }) => {
  const { settings } = c.get('world');
  const language = c.get('language');
  const t = copy(language).shared;
  const size = c.get('size');
  const other = language === 'vi' ? 'en' : 'vi';
  return (
    <div class="top">
      <div class="wrap">
        <span>
          {settings.department.name}
          {settings.sampleData && <span class="sample">{t.sample}</span>}
        </span>
        <span>
          <form method="get" action={routes.textSize()}>
            <input type="hidden" name={QUERY.back} value={new URL(c.req.url).pathname} />
            {t.textSize}{' '}
            <button
              type="submit"
              name={QUERY.textSize}
              value={Math.max(0, size - 1)}
              aria-label={`A− ${t.smaller}`}
            >
              A−
            </button>
            <button
              type="submit"
              name={QUERY.textSize}
              value={Math.min(2, size + 1)}
              aria-label={`A+ ${t.larger}`}
            >
              A+
            </button>
          </form>
          {bilingual && (
            <>
              {' · '}
              <a href={inLanguage(other, barePath(c))} lang={other}>
                {t.otherLanguage}
              </a>
            </>
          )}
        </span>
      </div>
    </div>
  );
};

const Menu: FC<{ c: Page }> = ({ c }) => {
  const t = copy(c.get('language')).shared;
  const places = [
    { path: routes.home(), name: t.calendar },
    { path: routes.review(), name: t.review },
  ];
  return (
    <div class="head">
      <div class="wrap">
        <Brand href={here(c, routes.home())} name={t.product} tagline={t.tagline} />
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
        {t.help(call.name)}{' '}
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
  /** Some personal links exist in one language only. */
  bilingual?: boolean;
}

/** A page for the public: issuing body, size of letters and language on top, a person to call at the foot. */
export const PublicPage: FC<PublicPageProps> = ({
  c,
  title,
  children,
  hero,
  contact,
  personal,
  bilingual = true,
}) => (
  <Document c={c} title={title} personal={personal}>
    <header>
      <TopBar c={c} bilingual={bilingual} />
      <Menu c={c} />
    </header>
    <main id="noi-dung" tabindex={-1}>
      {hero}
      <div class="wrap">{children}</div>
    </main>
    <Foot c={c} call={contact ?? c.get('world').settings.help} />
  </Document>
);
