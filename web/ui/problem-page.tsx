import type { FC } from 'hono/jsx';
import type { JSX } from 'hono/jsx/jsx-runtime';
import type { Problem, ProblemKind } from '../../functions/platform/problem/problem';
import { dialPhone, showPhone } from '../../functions/platform/text/phone';
import { copy } from '../copy/copy';
import type { Page } from '../env';
import { routes } from '../routes';
import { Say } from '../vietnamese';
import { ConsolePage } from './console';
import { messageOf } from './form/state';
import { type KeptForm, keptForm, SendAgain, TypedWords } from './kept-form';
import { formPage, here, PublicPage } from './layout';

/** Whether the same form may be taken when it is sent once more. */
const mayHelp = (kind: ProblemKind, code: string) =>
  kind === 'unavailable' || kind === 'too-many' || code === 'wrong-origin';

/** What a person sees when something cannot be done: what happened, the person to call, where to go. */
export const problemPage = async (c: Page, { kind, code, detail }: Problem): Promise<JSX.Element> => {
  // What is refused before it is parsed is not parsed for its words either.
  const kept = kind === 'too-large' ? undefined : await keptForm(c);
  return <ProblemPage c={c} kind={kind} code={code} detail={detail} kept={kept} />;
};

const ProblemPage: FC<{
  c: Page;
  kind: ProblemKind;
  code: string;
  detail?: Record<string, string | number>;
  /** The form that was not taken. */
  kept?: KeptForm | undefined;
}> = ({ c, kind, code, detail, kept }) => {
  const language = c.get('language');
  const t = copy(language).shared;
  const title = t.problems[code] ?? t.problems[kind] ?? t.problems.other!;
  const back = formPage(c);
  const { help } = c.get('world').settings;
  const { pathname } = new URL(c.req.url);
  const inConsole = pathname === routes.console() || pathname.startsWith(`${routes.console()}/`);
  const sendable = mayHelp(kind, code) ? kept : undefined;
  const content = (
    <>
      <p>{messageOf(language, { code, detail })}</p>
      {kept && <TypedWords kept={kept} language={language} />}
      {sendable && <SendAgain c={c} kept={sendable} action={pathname + new URL(c.req.url).search} />}
      {back && !sendable && (
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
    </>
  );
  return inConsole && c.get('account') ? (
    <ConsolePage c={c} title={title} at="">
      {content}
      <p>
        <Say language={language} words={t.help}>
          {help.name}
        </Say>{' '}
        <a class="nowrap" href={`tel:${dialPhone(help.phone)}`}>
          {showPhone(help.phone)}
        </a>
      </p>
    </ConsolePage>
  ) : (
    <PublicPage c={c} title={title} form={sendable} personal bilingual={false}>
      <h1>{title}</h1>
      {content}
    </PublicPage>
  );
};
