import type { FC } from 'hono/jsx';
import { showCount } from '../../../../functions/platform/text/count';
import { showPhone } from '../../../../functions/platform/text/phone';
import type { MediatorPlan } from '../../../../functions/register/importing/import-mediators';
import type { PlannedMediator } from '../../../../functions/register/importing/plan-mediators';
import { ROLE_WORDS } from '../../../../functions/register/mediators/traits';
import type { Page } from '../../../env';
import { mistakesOf, tally } from '../../../parts/rosters/rows-table';
import { ConfirmTable, TABLE_OUTCOME, TableRows } from '../../../parts/rosters/table-import';
import { routes } from '../../../routes';
import { RegisterPage } from '../parts/register-page';

const COLUMN_WORDS = {
  fullName: 'họ và tên',
  yearOfBirth: 'năm sinh',
  gender: 'giới tính',
  ethnicity: 'dân tộc',
  qualification: 'trình độ',
  number: 'số quyết định công nhận',
  on: 'ngày quyết định',
  role: 'vai trò trong tổ',
  position: 'chức vụ',
  phone: 'số điện thoại',
  team: 'tổ hòa giải',
  unit: 'xã, phường',
};

const DIFFERS_WORDS: Record<PlannedMediator['differs'][number], string> = {
  phone: 'số điện thoại',
  yearOfBirth: 'năm sinh',
  gender: 'giới tính',
  role: 'vai trò',
};

const wordsOf = ({ outcome, input, team, differs, errors, notes }: PlannedMediator): string[] => {
  if (errors.length) return mistakesOf(errors, 'vi');
  const said = mistakesOf(notes, 'vi');
  const place = team ? `${team.name}${team.isNew ? ' (tổ mới)' : ''}` : [];
  if (outcome === 'known')
    return [
      ...[place].flat(),
      ...(differs.length
        ? [`Khác với sổ: ${differs.map((name) => DIFFERS_WORDS[name]).join(', ')}; giữ theo sổ`]
        : []),
    ];
  if (!input) return said;
  const { role, yearOfBirth, phone } = input;
  return [
    ...[place].flat(),
    [ROLE_WORDS[role], yearOfBirth && `sinh ${yearOfBirth}`, phone && showPhone(phone)]
      .filter(Boolean)
      .join(', '),
    ...said,
  ];
};

interface ReportProps {
  c: Page;
  plan: MediatorPlan;
  /** What is sent on to be written; absent where it was. */
  carried?: { list: string; more: Readonly<Record<string, string | undefined>> };
}

/** What becomes of a list of mediators, row by row. */
export const ImportReport: FC<ReportProps> = ({ c, plan, carried }) => {
  const counts = tally(['new', 'known', 'refused'], plan.rows);
  const leavesOut = !plan.keepsEthnicity && plan.columns.some(({ readAs }) => readAs === 'ethnicity');
  return (
    <RegisterPage
      c={c}
      title={carried ? 'Xem lại trước khi nhập' : 'Đã nhập hòa giải viên'}
      back={{ href: routes.consoleMediatorsImport(), label: 'Nhập hòa giải viên từ tệp' }}
    >
      <p role="status" class={carried ? undefined : 'notice'}>
        <strong>
          {carried ? 'Thêm' : 'Đã thêm'} {showCount(counts.new)} hòa giải viên, {showCount(plan.teams.length)}{' '}
          tổ hòa giải.
        </strong>{' '}
        {counts.known > 0 && `${showCount(counts.known)} người đã có trong sổ. `}
        {counts.refused > 0 && `${showCount(counts.refused)} dòng cần sửa, bỏ qua. `}
        {leavesOut && 'Cột dân tộc không được lưu.'}
      </p>
      {carried && (
        <ConfirmTable
          action={routes.consoleMediatorsImport()}
          list={carried.list}
          more={carried.more}
          submit={
            (counts.new > 0 || (plan.keepsEthnicity && counts.known > 0)) &&
            `Nhập ${showCount(counts.new)} hòa giải viên`
          }
        />
      )}
      <TableRows
        columns={plan.columns}
        words={COLUMN_WORDS}
        subject="Hòa giải viên"
        rows={plan.rows.map((one) => ({
          row: one.row,
          person: one.knownId ? <a href={routes.consoleMediator(one.knownId)}>{one.written}</a> : one.written,
          outcome: TABLE_OUTCOME[one.outcome],
          words: wordsOf(one),
        }))}
      />
      {!carried && (
        <p>
          <a class="btn" href={routes.consoleMediators()}>
            Xem hòa giải viên
          </a>
        </p>
      )}
    </RegisterPage>
  );
};
