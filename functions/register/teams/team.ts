import * as z from 'zod';
import { idOf, line, optional } from '../../platform/input/fields';
import { table } from '../../platform/store/table';
import { folded } from '../../platform/text/vietnamese';
import { Decision } from './decision';

/** A mediation team as it is filled in. */
export const TeamInput = z.strictObject({
  name: line(120).describe('As it is called: "Tổ hòa giải ấp Hòa Bình"'),
  unitId: idOf('unt').describe('Its commune, ward or township'),
  hamlet: optional(line(80)).describe('The ấp, khu phố, khóm or thôn'),
  founded: optional(Decision).describe('The decision that founded it, where it is known'),
});
export type TeamInput = z.output<typeof TeamInput>;

/** `team_…`, `team`: a mediation team (tổ hòa giải) of a hamlet. */
export interface Team extends TeamInput {
  pk: string;
  sk: 'team';
  id: string;
  /** Index key of the list of all teams. */
  listed: 'team';
  sortKey: string;
  dissolved?: Decision;
  /** Made up for the demo. */
  sample?: boolean;
  version: number;
  createdAt: string;
  updatedAt: string;
  by?: string;
}

/** What lists need, of every kind of item. */
const IN_LISTS = [
  'id',
  // of a team
  'name',
  'unitId',
  'hamlet',
  'dissolved',
  // of a mediator
  'fullName',
  'phone',
  'gender',
  'yearOfBirth',
  'teamId',
  'role',
  'state',
  'trainer',
  'restricted',
  'sample',
  // of an answer about ethnic origin
  'ethnicity',
] as const;

/** What the list of all teams shows of one. */
export type TeamListed = Pick<Team, 'id' | 'name' | 'unitId' | 'hamlet' | 'dissolved' | 'sample'>;

/** The register of mediation teams and mediators. Its kinds of items are views of it. */
export const registerTable = table<{ pk: string; sk: string }>({
  name: 'register',
  key: { pk: 'pk', sk: 'sk' },
  globals: {
    /** All teams, all mediators, all answers about ethnic origin: each in the order of their names. */
    everyone: { pk: 'listed', sk: 'sortKey', projection: IN_LISTS },
    /** The mediators of one team. */
    ofTeam: { pk: 'teamId', sk: 'sortKey', projection: 'ALL' },
    /** The mediators of one phone, by its keyed hash: families share phones. */
    byPhone: { pk: 'phoneKey', projection: ['id', 'fullName', 'teamId', 'restricted'] },
    /** To which mediators a registration is linked or offered (`functions/participation`). */
    ofRegistration: { pk: 'registrationId', projection: 'ALL' },
  },
  /** Of `just-added` alone. */
  ttl: 'expiresAt',
  stream: true,
});

export const teams = table<Team>(registerTable);
export const teamKey = (id: string) => ({ pk: id, sk: 'team' as const });

/** "Tổ Hòa Giải ấp 2" and "tổ hoà giải ấp 2" stand together. */
export const teamSortKey = (name: string): string => folded(name);
