import type { FC } from 'hono/jsx';
import { showCount } from '../../../functions/platform/text/count';
import type { BudgetLine } from '../../../functions/programme/budget/line';
import { totalsBy, totalsOf } from '../../../functions/programme/budget/totals';
import { differenceWords, showDong } from '../../../functions/programme/budget/words';

interface GroupsProps {
  lines: readonly BudgetLine[];
  /** What the groups are: "Nguồn". */
  head: string;
  /** The words of a line's group, in the order of the table. */
  groupOf: (line: BudgetLine) => string;
}

/** The totals of a budget by source, or by what is paid for. */
export const TotalsTable: FC<GroupsProps> = ({ lines, head, groupOf }) => (
  <div class="scroll" tabindex={0} role="region" aria-label={`Kinh phí theo ${head.toLocaleLowerCase('vi')}`}>
    <table class="stacked">
      <thead>
        <tr>
          <th scope="col">{head}</th>
          <th scope="col">Dự toán (đồng)</th>
          <th scope="col">Thực chi (đồng)</th>
          <th scope="col">So với dự toán</th>
        </tr>
      </thead>
      <tbody>
        {[...totalsBy(lines, groupOf)].map(([group, totals]) => (
          <tr>
            <th scope="row">{group}</th>
            <td class="num" data-label="Dự toán (đồng)">
              {showCount(totals.estimate)}
            </td>
            <td class="num" data-label="Thực chi (đồng)">
              {showCount(totals.actual)}
            </td>
            <td data-label="So với dự toán">{differenceWords(totals)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  </div>
);

/** The whole in one sentence, and a button that prints the page. */
export const Whole: FC<{ lines: readonly BudgetLine[] }> = ({ lines }) => {
  const total = totalsOf(lines);
  return (
    <>
      <p>
        Dự toán <strong>{showDong(total.estimate)}</strong>, thực chi{' '}
        <strong>{showDong(total.actual)}</strong>: {differenceWords(total)}.
      </p>
      <p class="actions no-print">
        <button type="button" class="btn plain" data-print hidden>
          In
        </button>
      </p>
    </>
  );
};
