import { html } from 'hono/html';
import type { Child, FC } from 'hono/jsx';
import { dialPhone, showPhone } from '../../functions/platform/text/phone';
import { copy } from '../copy/copy';
import type { Page } from '../env';
import { routes } from '../routes';

/** The arch of the bridge: our mark, drawn in one path so that it costs a few bytes. */
const Mark: FC = () => (
  <svg viewBox="0 0 40 32" fill="none" stroke="#ffd23f" stroke-width="3" aria-hidden="true" focusable="false">
    <path d="M2 27h36M4 27a16 19 0 0 1 32 0M12 14v13M20 9v18M28 14v13" />
  </svg>
);

export const Brand: FC<{ href: string; tagline?: string; name: string }> = ({ href, tagline, name }) => (
  <a class="brand" href={href}>
    <Mark />
    <span>
      {name}
      {tagline && <small>{tagline}</small>}
    </span>
  </a>
);

interface DocumentProps {
  c: Page;
  title: string;
  children: Child;
  /** Extra style sheets beside the first. */
  styles?: readonly string[];
  /** Search engines are asked to leave personal pages alone. */
  personal?: boolean;
}

/** The bare document: head, skip link, body. */
export const Document: FC<DocumentProps> = ({ c, title, children, styles = [], personal }) => {
  const t = copy(c.get('language')).shared;
  const page = (
    <html lang={c.get('language')} data-size={c.get('size') || undefined}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width,initial-scale=1" />
        <title>{title === t.product ? title : `${title} – ${t.product}`}</title>
        {personal && <meta name="robots" content="noindex" />}
        <link rel="icon" href="data:," />
        {[c.get('assets').style, ...styles].map((href) => (
          <link rel="stylesheet" href={href} />
        ))}
      </head>
      <body>
        <a class="skip" href="#noi-dung">
          {t.skip}
        </a>
        {children}
      </body>
    </html>
  );
  return html`<!doctype html>${page}`;
};

/** The path of a page in another language: English lives below `/en`. */
export const inLanguage = (language: 'vi' | 'en', path: string) =>
  language === 'en' ? `/en${path === '/' ? '' : path}` || '/en' : path;

/** The URL of a page in the language of this request. */
export const here = (c: Page, path: string) => inLanguage(c.get('language'), path);

const barePath = (c: Page) => {
  const path = new URL(c.req.url).pathname;
  return path === '/en' ? '/' : path.replace(/^\/en\//, '/');
};

interface PublicPageProps {
  c: Page;
  title: string;
  children: Child;
  /** Full-width band between the head and the content. */
  hero?: Child;
  /** The event's own contact, where the page is about one event. */
  contact?: { name: string; phone: string };
  personal?: boolean;
  /** Personal links have no twin in another language. */
  bilingual?: boolean;
}

/** A page for the public: issuing body, type size and language on top, somebody to call at the foot. */
export const PublicPage: FC<PublicPageProps> = ({
  c,
  title,
  children,
  hero,
  contact,
  personal,
  bilingual = true,
}) => {
  const { settings } = c.get('world');
  const language = c.get('language');
  const t = copy(language).shared;
  const size = c.get('size');
  const call = contact ?? settings.help;
  return (
    <Document c={c} title={title} personal={personal}>
      <header>
        <div class="top">
          <div class="wrap">
            <span>
              {settings.department.name}
              {settings.sampleData && <span class="sample">{t.sample}</span>}
            </span>
            <span>
              <form method="get" action={routes.textSize()}>
                <input type="hidden" name="ve" value={new URL(c.req.url).pathname} />
                {t.textSize}{' '}
                <button type="submit" name="co" value={Math.max(0, size - 1)} aria-label={`A− ${t.smaller}`}>
                  A−
                </button>
                <button type="submit" name="co" value={Math.min(2, size + 1)} aria-label={`A+ ${t.larger}`}>
                  A+
                </button>
              </form>
              {bilingual && (
                <>
                  {' · '}
                  <a
                    href={inLanguage(language === 'vi' ? 'en' : 'vi', barePath(c))}
                    lang={language === 'vi' ? 'en' : 'vi'}
                  >
                    {t.otherLanguage}
                  </a>
                </>
              )}
            </span>
          </div>
        </div>
        <div class="head">
          <div class="wrap">
            <Brand href={here(c, routes.home())} name={t.product} tagline={t.tagline} />
            <nav aria-label={t.menu}>
              <a
                href={here(c, routes.home())}
                aria-current={barePath(c) === routes.home() ? 'page' : undefined}
              >
                {t.calendar}
              </a>
              <a
                href={here(c, routes.review())}
                aria-current={barePath(c) === routes.review() ? 'page' : undefined}
              >
                {t.review}
              </a>
            </nav>
          </div>
        </div>
      </header>
      <main id="noi-dung" tabindex={-1}>
        {hero}
        <div class="wrap">{children}</div>
      </main>
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
    </Document>
  );
};
