import type { FC } from 'hono/jsx';
import { showCount } from '../../../functions/platform/text/count';
import type { BudgetLine } from '../../../functions/programme/budget/line';
import { totalsOf } from '../../../functions/programme/budget/totals';
import { differenceWords, itemOf, sourceOf } from '../../../functions/programme/budget/words';

interface LinesProps {
  lines: readonly BudgetLine[];
  /** What the table is about, for readers who do not see it. */
  label: string;
  /** The content of the second column. */
  belongsTo: { head: string; of: (line: BudgetLine) => string };
  /** Where a line is changed, for accounts that may. */
  edit?: ((line: BudgetLine) => string) | undefined;
}

/** Lines of a budget with their sum. Amounts are in đồng, which the head of the column says. */
export const LinesTable: FC<LinesProps> = ({ lines, label, belongsTo, edit }) => {
  const total = totalsOf(lines);
  return (
    <div class="scroll" tabindex={0} role="region" aria-label={label}>
      <table class="stacked">
        <thead>
          <tr>
            <th scope="col">Nội dung chi</th>
            <th scope="col">{belongsTo.head}</th>
            <th scope="col">Nguồn</th>
            <th scope="col">Dự toán (đồng)</th>
            <th scope="col">Thực chi (đồng)</th>
            <th scope="col">So với dự toán</th>
            <th scope="col">Chứng từ, ghi chú</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr>
              <th scope="row">{edit ? <a href={edit(line)}>{itemOf(line)}</a> : itemOf(line)}</th>
              <td data-label={belongsTo.head}>{belongsTo.of(line)}</td>
              <td data-label="Nguồn">{sourceOf(line)}</td>
              <td class="num" data-label="Dự toán (đồng)">
                {showCount(line.estimate)}
              </td>
              <td class="num" data-label="Thực chi (đồng)">
                {line.actual === undefined ? '' : showCount(line.actual)}
              </td>
              <td data-label="So với dự toán">{differenceWords(totalsOf([line]))}</td>
              <td data-label="Chứng từ, ghi chú">
                {[line.document, line.remark].filter(Boolean).join('. ')}
              </td>
            </tr>
          ))}
          <tr>
            <th scope="row">Cộng</th>
            <td />
            <td />
            <td class="num" data-label="Dự toán (đồng)">
              <strong>{showCount(total.estimate)}</strong>
            </td>
            <td class="num" data-label="Thực chi (đồng)">
              <strong>{showCount(total.actual)}</strong>
            </td>
            <td data-label="So với dự toán">{differenceWords(total)}</td>
            <td />
          </tr>
        </tbody>
      </table>
    </div>
  );
};
