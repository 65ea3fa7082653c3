import { randomUUID } from 'node:crypto';
import { accepts } from 'hono/accepts';
import { Problem, STATUS } from '../../functions/platform/problem/problem';
import { Unavailable } from '../../functions/platform/store/outcome';
import { ms } from '../../functions/platform/time/dates';
import type { World } from '../../functions/platform/world/world';
import type { Language } from '../copy/copy';
import type { Page } from '../env';

/** An error as a problem. An unexpected error is logged under an id, and people are told the id alone. */
export const asProblem = (error: unknown, world: World, path: string): Problem => {
  if (error instanceof Problem) return error;
  if (error instanceof Unavailable) {
    world.log({
      what: error.name === 'LostAnswer' ? 'answer-lost' : 'store-unavailable',
      level: 'warn',
      call: error.message,
    });
    return new Problem('unavailable', 'unavailable');
  }
  const id = randomUUID().slice(0, 8);
  const e = error instanceof Error ? error : new Error(String(error));
  // A personal link's secret stands in its path: it stays out of the log.
  const where = path.replace(/[0-9a-z]{26,}/g, '…');
  world.log({
    what: 'unexpected',
    level: 'error',
    id,
    name: e.name,
    stack: e.stack?.slice(0, 2_000),
    path: where,
  });
  return new Problem('unavailable', 'unexpected', { id });
};

/** Of the languages that the caller accepts, the first that the site speaks: `fr, en;q=0.8` is English. */
const spokenTo = (c: Page): Language =>
  accepts(c, {
    header: 'Accept-Language',
    supports: ['vi', 'en'],
    default: 'vi',
    match: (liked, { supports, default: otherwise }) =>
      liked
        .filter(({ q }) => q > 0)
        .sort((a, b) => b.q - a.q)
        .map(({ type }) => type.toLowerCase().split('-')[0]!)
        .find((language) => supports.includes(language)) ?? otherwise,
  }) as Language;

/** After how many seconds the same request may be answered. */
const secondsToWait = ({ kind, code, detail }: Problem, now: number): number | undefined => {
  if (kind === 'too-many' && detail.until)
    return Math.max(1, Math.ceil((ms(String(detail.until)) - now) / 1_000));
  return kind === 'unavailable' && code !== 'unexpected' ? 2 : undefined;
};

/** Answers with a problem: as `application/problem+json` below `/api`, else as a page. */
export const answerProblem = async (c: Page, problem: Problem): Promise<Response> => {
  const status = STATUS[problem.kind];
  c.header('Cache-Control', 'no-store');
  const wait = secondsToWait(problem, c.get('world').now());
  if (wait !== undefined) c.header('Retry-After', String(wait));
  if (problem.kind === 'not-allowed') c.header('Allow', String(problem.detail.allow));
  const isApi = new URL(c.req.url).pathname.startsWith('/api/');
  if (!isApi) {
    const { problemPage } = await import('../ui/problem-page');
    c.status(problem.code === 'unexpected' ? 500 : status);
    return c.html(await problemPage(c, problem));
  }
  const { messageOf } = await import('../ui/form/state');
  const language = spokenTo(c);
  return c.json(
    {
      type: `${c.get('world').settings.publicOrigin}/api/docs#${problem.code}`,
      title: messageOf(language, { code: problem.code, detail: problem.detail }),
      status: problem.code === 'unexpected' ? 500 : status,
      code: problem.code,
      ...(problem.code === 'work-needed' && { work: problem.detail }),
      ...(problem.fields.length && {
        errors: problem.fields.map((f) => ({ path: f.path, code: f.code, message: messageOf(language, f) })),
      }),
    },
    problem.code === 'unexpected' ? 500 : status,
    { 'content-type': 'application/problem+json; charset=utf-8' },
  );
};
