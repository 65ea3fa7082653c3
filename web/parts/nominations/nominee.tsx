import type { FC } from 'hono/jsx';
import { isCommune } from '../../../functions/directory/units/levels';
import { mayFillQuotaOf, unitsNow } from '../../../functions/directory/units/successors';
import type { Unit } from '../../../functions/directory/units/unit';
import type { Event } from '../../../functions/events/event/event';
import type { Nomination } from '../../../functions/events/nominations/nomination';
import { NomineeInput } from '../../../functions/events/nominations/nominees/nominee';
import { questionsOf } from '../../../functions/events/person/questions';
import { BASES } from '../../../functions/events/registrations/registration';
import { type Copy, copy } from '../../copy/copy';
import type { Page } from '../../env';
import type { FieldSpec, Fields, FilledForm, FormState, Option } from '../../ui/form';
import { Say } from '../../vietnamese';
import { personFields } from '../registrations/person';
import { OtherPersonQuestions } from '../registrations/person-questions';
import type { Places } from '../registrations/places';
import { readPerson } from '../registrations/read-person';

/** On what ground the data is used: never chosen beforehand. Its options depend on the settings. */
export const basisField = ({ nominations: t }: Copy): FieldSpec => ({
  as: 'radios',
  label: t.basis,
  hint: t.basisHint,
  codes: { '*': 'basis-required' },
});

export const basisOptions = (c: Page): Option[] => {
  const language = c.get('language');
  const t = copy(language).nominations;
  const { legalBasis } = c.get('world').settings;
  return BASES.flatMap((basis): Option[] => {
    if (basis !== 'legal') return [{ value: basis, label: t.bases[basis] }];
    // The department's own words are Vietnamese.
    return legalBasis
      ? [{ value: basis, label: legalBasis, lang: language === 'vi' ? undefined : 'vi' }]
      : [];
  });
};

/** "This is another person": asked only after a name that is very similar to a registered one. */
export const anotherField = ({ nominations: t }: Copy): FieldSpec => ({ as: 'tick', label: t.another });

export const asksAnother = ({ errors, values }: FormState): boolean =>
  errors.some((e) => e.code === 'other-person') || values.another !== undefined;

/** One person, as the officer of a unit or body names them. */
export const nomineeFields = (t: Copy) => {
  const { districtId: _district, bodyId: _body, ...person } = personFields(t, 'other');
  return {
    ...person,
    communeId: { ...person.communeId, errorsOf: ['unitId', 'districtId'] },
    basis: basisField(t),
    another: anotherField(t),
  } satisfies Record<string, FieldSpec>;
};

type NomineeField = keyof ReturnType<typeof nomineeFields>;

/**
 * The communes from which the nominating unit's people come: those below it, or those that took over where it has
 * ended. None where there is no choice.
 */
const communesOf = ({ units, known }: Places, { unitId }: Nomination): Unit[] => {
  if (!unitId) return [];
  const communes = units.filter(
    (u) => u.id !== unitId && isCommune(u) && mayFillQuotaOf(known, u.id, unitId),
  );
  return communes.length === 1 && communes[0]!.id === unitNow({ known }, unitId) ? [] : communes;
};

/** The unit of people who name no commune: the quota's, or the one that it was merged into. */
const unitNow = ({ known }: Pick<Places, 'known'>, unitId: string): string | undefined => {
  const [unit, another] = unitsNow(known, unitId);
  return another ? undefined : unit?.id;
};

interface CommuneProps {
  form: FilledForm<'communeId'>;
  nomination: Nomination;
  places: Places;
}

/** Which commune of the unit a person is from; not asked where there is no choice. */
export const CommuneQuestion: FC<CommuneProps> = ({ form, nomination, places }) => {
  const { person } = copy(form.language);
  const { recorded } = places;
  const communes = [
    ...(recorded ? [{ value: recorded.unitId, label: recorded.unitName }] : []),
    ...communesOf(places, nomination).map((u) => ({ value: u.id, label: u.name })),
  ];
  const mustChoose = nomination.unitId !== undefined && !unitNow(places, nomination.unitId);
  if (communes.length === 0) return null;
  return (
    <form.Field
      name="communeId"
      hint={
        mustChoose ? (
          ''
        ) : (
          <Say language={form.language} words={person.other.communeHint}>
            {nomination.name}
          </Say>
        )
      }
      optional={!mustChoose}
      options={communes}
    />
  );
};

interface NomineeProps {
  c: Page;
  form: FilledForm<NomineeField>;
  nomination: Nomination;
  event: Pick<Event, 'mode' | 'questions'>;
  places: Places;
}

export const NomineeQuestions: FC<NomineeProps> = ({ c, form, nomination, event, places }) => {
  const { nominations: t } = copy(form.language);
  return (
    <>
      {asksAnother(form) && <p class="notice">{t.anotherNote}</p>}
      <OtherPersonQuestions form={form} asked={questionsOf(event)}>
        <CommuneQuestion form={form} nomination={nomination} places={places} />
      </OtherPersonQuestions>
      {event.mode === 'both' && <form.Field name="online" />}
      <form.Field name="basis" options={basisOptions(c)} />
      {asksAnother(form) && <form.Field name="another" />}
    </>
  );
};

/** Where the person of a form belongs: one without a commune belongs to the nomination's unit or body. */
export const placeIn = (
  { communeId }: Fields<'communeId'>,
  places: Places,
  { unitId, bodyId }: Nomination,
): Fields<'communeId' | 'districtId' | 'bodyId'> => {
  if (communeId) return { communeId };
  const districtId = unitId && unitNow(places, unitId);
  return { ...(districtId && { districtId }), ...(!unitId && bodyId && { bodyId }) };
};

/** One person out of the officer's form. */
export const readNominee = (
  fields: Fields<NomineeField>,
  places: Places,
  nomination: Nomination,
): NomineeInput => {
  const { communeId: _commune, ...typed } = fields;
  const said = { ...typed, ...placeIn(fields, places, nomination) };
  return readPerson(NomineeInput, said, places, {
    basis: fields.basis,
    another: fields.another === 'on',
    ...(fields.online && { online: fields.online === 'yes' }),
  });
};
