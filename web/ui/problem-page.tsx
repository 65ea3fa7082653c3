import type { FC } from 'hono/jsx';
import { copy } from '../copy';
import type { Page } from '../env';
import { routes } from '../routes';
import { messageOf } from './form';
import { here, PublicPage } from './layout';

/** What a person sees when something cannot be done: what happened, and where to go. */
export const ProblemPage: FC<{ c: Page; code: string; detail?: Record<string, string | number> }> = ({
  c,
  code,
  detail,
}) => {
  const language = c.get('language');
  const words = messageOf(language, { code, detail });
  return (
    <PublicPage c={c} title={words} personal bilingual={false}>
      <h1>{words}</h1>
      <p>
        <a href={here(c, routes.home())}>{copy(language).shared.calendar}</a>
      </p>
    </PublicPage>
  );
};
