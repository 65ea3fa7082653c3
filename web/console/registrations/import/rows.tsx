import type { Child, FC } from 'hono/jsx';
import type { Body } from '../../../../functions/directory/bodies/body';
import { lineage } from '../../../../functions/directory/units/list';
import type { Unit } from '../../../../functions/directory/units/unit';
import { unitLine } from '../../../../functions/directory/units/words';
import {
  type Particulars,
  PERSON_FIELDS,
  type PersonField,
} from '../../../../functions/events/person/person-fields';
import { showCount } from '../../../../functions/platform/text/count';
import { showPhone } from '../../../../functions/platform/text/phone';
import { copy } from '../../../copy/copy';
import { RowPages } from '../../../parts/rosters/row-pages';
import { asWritten, mistakesOf } from '../../../parts/rosters/rows-table';
import { GROUPS, type Group, type Of, PAGE, type Seen, type ShownRow, type Wanted } from './look';

export interface Places {
  units: readonly Unit[];
  bodies: readonly Body[];
}

const TITLE: Record<Group, string> = {
  refused: 'Cần sửa',
  repeat: 'Trùng dòng khác',
  corrects: 'Sửa tên, số điện thoại',
  exchanges: 'Thay người',
  changed: 'Sửa thông tin',
  noted: 'Ghi mới, cần xem',
  new: 'Ghi mới',
  left: 'Đã hủy trước đây',
  unchanged: 'Đã có, không đổi',
};
const TAG: Record<Group, [style: string, word: string]> = {
  refused: ['tag lotus', 'Cần sửa'],
  repeat: ['tag sun', 'Trùng'],
  corrects: ['tag sky', 'Sửa'],
  exchanges: ['tag sky', 'Thay người'],
  changed: ['tag sky', 'Sửa'],
  noted: ['tag', 'Mới'],
  new: ['tag', 'Mới'],
  left: ['tag grey', 'Đã hủy'],
  unchanged: ['tag grey', 'Đã có'],
};

/** Where a person belongs, as the list is read. */
const placeOf = ({ unitId, bodyId }: Partial<Particulars>, { units, bodies }: Places): string =>
  [bodies.find(({ id }) => id === bodyId)?.name, unitId && unitLine(lineage(units, unitId))]
    .filter(Boolean)
    .join(', ');

/** A value of a person as the exported list writes it. */
const wordOf = (name: string, person: Partial<Particulars>, places: Places): string => {
  if (name === 'unitId' || name === 'bodyId') return placeOf({ [name]: person[name] }, places);
  const value = person[name as keyof Particulars];
  const { column }: PersonField = PERSON_FIELDS[name as keyof typeof PERSON_FIELDS];
  return value === undefined || !column ? '' : String(column.write(value));
};

/** "Đổi chức vụ, công việc “Trưởng ấp” thành “Tổ trưởng”" */
const changesOf = ({ fields, registration, correction }: Of<'changed'>, places: Places): string[] =>
  fields.map((name) => {
    const { column }: PersonField = PERSON_FIELDS[name as keyof typeof PERSON_FIELDS];
    const [was, will] = [registration, correction].map((one) => {
      const word = wordOf(name, one, places);
      return word ? `“${word}”` : 'để trống';
    });
    return `Đổi ${(column?.head ?? name).toLowerCase()} ${was} thành ${will}`;
  });

const wordsOf = (row: ShownRow, places: Places): string[] => {
  const { again } = copy('vi').lists;
  if (row.outcome === 'exchanges') return [again.takesPlaceOf(row.place.fullName)];
  if (row.outcome === 'corrects') {
    const { what, of } = row.correction;
    const corrects =
      what === 'phone'
        ? again.phoneWords(showPhone(of.phone), showPhone(row.person.phone))
        : again.nameWords(of.fullName, row.person.fullName);
    const more = row.also?.fields.filter((name) => name !== 'phone' && name !== 'fullName') ?? [];
    return [corrects, ...(row.also ? changesOf({ ...row.also, fields: more }, places) : [])];
  }
  const notes = mistakesOf(row.notes ?? [], 'vi');
  if (row.outcome === 'refused') return [...mistakesOf(row.errors, 'vi'), ...notes];
  if (row.outcome === 'changed') return [...changesOf(row, places), ...notes];
  if (row.outcome === 'left')
    return [
      'Đã hủy, đã được thay hoặc không được duyệt. Nếu người này đi lại, vui lòng đăng ký riêng',
      ...notes,
    ];
  return notes;
};

const Row: FC<{ row: ShownRow; group: Group; seen: Seen; places: Places }> = ({
  row,
  group,
  seen,
  places,
}) => {
  const [style, word] = TAG[group];
  const verdict: Child = (
    <td class="verdict">
      <span class={style}>{word}</span> {wordsOf(row, places).join('. ')}
    </td>
  );
  const number = (
    <td class="num" data-label="Dòng">
      {row.row}
    </td>
  );
  if (row.outcome === 'refused')
    return (
      <tr>
        {number}
        <th scope="row" colspan={3}>
          {asWritten(row.cells)}
        </th>
        {verdict}
      </tr>
    );
  const { person } = row;
  const place = placeOf({ ...('registration' in row ? row.registration : {}), ...definedOf(person) }, places);
  return (
    <tr>
      {number}
      <th scope="row">{person.fullName}</th>
      <td class="nowrap">{showPhone(person.phone)}</td>
      <td>
        {place} {row.outcome === 'new' && seen.byDefault.has(row.row) && <em>(danh sách không ghi)</em>}
      </td>
      {verdict}
    </tr>
  );
};

const definedOf = (person: Partial<Particulars>): Partial<Particulars> =>
  Object.fromEntries(Object.entries(person).filter(([, value]) => value !== undefined));

interface GroupsProps {
  seen: Seen;
  places: Places;
  wanted: Wanted;
}

/** Every row of the list by what will be done with it. Stands within the form that sends the list on. */
export const RowGroups: FC<GroupsProps> = ({ seen, places, wanted }) => {
  const groups = GROUPS.filter(
    (group) => seen.counts[group] > 0 && (!wanted.group || wanted.group === group),
  );
  if (groups.length === 0) return null;
  return (
    <>
      <h2 id="tung-dong">Từng dòng của danh sách</h2>
      <div class="scroll" tabindex={0} role="region" aria-labelledby="tung-dong">
        <table class="stacked">
          <thead>
            <tr>
              <th scope="col" class="num">
                Dòng
              </th>
              <th scope="col">Họ và tên</th>
              <th scope="col">Điện thoại</th>
              <th scope="col">Đơn vị</th>
              <th scope="col">{copy('vi').nominations.check}</th>
            </tr>
          </thead>
          {groups.map((group) => (
            <Rows group={group} seen={seen} places={places} wanted={wanted} />
          ))}
        </table>
      </div>
    </>
  );
};

const Rows: FC<GroupsProps & { group: Group }> = ({ group, seen, places, wanted }) => {
  const rows = seen.rows[group];
  const of = seen.counts[group];
  return (
    <tbody>
      <tr>
        <th scope="rowgroup" colspan={5} class="part">
          {TITLE[group]} ({showCount(of)})
        </th>
      </tr>
      {rows.map((row) => (
        <Row row={row} group={group} seen={seen} places={places} />
      ))}
      {of > rows.length && (
        <tr>
          <td colspan={5}>
            <RowPages language="vi" group={group} of={of} shown={rows.length} {...wanted} size={PAGE} />
          </td>
        </tr>
      )}
    </tbody>
  );
};
