import type { Settings } from '../platform/world/settings';
import type { World } from '../platform/world/world';
import { HEAD, type Signer } from './signer';

/** The department as its documents name it. */
export interface Office {
  /** `Sở Tư pháp tỉnh Kiên Giang` */
  name: string;
  /** `UBND TỈNH KIÊN GIANG` */
  parent: string;
  /** `Kiên Giang`, before the date. */
  place: string;
  /** `STP`, in numbers of documents. */
  code: string;
  address?: string;
  phone?: string;
  /** Who signs where no other signer is named. */
  signer: Signer;
}

type Names = Settings['department'];

/** The office as documents name it now. */
export const readOffice = async (world: World): Promise<Office> => ({
  ...world.settings.department,
  signer: HEAD,
});

/** `UBND TỈNH KIÊN GIANG` */
export const parentLine = ({ parent }: Pick<Names, 'parent'>): string => parent.toLocaleUpperCase('vi');

/** The issuer's name without the province, where the line of its parent above has it already. */
export const shortIssuer = ({ name, parent }: Pick<Names, 'name' | 'parent'>): string => {
  const upper = name.toLocaleUpperCase('vi');
  const area = /\s(TỈNH|THÀNH PHỐ)\s.+$/u.exec(upper)?.[0];
  return area && parentLine({ parent }).endsWith(area.trim()) ? upper.slice(0, -area.length) : upper;
};

/** The committee above the department, as it names itself: `Ủy ban nhân dân tỉnh Kiên Giang`. */
export const parentName = ({ parent, name }: Pick<Names, 'parent' | 'name'>): string => {
  const area = /\s((tỉnh|thành phố)\s.+)$/u.exec(name)?.[1];
  const full = parent.replace(/^UBND\b/iu, 'Ủy ban nhân dân');
  return area && full.toLocaleUpperCase('vi').endsWith(area.toLocaleUpperCase('vi'))
    ? full.slice(0, -area.length) + area
    : full;
};
