import { type Question, TEAM_ROLES } from '../../../functions/events/person/person-fields';
import type { Registration } from '../../../functions/events/registrations/registration';
import { GENDERS } from '../../../functions/register/mediators/traits';
import type { Copy } from '../../copy/copy';
import type { FieldSpec } from '../../ui/form';

/**
 * All that the pages know of the fields of a person: how each is asked and how each is shown. A new field is
 * added here and in `copy/{vi,en}/person.ts`.
 */

/** Who answers: the person, or an officer or organizer who writes the answers down. */
type Voice = 'self' | 'other';

/** The phone number of the person who fills in the form. */
export const phoneField = ({ person }: Copy, hint?: string) =>
  ({
    label: person.phone,
    hint,
    type: 'tel',
    inputmode: 'tel',
    autocomplete: 'tel',
    class: 'short',
    maxlength: 40,
  }) satisfies FieldSpec;

/** In the hall or online, where the event is held both ways. */
const attendanceField = (t: Copy): FieldSpec => ({
  as: 'radios',
  label: t.person.how,
  options: [
    { value: 'no', label: t.person.inHall },
    { value: 'yes', label: t.person.online },
  ],
});

/** The questions about a person, in the order of every form. Places and bodies come with the page. */
export const personFields = (t: Copy, voice: Voice) => {
  const { person, shared } = t;
  const asked = person[voice];
  const own = voice === 'self';
  const helps = (autocomplete: string) => (own ? autocomplete : 'off');
  const optional = true;
  return {
    fullName: { label: person.fullName, autocomplete: helps('name'), maxlength: 120 },
    phone: { ...phoneField(t, asked.phoneHint), autocomplete: helps('tel') },
    districtId: {
      as: 'select',
      names: true,
      label: person.district,
      empty: shared.choose,
      errorsOf: ['unitId'],
    },
    communeId: {
      as: 'select',
      names: true,
      label: asked.commune,
      empty: shared.choose,
      ...(own ? { hint: person.self.communeHint } : { optional }),
    },
    bodyId: { as: 'select', names: true, label: person.body, hint: person.bodyHint, empty: shared.choose },
    teamName: { label: person.teamName, hint: person.teamHint, optional, maxlength: 120 },
    teamRole: {
      as: 'select',
      label: person.teamRole,
      optional,
      empty: shared.choose,
      options: TEAM_ROLES.map((role) => ({ value: role, label: person.teamRoles[role] })),
    },
    position: { label: asked.position, optional, maxlength: 120 },
    gender: {
      as: 'select',
      label: person.gender,
      optional,
      empty: shared.choose,
      options: GENDERS.map((gender) => ({ value: gender, label: person.genders[gender] })),
    },
    yearOfBirth: {
      label: person.yearOfBirth,
      hint: person.yearHint,
      optional,
      inputmode: 'numeric',
      autocomplete: helps('bday-year'),
      class: 'year',
      maxlength: 4,
      codes: { '*': 'year-malformed' },
    },
    email: {
      label: person.email,
      hint: asked.emailHint,
      optional,
      type: 'email',
      inputmode: 'email',
      autocomplete: helps('email'),
      maxlength: 120,
    },
    interpreter: { as: 'tick', label: asked.interpreter },
    access: { label: asked.access, hint: asked.accessHint, optional, maxlength: 200 },
    online: attendanceField(t),
  } satisfies Record<string, FieldSpec>;
};

export type PersonField = keyof ReturnType<typeof personFields>;

/** What is asked beside name, phone and origin, in the lines of the form. */
export const DETAIL_LINES = [
  ['teamName'],
  ['teamRole'],
  ['position'],
  ['gender', 'yearOfBirth'],
  ['email'],
  ['interpreter'],
  ['access'],
] as const satisfies readonly (readonly Question[])[];

/** Asked in Khmer as well, where the department gives the words. */
export const ALSO_IN_KHMER: Question = 'interpreter';

/** Questions of yes or no: a box that is not ticked says no. */
export const YES_NO = ['interpreter'] as const satisfies readonly PersonField[];

/** One thing that is known of a person. */
export interface Detail {
  label: string;
  /** Empty if the person did not say; `true` or `false` for a question of yes or no. */
  value: string | boolean | undefined;
  /** The value in a line with others, if it needs a word to be understood: `sinh năm 1968`. */
  inLine?: string;
  /** The organizer has to prepare it. */
  need?: boolean;
  /** In the person's own words: Vietnamese on an English page too. */
  own?: boolean;
}

type Known = Partial<Pick<Registration, Question>>;

/** What is known of a person beside name, phone and origin, in the order of the form. */
export const personDetails = (known: Known, { person }: Copy): Record<Question, Detail> => {
  const { teamRole, gender, yearOfBirth, interpreter = false } = known;
  return {
    teamName: { label: person.teamName, value: known.teamName, own: true },
    teamRole: { label: person.teamRole, value: teamRole && person.teamRoles[teamRole] },
    position: { label: person.self.position, value: known.position, own: true },
    gender: { label: person.gender, value: gender && person.genders[gender] },
    yearOfBirth: {
      label: person.yearOfBirth,
      value: yearOfBirth?.toString(),
      inLine: yearOfBirth ? person.bornIn(yearOfBirth) : undefined,
    },
    email: { label: person.email, value: known.email },
    interpreter: {
      label: person.interpreter,
      value: interpreter,
      inLine: person.other.interpreter,
      need: true,
    },
    access: { label: person.access, value: known.access, need: true, own: true },
  };
};

/** The details in one line; what is not known is left out. */
export const inOneLine = (details: readonly Detail[]): string =>
  details
    .filter(({ value }) => value)
    .map(({ value, inLine }) => inLine ?? value)
    .join(' · ');

/** What the organizer must prepare for this person. */
export const needsOf = (known: Known, t: Copy): string =>
  Object.values(personDetails(known, t))
    .filter(({ need, value }) => need && value)
    .map(({ label, value }) => (value === true ? label : value))
    .join('; ');
