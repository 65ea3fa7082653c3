import type { FC } from 'hono/jsx';
import { copy } from '../copy';
import type { Page } from '../env';
import { routes } from '../routes';
import { messageOf } from './form';
import { here, PublicPage } from './layout';

/** The page of ours whose form was sent: the path alone, so that nothing leads elsewhere. */
const formPage = (c: Page): string | undefined => {
  const from = c.req.method === 'POST' ? (c.req.header('referer') ?? '') : '';
  if (!URL.canParse(from)) return undefined;
  const { origin, pathname } = new URL(from);
  const ours = origin === new URL(c.get('world').settings.publicOrigin).origin;
  return ours && /^\/(?!\/)/.test(pathname) ? pathname : undefined;
};

/** What a person sees when something cannot be done: what happened, and where to go. */
export const ProblemPage: FC<{ c: Page; code: string; detail?: Record<string, string | number> }> = ({
  c,
  code,
  detail,
}) => {
  const language = c.get('language');
  const t = copy(language).shared;
  const words = messageOf(language, { code, detail });
  const back = formPage(c);
  const { pathname } = new URL(c.req.url);
  const inConsole = pathname === routes.console() || pathname.startsWith(`${routes.console()}/`);
  return (
    <PublicPage c={c} title={words} personal bilingual={false}>
      <h1>{words}</h1>
      {back && (
        <p>
          <a class="btn" href={back}>
            {t.back}
          </a>
        </p>
      )}
      <p>
        {inConsole ? (
          <a href={routes.console()}>{t.console}</a>
        ) : (
          <a href={here(c, routes.home())}>{t.calendar}</a>
        )}
      </p>
    </PublicPage>
  );
};
