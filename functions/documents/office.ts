import type { Body } from '../directory/bodies/body';
import { table } from '../platform/store/table';
import type { Settings } from '../platform/world/settings';
import type { World } from '../platform/world/world';
import { documentsTable } from './documents-table';
import { HEAD, type Signer } from './signer';

/** The names of the department, which its documents, pages and mails use. */
export type OfficeNames = Settings['department'];

/** The department as its documents name it. */
export interface Office extends OfficeNames {
  /** At the foot of letters. */
  address?: string | undefined;
  phone?: string | undefined;
  /** Who signs where no other signer is named. */
  signer: Signer;
}

/** `office`, `settings`. */
export interface OfficeSettings extends Office {
  pk: 'office';
  sk: 'settings';
  id: 'office';
  version: number;
  updatedAt?: string;
  by?: string;
}

export const officeSettings = table<OfficeSettings>(documentsTable);
export const OFFICE_KEY = { pk: 'office', sk: 'settings' } as const;

/** The office as documents name it now: as an admin wrote it, else as the stage has it. One call, strongly consistent. */
export const readOffice = async (world: World): Promise<OfficeSettings> =>
  (await world.db.get(officeSettings, OFFICE_KEY, { consistent: true })) ?? {
    ...OFFICE_KEY,
    id: OFFICE_KEY.pk,
    ...world.settings.department,
    signer: HEAD,
    version: 1,
  };

/** `UBND TỈNH KIÊN GIANG` */
export const parentLine = ({ parent }: Pick<OfficeNames, 'parent'>): string => parent.toLocaleUpperCase('vi');

/** The issuer's name without the province, where the line of its parent above has it already. */
export const shortIssuer = ({ name, parent }: Pick<OfficeNames, 'name' | 'parent'>): string => {
  const upper = name.toLocaleUpperCase('vi');
  const area = /\s(TỈNH|THÀNH PHỐ)\s.+$/u.exec(upper)?.[0];
  return area && parentLine({ parent }).endsWith(area.trim()) ? upper.slice(0, -area.length) : upper;
};

/** Whether a body of the directory is the department itself, by its name. */
export const isOffice = ({ kind, name }: Pick<Body, 'kind' | 'name'>, office: OfficeNames): boolean =>
  kind === 'department' &&
  [office.name.toLocaleUpperCase('vi'), shortIssuer(office)].includes(name.toLocaleUpperCase('vi'));

/** The committee above the department, as it names itself: `Ủy ban nhân dân tỉnh Kiên Giang`. */
export const parentName = ({ parent, name }: Pick<OfficeNames, 'parent' | 'name'>): string => {
  const area = /\s((tỉnh|thành phố)\s.+)$/u.exec(name)?.[1];
  const full = parent.replace(/^UBND\b/iu, 'Ủy ban nhân dân');
  return area && full.toLocaleUpperCase('vi').endsWith(area.toLocaleUpperCase('vi'))
    ? full.slice(0, -area.length) + area
    : full;
};

/** `Địa chỉ: …; điện thoại: …` at the foot of letters; undefined where neither is known. */
export const addressLine = ({ address, phone }: Pick<Office, 'address' | 'phone'>): string | undefined =>
  [address && `Địa chỉ: ${address}`, phone && `Điện thoại: ${phone}`].filter(Boolean).join('. ') || undefined;
