import { deleteCookie, setCookie } from 'hono/cookie';
import type { FC } from 'hono/jsx';
import { dialPhone, showPhone } from '../../../functions/platform/text/phone';
import { copy } from '../../copy/copy';
import type { InfoPage } from '../../copy/vi/info';
import type { Page, Pages } from '../../env';
import { routes } from '../../routes';
import { keepBriefly, keepNever } from '../../ui/cache';
import { PublicPage } from '../../ui/layout';

const KEEP_SECONDS = 300;
const A_YEAR = 365 * 86_400;

const Info: FC<{ c: Page; info: InfoPage }> = ({ c, info }) => {
  const { help } = c.get('world').settings;
  return (
    <PublicPage c={c} title={info.title}>
      <div class="form">
        <h1>{info.title}</h1>
        <p>{info.lead}</p>
        {info.parts.map(({ heading, lines }) => (
          <>
            <h2>{heading}</h2>
            {lines.length === 1 ? (
              <p>{lines[0]}</p>
            ) : (
              <ul>
                {lines.map((line) => (
                  <li>{line}</li>
                ))}
              </ul>
            )}
          </>
        ))}
        <h2>{copy(c.get('language')).info.contact}</h2>
        <p>
          {help.name}
          <br />
          <a class="tap" href={`tel:${dialPhone(help.phone)}`}>
            {showPhone(help.phone)}
          </a>
          <br />
          <a class="tap" href={`mailto:${help.email}`}>
            {help.email}
          </a>
        </p>
      </div>
    </PublicPage>
  );
};

const privacy = (c: Page) => {
  keepBriefly(c, KEEP_SECONDS);
  const { department } = c.get('world').settings;
  return c.html(<Info c={c} info={copy(c.get('language')).info.privacy(department.name)} />);
};

const accessibility = (c: Page) => {
  keepBriefly(c, KEEP_SECONDS);
  return c.html(<Info c={c} info={copy(c.get('language')).info.accessibility()} />);
};

/** A path of this site, or the front page: a forged link must not lead elsewhere. */
const ownPath = (asked: string | undefined, origin: string): string => {
  if (!asked?.startsWith('/')) return routes.home();
  try {
    const url = new URL(asked, origin);
    // `/..//elsewhere` is a path of ours that a browser would read as another host.
    const own = url.origin === new URL(origin).origin && !/^\/[/\\]/.test(url.pathname);
    return own ? url.pathname + url.search : routes.home();
  } catch {
    return routes.home();
  }
};

/** A− and A+: the size is kept in a cookie, since it must work without a script. */
const textSize = (c: Page) => {
  const { publicOrigin } = c.get('world').settings;
  const size = c.req.query('co');
  keepNever(c);
  if (size === '1' || size === '2')
    setCookie(c, 'co', size, {
      path: '/',
      maxAge: A_YEAR,
      sameSite: 'Lax',
      httpOnly: true,
      secure: publicOrigin.startsWith('https:'),
    });
  else deleteCookie(c, 'co', { path: '/' });
  return c.redirect(ownPath(c.req.query('ve'), publicOrigin), 303);
};

export const publicInfo: Pages = (app) => {
  app.get(routes.privacy(), privacy);
  app.get(routes.accessibility(), accessibility);
  app.get(routes.textSize(), textSize);
};
