import type { CallFilter } from '../../../../functions/notices/calls/list';
import type { Page } from '../../../env';
import { QUERY, withQuery } from '../../../query';
import { routes } from '../../../routes';

/** Values of `QUERY.caller`; `all` is the absence of a choice where one is made by itself. */
export const CALLERS = { ours: 'to-chuc', units: 'don-vi', all: 'tat-ca' } as const;

const isCallerWord = (word: string): boolean => Object.values<string>(CALLERS).includes(word);
/** One unit or body: its id. */
const isCaller = (word: string): boolean => isCallerWord(word) || /^(unt|bod)_\w+$/.test(word);

/** What the address of the call list asks for. */
export interface CallsAsked extends Omit<CallFilter, 'caller'> {
  /** One of `CALLERS`, or the id of the unit or body that calls. */
  caller?: string | undefined;
  page: number;
}

const said = (c: Page, name: string): string | undefined =>
  c.req.query(name)?.trim().slice(0, 100) || undefined;

export const askedOf = (c: Page): CallsAsked => {
  const page = Number(c.req.query(QUERY.page));
  const caller = said(c, QUERY.caller);
  return {
    search: said(c, QUERY.search),
    eventId: said(c, QUERY.event),
    template: said(c, QUERY.kind),
    area: said(c, QUERY.area),
    caller: caller !== undefined && isCaller(caller) ? caller : undefined,
    urgent: c.req.query(QUERY.urgent) ? true : undefined,
    page: Number.isInteger(page) && page > 1 ? page : 1,
  };
};

/** Whether anything narrows the list. */
export const isNarrowed = ({ page: _page, caller, ...filter }: CallsAsked): boolean =>
  (caller !== undefined && caller !== CALLERS.ours && caller !== CALLERS.all) ||
  Object.values(filter).some(Boolean);

/** The same list in an address, with something else in its place; another filter begins on the first page. */
export const addressOf = (
  asked: CallsAsked,
  over: Partial<CallsAsked> = {},
  also: Record<string, string | undefined> = {},
): string => {
  const { search, eventId, template, area, caller, urgent, page } = { ...asked, page: 1, ...over };
  return withQuery(routes.consoleCalls(), {
    [QUERY.search]: search,
    [QUERY.event]: eventId,
    [QUERY.kind]: template,
    [QUERY.area]: area,
    [QUERY.caller]: caller,
    [QUERY.urgent]: urgent ? '1' : undefined,
    [QUERY.page]: page > 1 ? String(page) : undefined,
    ...also,
  });
};

/** The filter that an address means. An organizer's list has the calls of units only where they are asked for. */
export const filterOf = ({ caller, page: _page, ...filter }: CallsAsked): CallFilter => ({
  ...filter,
  ...(caller === CALLERS.ours && { caller: 'ours' }),
  ...(caller === CALLERS.units && { caller: 'units' }),
  ...(caller !== undefined && !isCallerWord(caller) && { caller }),
});
