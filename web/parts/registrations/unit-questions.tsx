import type { FC } from 'hono/jsx';
import { formerUnits } from '../../../functions/directory/units/successors';
import { copy } from '../../copy/copy';
import type { FilledForm, Option } from '../../ui/form';
import { Island } from '../../ui/island';
import { communeOptions, districtOptions, hasDistricts } from '../units/levels';
import type { Places } from './places';

/** The question that a person without a unit is led to: the first that is asked. */
export const firstUnitQuestion = ({ units }: Pick<Places, 'units'>): 'districtId' | 'communeId' =>
  hasDistricts(units) ? 'districtId' : 'communeId';

/** How many fields the question of the unit has. */
export const unitFields = ({ units }: Pick<Places, 'units'>): number =>
  hasDistricts(units) && communeOptions(units).length > 0 ? 2 : 1;

/** A unit on file that has ended can be kept. */
const recordedOption = ({ recorded }: Places): Option[] =>
  recorded ? [{ value: recorded.unitId, label: recorded.unitName }] : [];

interface UnitQuestionsProps {
  form: FilledForm<'districtId' | 'communeId'>;
  places: Places;
}

/**
 * Where a person belongs: a district and one of its communes, or, where communes lie directly below the province,
 * one list of these.
 */
export const UnitQuestions: FC<UnitQuestionsProps> = ({ form, places }) => {
  const { units, known } = places;
  const t = copy(form.language).person;
  const communes = [
    ...recordedOption(places),
    ...communeOptions(units, known).sort((a, b) => (a.group ?? '').localeCompare(b.group ?? '', 'vi')),
  ];
  if (!hasDistricts(units))
    return (
      <form.Field
        name="communeId"
        label={t.communeOfProvince}
        hint={units.some(({ id }) => formerUnits(known, id).length) ? t.formerNames : ''}
        optional={false}
        options={communes}
      />
    );
  return (
    <>
      <form.Field name="districtId" options={districtOptions(units)} />
      {communes.length > 0 && <form.Field name="communeId" options={communes} />}
      <Island name="communes" />
    </>
  );
};
