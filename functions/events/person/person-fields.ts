import * as z from 'zod';
import { email, idOf, line, optional, personName, phone } from '../../platform/input/fields';
import { showPhone } from '../../platform/text/phone';
import { GENDER_WORDS, GENDERS, ROLE_WORDS, ROLES_IN_TEAM } from '../../register/mediators/traits';
import { type Column, text, words } from './person-column';

export const TEAM_ROLES = [...ROLES_IN_TEAM, 'none'] as const;

/** What the system must know of a field, beside how it is read and answered. */
interface About<T> {
  /**
   * The person's own, and why it is asked (docs/processing.md). History says that it changed, never to what.
   * `false`: it says where the person belongs.
   */
  personal: string | false;
  /** The field that keeps the name of what this id refers to, as it was on the day. */
  named?: 'unitName' | 'bodyName';
  column?: Column<T>;
}

/** A field as code sees it that goes through all of them. */
export type PersonField = About<unknown>;

const field = <I extends z.ZodType, O extends z.ZodType>(
  input: I,
  output: O,
  about: About<NonNullable<z.output<I>>>,
) => ({ input, output, ...about });

const shortText = z.string().optional();

/**
 * The fields of a person, in the order of forms and lists. A new field is added here; registering, correcting,
 * the API, the exported list and the history take it from this list.
 */
export const PERSON_FIELDS = {
  fullName: field(personName, z.string(), {
    personal: 'to know who comes; the sign-in sheet',
    column: text('Họ và tên', 28),
  }),
  phone: field(phone, z.string(), {
    personal: 'to tell the person, and to tell people of one name apart',
    column: {
      head: 'Số điện thoại',
      width: 15,
      write: showPhone,
    },
  }),
  email: field(optional(email), shortText, {
    personal: 'to tell the person by mail, where they want that',
    column: text('Email', 28),
  }),
  unitId: field(optional(idOf('unt')), shortText, {
    personal: false,
    named: 'unitName',
    column: text('Đơn vị hành chính', 34),
  }),
  bodyId: field(optional(idOf('bod')), shortText, {
    personal: false,
    named: 'bodyName',
    column: text('Cơ quan, tổ chức', 34),
  }),
  teamName: field(optional(line(120)), shortText, {
    personal: 'reports of mediation teams',
    column: text('Tổ hòa giải', 24),
  }),
  teamRole: field(optional(z.enum(TEAM_ROLES)), z.enum(TEAM_ROLES).optional(), {
    personal: 'trainings for heads and deputies',
    column: {
      ...words('Vai trò trong tổ', 16, { ...ROLE_WORDS, none: '' }),
    },
  }),
  position: field(optional(line(120)), shortText, {
    personal: 'trainings by office; the sign-in sheet',
    column: text('Chức vụ, công việc', 26),
  }),
  gender: field(optional(z.enum(GENDERS)), z.enum(GENDERS).optional(), {
    personal: 'reports: the share of women',
    column: {
      ...words('Giới tính', 10, GENDER_WORDS),
    },
  }),
  yearOfBirth: field(
    optional(z.coerce.number().int().min(1900, 'year-malformed').max(2020, 'year-malformed')),
    z.number().optional(),
    {
      personal: 'to tell people of one name apart; reports',
      column: { head: 'Năm sinh', width: 10, write: (year) => year },
    },
  ),
  /** Wants a Khmer interpreter: asked, never inferred. */
  interpreter: field(z.boolean().default(false), z.boolean(), {
    personal: 'an interpreter on the day',
    column: {
      head: 'Phiên dịch tiếng Khmer',
      width: 14,
      write: (needed) => (needed ? 'Cần' : ''),
    },
  }),
  access: field(optional(line(200)), shortText, {
    personal: 'help on the day',
    column: text('Hỗ trợ khác', 26),
  }),
};

/** What a form may ask beside name, phone and origin, as the organizer of the event chooses. */
export const QUESTIONS = [
  'teamName',
  'teamRole',
  'position',
  'gender',
  'yearOfBirth',
  'email',
  'interpreter',
  'access',
] as const satisfies readonly (keyof typeof PERSON_FIELDS)[];
export type Question = (typeof QUESTIONS)[number];

/** What a person needs on the day. */
export const NEEDS = ['interpreter', 'access'] as const satisfies readonly Question[];

/** What is asked where the organizer made no choice: what reports and the day itself need. */
export const USUAL_QUESTIONS: readonly Question[] = [
  'position',
  'gender',
  'yearOfBirth',
  'email',
  'interpreter',
  'access',
];

type Fields = typeof PERSON_FIELDS;
type Name = keyof Fields;

const NAMES = Object.keys(PERSON_FIELDS) as Name[];
const shapeOf = <K extends 'input' | 'output'>(side: K) =>
  Object.fromEntries(NAMES.map((name) => [name, PERSON_FIELDS[name][side]])) as { [N in Name]: Fields[N][K] };

/** What every way of registering says of a person. */
export const Particulars = z.object(shapeOf('input'));
export type Particulars = z.output<typeof Particulars>;

/** The same as the API answers it: what is stored was checked when it came in. */
export const PARTICULARS_ANSWERED = shapeOf('output');

/** The names of the fields that are a person's own. */
export const PERSONAL: readonly string[] = NAMES.filter((name) => PERSON_FIELDS[name].personal);

/** A yes-or-no field is stored only where it is a yes, so that items stay small. */
const NO = { interpreter: false } as const;
export type StoredParticulars = Omit<Particulars, keyof typeof NO> & {
  [N in keyof typeof NO]?: Particulars[N];
};

/** Particulars as a registration stores them. */
export const stored = (particulars: Particulars): StoredParticulars => {
  const entries = Object.entries(particulars).filter(([, value]) => value !== false);
  return Object.fromEntries(entries) as StoredParticulars;
};

/** The same for a correction, which removes the fields that it leaves out. */
export const storedCorrection = (particulars: Particulars): Partial<StoredParticulars> => ({
  ...Object.fromEntries(NAMES.map((name) => [name, undefined])),
  ...stored(particulars),
});

/** What the person said, out of a stored registration. */
export const particularsOf = (registration: StoredParticulars): Particulars => {
  const defaults: Partial<Particulars> = NO;
  return Object.fromEntries(NAMES.map((name) => [name, registration[name] ?? defaults[name]])) as Particulars;
};
