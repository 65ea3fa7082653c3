import { html } from 'hono/html';
import type { Child, FC } from 'hono/jsx';
import { copy, type Language } from '../copy/copy';
import type { Page } from '../env';
import { Vi } from '../vietnamese';
import { IslandsContext } from './island';
import { Share, type Shared } from './share';

/** The arch of the bridge: the mark, drawn in one path so that it costs a few bytes. */
const Mark: FC = () => (
  <svg viewBox="0 0 40 32" fill="none" stroke-width="3" aria-hidden="true" focusable="false">
    <path d="M2 27h36M4 27a16 19 0 0 1 32 0M12 14v13M20 9v18M28 14v13" />
  </svg>
);

interface BrandProps {
  href: string;
  tagline?: string;
  name: string;
  language?: Language;
}

export const Brand: FC<BrandProps> = ({ href, tagline, name, language = 'vi' }) => (
  <a class="brand" href={href}>
    <Mark />
    <span>
      <Vi language={language}>{name}</Vi>
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
  /** Without JavaScript the page is loaded again after so many seconds. */
  reload?: number | undefined;
  share?: Shared | undefined;
}

/** What the browser's tab says. That a form has errors comes first: a screen reader reads it before the page. */
const titleLine = (c: Page, title: string): string => {
  const t = copy(c.get('language')).shared;
  const named = title === t.product ? title : `${title} – ${t.product}`;
  return c.get('refused') ? t.refused(named) : named;
};

/** The bare document: head, skip link, body. */
export const Document: FC<DocumentProps> = (props) => {
  const { c, title, children, styles = [], personal, reload, share } = props;
  const t = copy(c.get('language')).shared;
  const page = (
    <html lang={c.get('language')} data-size={c.get('size') || undefined}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width,initial-scale=1" />
        <title>{titleLine(c, title)}</title>
        {personal && <meta name="robots" content="noindex" />}
        {reload !== undefined && (
          <noscript>
            <meta http-equiv="refresh" content={String(reload)} />
          </noscript>
        )}
        {share && <Share c={c} page={title} personal={personal} {...share} />}
        <link rel="icon" href="data:," />
        {[c.get('assets').style, ...styles].map((href) => (
          <link rel="stylesheet" href={href} />
        ))}
      </head>
      <body>
        <a class="skip" href="#noi-dung">
          {t.skip}
        </a>
        <IslandsContext.Provider value={c.get('assets').islands}>{children}</IslandsContext.Provider>
      </body>
    </html>
  );
  return html`<!doctype html>${page}`;
};
