import type { FC } from 'hono/jsx';
import { readNomination } from '../../../functions/events/nominations/read';
import { Problem } from '../../../functions/platform/problem/problem';
import { dialPhone, showPhone } from '../../../functions/platform/text/phone';
import { as } from '../../../functions/platform/world/world';
import { copy } from '../../copy/copy';
import type { Page } from '../../env';
import { titleIn } from '../../parts/events/event-words';
import type { Behind, DeskPaths, FrameProps } from '../../parts/nominations/desk';
import { routes } from '../../routes';
import { keepNever } from '../../ui/cache';
import { Island } from '../../ui/island';
import { here, PublicPage } from '../../ui/layout';
import { Vi } from '../../vietnamese';

const tokenOf = (c: Page): string => c.req.param('token')!;

/**
 * Where the pages of a link stand. A path is made when it is asked for: a form that is sent with another language is
 * shown again in that one.
 * @param at the same path in the language of the request
 */
export const linkPaths = (token: string, at: (path: string) => string = (path) => path): DeskPaths => ({
  get list() {
    return at(routes.nomination(token));
  },
  get paste() {
    return at(routes.nominationPaste(token));
  },
  get mediators() {
    return at(routes.nominationMediators(token));
  },
  get slips() {
    return at(routes.nominationSlips(token));
  },
  get call() {
    return at(routes.nominationCall(token));
  },
  get reserve() {
    return at(routes.nominationReserve(token));
  },
  template: routes.nominationTemplate(token),
  letter: routes.nominationLetter(token),
  replace: (person) => at(routes.nominationReplace(token, person)),
  slip: (person) => at(routes.nominationSlip(token, person)),
  withdraw: (person) => at(routes.nominationWithdraw(token, person)),
  seat: (person) => at(routes.nominationSeat(token, person)),
});

/** A page behind a unit's link: never cached, hidden from search engines, its contact at the foot. */
const LinkPage: FC<FrameProps> = (props) => {
  const { c, desk, title, heading, above, children, first, form, narrow, toPrint } = props;
  const about = titleIn(desk.event, c.get('language'));
  const content = (
    <>
      {above}
      <h1 class={toPrint ? 'no-print' : undefined}>{heading ?? title}</h1>
      {children}
    </>
  );
  return (
    <PublicPage
      c={c}
      title={title}
      contact={{ name: desk.event.contactName, phone: desk.event.contactPhone }}
      form={form}
      personal
    >
      {!first && (
        <a class="back tap no-print" href={desk.paths.list} lang={about.lang}>
          ‹ {about.title}
        </a>
      )}
      {narrow ? <div class="form">{content}</div> : content}
      <Island name="form" />
    </PublicPage>
  );
};

type Dead = 'missing' | 'revoked' | 'over';

/** What a forged, replaced, revoked or expired link shows: what happened, and the person to call. */
const DeadLink: FC<{ c: Page; why: Dead }> = ({ c, why }) => {
  const t = copy(c.get('language')).nominations;
  const { help } = c.get('world').settings;
  return (
    <PublicPage c={c} title={t.deadTitle} personal>
      <h1>{t.deadTitle}</h1>
      <p>{t[why]}</p>
      <p>
        {t.deadCall} <Vi language={c.get('language')}>{help.name}</Vi>:{' '}
        <a class="tap" href={`tel:${dialPhone(help.phone)}`}>
          <span class="nowrap">{showPhone(help.phone)}</span>
        </a>
      </p>
    </PublicPage>
  );
};

/** Answers behind a link; a dead one says so in words. */
export const behindLink: Behind = (answer) => async (c) => {
  keepNever(c);
  try {
    const world = c.get('world');
    const view = await readNomination(world, tokenOf(c));
    const { nomination } = view;
    return await answer(c, {
      ...view,
      hands: { world: as(world, nomination.id), filling: { nomination } },
      paths: linkPaths(tokenOf(c), (path) => here(c, path)),
      Frame: LinkPage,
      note: copy(c.get('language')).nominations.private,
    });
  } catch (error) {
    const dead = error instanceof Problem && /^nomination-(missing|revoked|long-over)$/.exec(error.code);
    if (!dead) throw error;
    const why = dead[1] === 'long-over' ? 'over' : (dead[1] as Dead);
    c.status(why === 'missing' ? 404 : 410);
    return c.html(<DeadLink c={c} why={why} />);
  }
};
