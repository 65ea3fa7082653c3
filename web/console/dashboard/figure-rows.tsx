import type { FC } from 'hono/jsx';
import { type Figures, plannedOf } from '../../../functions/dashboard/figures';
import type { Dashboard } from '../../../functions/dashboard/read';
import { aimWords } from '../../../functions/participation/goals';
import { showCount } from '../../../functions/platform/text/count';
import { Bar } from '../../parts/events/bar';

interface FigureProps {
  name: string;
  n: number;
  /** Of how many; absent where there is nothing to compare with. */
  of?: number | undefined;
  ofWhat: string;
  /** Said below. */
  more?: string | undefined;
}

const percent = (n: number, of: number) => `${showCount(Math.round((100 * n) / of))} %`;

const Figure: FC<FigureProps> = ({ name, n, of, ofWhat, more }) => (
  <li>
    <span>
      <strong>{name}</strong>
      <span>{of ? `${showCount(n)} trên ${showCount(of)} ${ofWhat} (${percent(n, of)})` : showCount(n)}</span>
    </span>
    {of ? <Bar used={n} quota={of} /> : null}
    {more && <p class="small">{more}</p>}
  </li>
);

/** The main figures of a plan, as bars. */
export const MainFigures: FC<{ dashboard: Dashboard; brief?: boolean }> = ({
  brief,
  dashboard: { plan, all, goals, answers, invited, reports, coverage },
}) => (
  <ul class="seat-bars">
    <Figure
      name="Lớp, hội nghị đã tổ chức"
      n={all.over}
      of={goals?.events || plannedOf(all)}
      ofWhat={goals?.events ? 'theo mục tiêu' : 'đã lên lịch'}
    />
    <Figure
      name="Lượt người dự lớp đã tổ chức"
      n={all.reached}
      of={goals?.people}
      ofWhat="lượt theo mục tiêu"
    />
    {coverage.mediators > 0 && (
      <Figure
        name={`Hòa giải viên được tập huấn năm ${plan.year}`}
        n={coverage.trained}
        of={coverage.mediators}
        ofWhat="người"
        more={coverage.aim && !brief ? `Mục tiêu ${aimWords(coverage)}.` : undefined}
      />
    )}
    <Figure name="Chỗ đã có người" n={all.used} of={all.offered} ofWhat="chỗ" />
    {invited && invited.sent > 0 && (
      <Figure
        name="Lời mời cơ quan đã được nhận lời"
        n={invited.accepted}
        of={invited.sent}
        ofWhat="lời mời"
      />
    )}
    {reports && reports.due > 0 && (
      <Figure name="Báo cáo đã nhận" n={reports.given} of={reports.due} ofWhat="báo cáo" />
    )}
    {answers && (
      <Figure
        name="Kiến nghị, vướng mắc đã có trả lời"
        n={answers.answered + answers.closed}
        of={answers.asked + answers.answered + answers.closed}
        ofWhat="nội dung"
      />
    )}
  </ul>
);

/** What is still open, in one sentence each; nothing where nothing is. */
export const OpenFigures: FC<{ dashboard: Dashboard }> = ({
  dashboard: { all, answers, invited, reports },
}) => {
  const lines = [
    [all.coming, 'lớp, hội nghị sắp tổ chức'],
    [all.postponed, 'lớp, hội nghị đang hoãn'],
    [all.drafts, 'lớp, hội nghị còn là bản nháp'],
    [all.cancelled, 'lớp, hội nghị đã hủy'],
    [all.waiting, 'người đang chờ chỗ'],
    [invited ? invited.sent - invited.accepted - invited.declined : 0, 'lời mời cơ quan chưa được trả lời'],
    [invited?.declined ?? 0, 'lời mời cơ quan bị từ chối'],
    [reports?.late ?? 0, 'báo cáo đã quá hạn, chưa nhận'],
    [answers?.asked ?? 0, 'kiến nghị, vướng mắc chưa được trả lời'],
    [answers?.late ?? 0, 'trong đó đã quá hạn trả lời'],
  ] as const;
  const shown = lines.filter(([n]) => n > 0);
  return shown.length === 0 ? null : (
    <ul>
      {shown.map(([n, words]) => (
        <li>
          {showCount(n)} {words}
        </li>
      ))}
    </ul>
  );
};

/** Cells of one row: held of planned with a bar, participations, seats. */
export const FigureCells: FC<{ figures: Figures }> = ({ figures }) => {
  const planned = plannedOf(figures);
  return (
    <>
      <td data-label="Đã tổ chức">
        {planned === 0 ? (
          <span class="soft">Chưa có</span>
        ) : (
          <>
            {showCount(figures.over)} trên {showCount(planned)}
            <Bar used={figures.over} quota={planned} />
          </>
        )}
      </td>
      <td class="num" data-label="Lượt người">
        {showCount(figures.reached)}
      </td>
      <td class="num" data-label="Chỗ đã có người">
        {figures.offered > 0 ? `${showCount(figures.used)} trên ${showCount(figures.offered)}` : '–'}
      </td>
    </>
  );
};

export const FigureHeads: FC = () => (
  <>
    <th scope="col">Lớp, hội nghị đã tổ chức</th>
    <th scope="col">Lượt người</th>
    <th scope="col">Chỗ đã có người</th>
  </>
);
