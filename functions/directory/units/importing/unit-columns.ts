import type { Headings } from '../../../platform/sheets/headed-table';

export type UnitColumn = 'name' | 'kind' | 'parent' | 'code' | 'from' | 'to' | 'formedFrom' | 'becomes';

/** Headings of lists of units, as resolutions and offices write them; the more telling first. */
export const UNIT_HEADINGS: Headings<UnitColumn> = [
  [
    'formedFrom',
    /hinh thanh tu|thanh lap tu|sap nhap tu|tren co so|hop nhat tu|tu cac (?:xa|don vi)|truoc (?:khi )?sap xep|don vi (?:hanh chinh )?cu\b|xa cu\b|cu$/,
  ],
  ['becomes', /nay la|sap nhap vao|chia vao|sau (?:khi )?sap xep|ke thua|don vi moi|nhap vao/],
  ['to', /den ngay|het hieu luc|khong con|ngay (?:ket thuc|giai the|cham dut)|ket thuc/],
  ['from', /tu ngay|hieu luc|ngay (?:thanh lap|bat dau|co hieu luc)|co tu/],
  ['code', /\bma\b|ma so/],
  ['kind', /^(?:loai|loai (?:don vi|hinh).*|kieu)$/],
  ['parent', /^(?:thuoc|truc thuoc|thuoc (?:huyen|tinh).*|(?:don vi )?cap tren|huyen.*|(?:ten )?tinh.*)$/],
  [
    'name',
    /^(?:ten|ten (?:don vi|xa|phuong|goi).*|don vi(?: hanh chinh)?(?: cap xa)?|xa.*|(?:ten )?dvhc.*|name)$/,
  ],
];
