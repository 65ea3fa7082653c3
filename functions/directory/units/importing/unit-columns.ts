import type { Headings } from '../../../platform/sheets/headed-table';

export type UnitColumn = 'name' | 'kind' | 'parent' | 'code' | 'from' | 'to' | 'formedFrom' | 'becomes';

/**
 * Headings of lists of units, as resolutions and offices write them; the more telling first. "Đơn vị cũ" beside "Đơn
 * vị mới" is what the new unit was formed from.
 */
export const UNIT_HEADINGS: Headings<UnitColumn> = [
  [
    'formedFrom',
    /hinh thanh tu|thanh lap tu|sap nhap tu|tren co so|hop nhat tu|tu cac (?:xa|don vi)|truoc (?:khi )?(?:sap xep|sap nhap)|\bcu$/,
  ],
  ['becomes', /^nay la|sap nhap vao|chia vao|nhap vao|ke thua/],
  ['to', /den ngay|het hieu luc|khong con|ngay (?:ket thuc|giai the|cham dut)|^ket thuc/],
  ['from', /tu ngay|hieu luc|ngay (?:thanh lap|bat dau)|^co tu/],
  ['code', /^ma\b/],
  ['kind', /^(?:loai|loai (?:don vi|hinh)|loai don vi hanh chinh|kieu|cap)$/],
  [
    'parent',
    /^(?:(?:truc )?thuoc(?: (?:huyen|tinh|don vi|cap tren))?|(?:don vi )?cap tren|(?:ten )?huyen(?: (?:thi xa|quan|thanh pho))*|(?:ten )?tinh(?: thanh pho)?)$/,
  ],
  [
    'name',
    /^(?:ten|name|(?:ten )?(?:don vi|dvhc|don vi hanh chinh)(?: cap (?:xa|huyen))?(?: moi)?|ten (?:goi|xa|phuong)(?: moi)?|(?:ten )?xa phuong(?: thi tran)?(?: dac khu)?(?: moi)?|xa(?: moi)?|(?:ten )?(?:don vi|don vi hanh chinh|xa|xa phuong)(?: cap xa)? sau (?:khi )?(?:sap xep|sap nhap))$/,
  ],
];
