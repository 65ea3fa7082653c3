import { capitalised } from '../../../functions/platform/text/text';

/** Where a unit's name begins with a district's kind, or with one of the province's. */
const DISTRICT = /^(huyện|thành phố|thị xã|quận)\s/i;

export interface UnitParts {
  district: string;
  commune: string;
}

/**
 * The name of a unit as a registration keeps it, for two columns: "Xã Định An, huyện Gò Quao" is a commune and its
 * district; a district alone has no commune, a commune below the province no district.
 */
export const unitParts = (unitName = ''): UnitParts => {
  const [first = '', second = ''] = unitName.split(', ');
  if (second) return { commune: first, district: capitalised(second) };
  return DISTRICT.test(first) ? { commune: '', district: first } : { commune: first, district: '' };
};
