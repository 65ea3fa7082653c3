import { table } from '../platform/store/table';
import { DAY } from '../platform/time/dates';
import { registerTable } from '../register/teams/team';

/**
 * `asked#reg_…`, `class-asked`: asks the reader of the streams to compare a registration with the register once more. It
 * expires by itself; history does not tell of it.
 */
export interface LinkAsked {
  pk: `asked#${string}`;
  sk: typeof ASKED;
  expiresAt: number;
}

export const ASKED = 'class-asked';
export const linksAsked = table<LinkAsked>(registerTable);

/** @param now in milliseconds */
export const linkAsked = (registrationId: string, now: number): LinkAsked => ({
  pk: `asked#${registrationId}`,
  sk: ASKED,
  expiresAt: Math.floor((now + DAY) / 1_000),
});

/** The registration that is meant. */
export const askedRegistration = (pk: string): string => pk.slice('asked#'.length);
