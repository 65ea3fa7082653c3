import { levelOf } from '../../../functions/directory/units/levels';
import { UNIT_KINDS, type Unit } from '../../../functions/directory/units/unit';
import { kindWord } from '../../../functions/directory/units/words';
import type { Option } from '../../ui/form';

/** The kinds of one level, as a form lets choose. */
export const kindsOf = (level: ReturnType<typeof levelOf>): Option[] =>
  UNIT_KINDS.filter((kind) => levelOf({ kind }) === level).map((kind) => ({
    value: kind,
    label: kindWord(kind),
  }));

/** The kinds to which a unit may be corrected. */
export const kindsFor = (unit: Unit): Option[] => kindsOf(levelOf(unit));
