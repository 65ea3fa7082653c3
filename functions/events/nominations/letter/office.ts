import { inSentence } from '../../../directory/units/words';
import type { Nomination } from '../nomination';

/** The office that is written to: the committee of the unit, and in a district its division of justice; a body as it is. */
export const officeOf = ({ name, unitId }: Pick<Nomination, 'name' | 'unitId'>): string => {
  if (!unitId) return inSentence(name);
  const division = /^(Huyện|Thị xã|Thành phố) /.test(name) ? ' (Phòng Tư pháp)' : '';
  return `Ủy ban nhân dân ${inSentence(name)}${division}`;
};
