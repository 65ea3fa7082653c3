import type { FC } from 'hono/jsx';
import * as z from 'zod';
import { countPeople } from '../../../../functions/notices/calls/list';
import { isUrgent } from '../../../../functions/notices/calls/urgency';
import { OUTCOMES, openCallsAt, tick } from '../../../../functions/outbox/calls/calls';
import { callsInBriefOf } from '../../../../functions/outbox/calls/in-brief';
import type { Delivery } from '../../../../functions/outbox/deliveries/delivery';
import type { LineInBrief } from '../../../../functions/outbox/deliveries/notices-table';
import { parse } from '../../../../functions/platform/input/parse';
import { copy } from '../../../copy/copy';
import type { Page } from '../../../env';
import { NOMINATED, QUERY } from '../../../query';
import { readForm } from '../../../ui/form';
import { CallLines, type SameCall } from '../../notices/call-lines';
import { soonWords } from '../../notices/words';
import { type Behind, type Desk, listPath } from '../desk';

/** As many lines as one page has. */
const PAGE = 20;
const CALLS_AT = 'can-bao';

/** One page of an officer's call list. */
export interface Calls {
  /** All lines of the list, without their words. */
  all: readonly LineInBrief[];
  /** Those of this page. */
  lines: readonly Delivery[];
  page: number;
  pages: number;
}

const pageIn = (said: string | undefined): number => {
  const page = Number(said);
  return Number.isInteger(page) && page > 1 ? page : 1;
};

/** What must be told today first, then the longest waiting. Two calls to the table, and the words of one page. */
export const callsOf = async (c: Page, { nomination, event }: Desk): Promise<Calls> => {
  const world = c.get('world');
  const open = await callsInBriefOf(world, nomination.id);
  const urgent = (line: LineInBrief) => isUrgent(line, event, world.now());
  const all = [...open.filter(urgent), ...open.filter((line) => !urgent(line))];
  const pages = Math.max(1, Math.ceil(all.length / PAGE));
  const page = Math.min(pageIn(c.req.query(QUERY.page)), pages);
  const here = all.slice((page - 1) * PAGE, page * PAGE);
  const lines = await openCallsAt(world, here);
  // The index is a moment behind the table: a line that was just told is neither shown nor counted.
  const told = new Set(here.map(({ id }) => id));
  for (const { id } of lines) told.delete(id);
  return { all: all.filter(({ id }) => !told.has(id)), lines, page, pages };
};

/** The same list on another page, at its calls. */
const callsPath = (
  desk: Pick<Desk, 'paths'>,
  { page, at = CALLS_AT }: { page: number; at?: string },
): string => `${listPath(desk, page > 1 ? { [QUERY.page]: String(page) } : {})}#${at}`;

interface CallsProps {
  c: Page;
  calls: Calls;
  desk: Pick<Desk, 'event' | 'paths'>;
}

const Paging: FC<CallsProps> = ({ c, calls: { page, pages }, desk }) => {
  const { lists: t } = copy(c.get('language'));
  if (pages === 1) return null;
  return (
    <nav aria-label={t.page(page, pages)} class="actions">
      {page > 1 && <a href={callsPath(desk, { page: page - 1 })}>‹ {t.pageBefore}</a>}
      <span>{t.page(page, pages)}</span>
      {page < pages && <a href={callsPath(desk, { page: page + 1 })}>{t.pageAfter} ›</a>}
    </nav>
  );
};

/** "Cần báo": people without an address, whom this officer tells, with the words to read or paste. */
export const CallsToMake: FC<CallsProps> = (props) => {
  const { c, calls, desk } = props;
  const { all, lines, page } = calls;
  const language = c.get('language');
  const now = c.get('world').now();
  const pageOf = new Map(all.map(({ id }, i) => [id, Math.floor(i / PAGE) + 1]));
  const sameCall = (line: Delivery): SameCall[] =>
    all
      .filter(({ id, phone }) => phone && phone === line.phone && id !== line.id)
      .map(({ id, name = '' }) => {
        const at = pageOf.get(id)!;
        return { id, name, href: at === page ? `#${id}` : callsPath(desk, { page: at, at: id }) };
      });
  if (all.length === 0) return null;
  return (
    <section>
      <h2 id={CALLS_AT}>{copy(language).nominations.calls(all.length)}</h2>
      <CallLines
        lines={lines}
        people={countPeople(all)}
        action={desk.paths.call}
        hidden={page > 1 ? { [QUERY.page]: String(page) } : {}}
        language={language}
        urgent={(line) =>
          isUrgent(line, desk.event, now) ? soonWords(desk.event, now, language) : undefined
        }
        sameCall={sameCall}
      />
      <Paging {...props} />
    </section>
  );
};

/** Ticks a line of the quota's own call list. */
export const callTicked = (behind: Behind) =>
  behind(async (c, desk) => {
    const { id } = desk.nomination;
    const { fields } = await readForm<'id' | 'outcome' | typeof QUERY.page>(c);
    const outcome = parse(z.enum(OUTCOMES), fields.outcome);
    const { pk } = await tick(desk.hands.world, fields.id ?? '', outcome, (call) => call.owner === id);
    const done = outcome === 'told' ? NOMINATED.told : NOMINATED.notReached;
    const page = pageIn(fields[QUERY.page]);
    return c.redirect(listPath(desk, { [done]: pk, ...(page > 1 && { [QUERY.page]: String(page) }) }), 303);
  });
