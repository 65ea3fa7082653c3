import * as z from 'zod';
import { idOf, line, optional, personName, phone } from '../../platform/input/fields';
import { table } from '../../platform/store/table';
import { nameWords } from '../../platform/text/person-name';
import { folded } from '../../platform/text/vietnamese';
import { registerTable } from '../teams/team';
import type { Step } from './steps';
import { GENDERS, ROLES_IN_TEAM } from './traits';

const year = z.coerce.number().int().min(1900, 'year-malformed').max(2020, 'year-malformed');

/** A mediator as they are filled in. */
export const MediatorInput = z.strictObject({
  fullName: personName,
  phone: optional(phone).describe('Families share phones; some people have none'),
  gender: optional(z.enum(GENDERS)),
  yearOfBirth: optional(year),
  qualification: optional(line(120)).describe('Trình độ chuyên môn: "Trung cấp Luật"'),
  teamId: idOf('team'),
  role: z.enum(ROLES_IN_TEAM).default('mediator'),
  position: optional(line(120)).describe('Another office: "Trưởng ấp"'),
});
export type MediatorInput = z.output<typeof MediatorInput>;

export const TRAINER_LEVELS = ['province', 'district'] as const;
export type TrainerLevel = (typeof TRAINER_LEVELS)[number];

/** A trainer (tập huấn viên) of the province or of a district, by a decision of its own. */
export interface Trainer {
  level: TrainerLevel;
  number: string;
  on: string;
}

/** The fields that say who a person is: what is set aside, and what forgetting removes. */
export const OWN_FIELDS = ['fullName', 'phone', 'yearOfBirth', 'qualification', 'position'] as const;

/** The fields of which a merger takes the value of the record that goes. */
export const MERGE_FIELDS = [
  ...OWN_FIELDS,
  ...(['gender', 'teamId', 'role', 'trainer', 'steps'] as const),
] as const;
export type MergeField = (typeof MERGE_FIELDS)[number];

/** That a record was merged into another one, and what takes the merger back. */
export interface Merged {
  into: string;
  at: string;
  who: string;
  /** The fields whose value the other record took from this one. */
  took: readonly MergeField[];
  /** What the other record had in these fields before. */
  before: Partial<Pick<Mediator, Exclude<MergeField, 'steps'>>>;
}

/** `med_…`, `mediator`: a person who was elected to a mediation team. */
export interface Mediator extends MediatorInput {
  pk: string;
  sk: 'mediator';
  id: string;
  /** Index key: the list of all mediators, or of merged records; absent once the person is forgotten. */
  listed?: 'mediator' | 'merged';
  /** By given name, as Vietnamese lists are sorted; of a merged record, the id of the one that stayed. */
  sortKey?: string;
  /** The keyed hash of the phone; it stays while the data are restricted. */
  phoneKey?: string;
  /** The last of `steps`. */
  state: Step['state'];
  /** What was decided, in order; entries are added, never changed. */
  steps: readonly Step[];
  trainer?: Trainer;
  /** Since when the data are restricted, and what is set aside. */
  restricted?: string;
  setAside?: { values: Partial<Pick<Mediator, (typeof OWN_FIELDS)[number]>>; reason: string };
  /** The person was forgotten. */
  forgotten?: { at: string; who: string; reason: string };
  /** This record was merged into another one: it is in no list and cannot be changed, and keeps all that it had. */
  merged?: Merged;
  /** The records that were merged into this one. */
  absorbed?: readonly string[];
  sample?: boolean;
  version: number;
  createdAt: string;
  updatedAt: string;
  by?: string;
}

/** What the list of all mediators shows of one. */
export type MediatorListed = Pick<
  Mediator,
  | 'id'
  | 'fullName'
  | 'phone'
  | 'gender'
  | 'yearOfBirth'
  | 'teamId'
  | 'role'
  | 'state'
  | 'trainer'
  | 'restricted'
  | 'sample'
>;

export const mediators = table<Mediator>(registerTable);
export const mediatorKey = (id: string) => ({ pk: id, sk: 'mediator' as const });

/** By given name first, without accents: a list's order, not a key that must be one person's. */
export const mediatorSortKey = (fullName: string): string => {
  const words = nameWords(fullName);
  return folded([words.at(-1), ...words.slice(0, -1)].join(' '));
};

/** Who a mediator is, also while their data are restricted. */
export const identityOf = ({ fullName, phone, setAside }: Mediator) => ({
  fullName: setAside?.values.fullName ?? fullName,
  phone: setAside ? setAside.values.phone : phone,
});

/** The same, and with a merged record also who the record that stayed was before: one person under several names and phones. */
export const identitiesOf = (one: Mediator): ReturnType<typeof identityOf>[] => {
  const own = identityOf(one);
  if (!one.merged) return [own];
  const { fullName = own.fullName, phone = own.phone } = one.merged.before;
  return [own, { fullName, phone }];
};
