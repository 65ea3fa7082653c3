import type { FC } from 'hono/jsx';
import { showCount } from '../../../../functions/platform/text/count';
import { shownSteps } from '../../../../functions/register/mediators/steps';
import { historyWords } from '../../../parts/participation/classes';
import { stepWords } from '../parts/words';
import type { Holdings } from './holdings';
import { FIELD_LABELS, FIELDS, type Side, valueWords } from './values';

export interface Compared extends Side {
  holds: Holdings;
}

const STAYS = 'Hồ sơ giữ lại';
const GOES = 'Hồ sơ gộp vào';

/** Two records side by side, with what refers to each. */
export const Comparison: FC<{ stays: Compared; goes: Compared }> = ({ stays, goes }) => (
  <div class="scroll" tabindex={0} role="region" aria-label="So sánh hai hồ sơ">
    <table class="stacked">
      <caption class="hidden-label">So sánh hai hồ sơ</caption>
      <thead>
        <tr>
          <th scope="col">Nội dung</th>
          <th scope="col">{STAYS}</th>
          <th scope="col">{GOES}</th>
        </tr>
      </thead>
      <tbody>
        {FIELDS.map((field) => (
          <tr>
            <th scope="row">{FIELD_LABELS[field]}</th>
            <td data-label={STAYS}>{valueWords(stays, field)}</td>
            <td data-label={GOES}>{valueWords(goes, field)}</td>
          </tr>
        ))}
        <tr>
          <th scope="row">Bầu, công nhận, thôi làm</th>
          <td data-label={STAYS}>
            <StepList of={stays} />
          </td>
          <td data-label={GOES}>
            <StepList of={goes} />
          </td>
        </tr>
        <tr>
          <th scope="row">Lớp, hội nghị</th>
          <td data-label={STAYS}>
            <ClassList of={stays} />
          </td>
          <td data-label={GOES}>
            <ClassList of={goes} />
          </td>
        </tr>
        <tr>
          <th scope="row">Tham luận, khó khăn, vướng mắc</th>
          <td data-label={STAYS}>{showCount(stays.holds.points)}</td>
          <td data-label={GOES}>{showCount(goes.holds.points)}</td>
        </tr>
        <tr>
          <th scope="row">Đề nghị hỗ trợ vụ việc</th>
          <td data-label={STAYS}>{showCount(stays.holds.requests)}</td>
          <td data-label={GOES}>{showCount(goes.holds.requests)}</td>
        </tr>
      </tbody>
    </table>
  </div>
);

const StepList: FC<{ of: Compared }> = ({ of: { one } }) => (
  <>
    {shownSteps(one.steps).map((step) => (
      <div>{stepWords(step)}</div>
    ))}
  </>
);

const ClassList: FC<{ of: Compared }> = ({ of: { holds } }) => (
  <>
    <div>{historyWords(holds.history)}</div>
    {holds.history.classes.map(({ event }) => (
      <div class="soft small">{event.title}</div>
    ))}
  </>
);
