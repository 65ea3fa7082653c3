import { type RegistrationStatus, STATUSES } from '../../../../functions/seats/ledger/entry';
import type { Page } from '../../../env';
import { QUERY } from '../../../query';

/** What the address of the list, or of its file, asks for. */
export interface Asked {
  search: string;
  status?: RegistrationStatus;
  page: number;
}

export const askedOf = (c: Page): Asked => {
  const status = c.req.query(QUERY.status);
  const page = Number(c.req.query(QUERY.page));
  return {
    search: (c.req.query(QUERY.search) ?? '').slice(0, 100),
    ...(STATUSES.some((s) => s === status) && { status: status as RegistrationStatus }),
    page: Number.isInteger(page) && page > 1 ? page : 1,
  };
};
