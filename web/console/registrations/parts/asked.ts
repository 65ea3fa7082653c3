import { NEEDS } from '../../../../functions/events/person/person-fields';
import { PRESENCES, type RegistrationFilter, WAYS } from '../../../../functions/events/registrations/filter';
import { STATUSES } from '../../../../functions/seats/ledger/entry';
import type { Page } from '../../../env';
import { QUERY, withQuery } from '../../../query';

export const ORDERS = ['ten', 'don-vi', 'moi'] as const;

/** What the address of the list, or of its file, asks for. */
export interface Asked {
  search: string;
  filter: RegistrationFilter;
  order?: (typeof ORDERS)[number];
  page: number;
}

const oneOf = <T extends string>(words: readonly T[], said: string | undefined): T | undefined =>
  words.find((word) => word === said);

export const askedOf = (c: Page): Asked => {
  const page = Number(c.req.query(QUERY.page));
  return {
    search: (c.req.query(QUERY.search) ?? '').slice(0, 100),
    filter: {
      status: oneOf(STATUSES, c.req.query(QUERY.status)),
      area: c.req.query(QUERY.area)?.slice(0, 40) || undefined,
      way: oneOf(WAYS, c.req.query(QUERY.way)),
      presence: oneOf(PRESENCES, c.req.query(QUERY.presence)),
      need: oneOf(NEEDS, c.req.query(QUERY.need)),
      network: /^[0-9a-z]{8}$/.exec(c.req.query(QUERY.network) ?? '')?.[0],
    },
    order: oneOf(ORDERS, c.req.query(QUERY.order)),
    page: Number.isInteger(page) && page > 1 ? page : 1,
  };
};

/** The same in an address, with something else in its place. */
export const addressOf = (path: string, { search, filter, order }: Asked, over: RegistrationFilter = {}) => {
  const { status, area, way, presence, need, network } = { ...filter, ...over };
  return withQuery(path, {
    [QUERY.search]: search.trim(),
    [QUERY.status]: status,
    [QUERY.area]: area,
    [QUERY.way]: way,
    [QUERY.presence]: presence,
    [QUERY.need]: need,
    [QUERY.network]: network,
    [QUERY.order]: order,
  });
};
