import type { FC } from 'hono/jsx';
import { WAY } from '../../../functions/inquiries/words';
import { showCount } from '../../../functions/platform/text/count';
import { localDate } from '../../../functions/platform/time/dates';
import { moment, shortDay } from '../../../functions/platform/time/format-date';
import { typedDate } from '../../../functions/platform/time/typed';
import { GAP_WORD } from '../../../functions/register/gaps/words';
import { reviewLate } from '../../../functions/reviews/register';
import type { LackingTeam, Review } from '../../../functions/reviews/review';
import { REVIEW_WORD } from '../../../functions/reviews/words';
import type { FieldSpec, Fields } from '../../ui/form';
import { daysLateWords, STATE_TAG } from '../inquiries/state';

export const ReviewState: FC<{ review: Review }> = ({ review: { status } }) => (
  <span class={STATE_TAG[status]}>{REVIEW_WORD[status]}</span>
);

/** `quá hạn 3 ngày`; undefined where it is not late. */
export const reviewLateWords = (review: Review, now: number): string | undefined =>
  daysLateWords(reviewLate(review, now));

/** Teams below the requirements. */
export const LackingTeams: FC<{ teams: number; lacking: readonly LackingTeam[] }> = ({ teams, lacking }) =>
  lacking.length === 0 ? (
    <p>
      {teams === 0
        ? 'Danh sách chưa có tổ hòa giải nào của xã này.'
        : `Theo danh sách, cả ${showCount(teams)} tổ đều đạt yêu cầu.`}
    </p>
  ) : (
    <>
      <p>
        {showCount(lacking.length)} trong {showCount(teams)} tổ chưa đạt yêu cầu:
      </p>
      <div class="scroll" tabindex={0} role="region" aria-label="Tổ hòa giải chưa đạt yêu cầu">
        <table class="stacked">
          <thead>
            <tr>
              <th scope="col">Tổ hòa giải</th>
              <th scope="col">Hòa giải viên</th>
              <th scope="col">Nữ</th>
              <th scope="col">Còn thiếu</th>
            </tr>
          </thead>
          <tbody>
            {lacking.map(({ name, members, women, gaps }) => (
              <tr>
                <th scope="row">{name}</th>
                <td class="num" data-label="Hòa giải viên">
                  {showCount(members)}
                </td>
                <td class="num" data-label="Nữ">
                  {showCount(women)}
                </td>
                <td data-label="Còn thiếu">{gaps.map((gap) => GAP_WORD[gap]).join('; ')}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );

/** What is asked, as the commune and staff see it. */
export const ReviewFacts: FC<{ review: Review; now: number }> = ({ review, now }) => {
  const { about, bodyName, dueOn, createdAt, againWords } = review;
  const late = reviewLateWords(review, now);
  return (
    <>
      <dl class="facts">
        <dt>Xã, phường, thị trấn</dt>
        <dd>{about.unitName}</dd>
        <dt>Cơ quan trả lời</dt>
        <dd>{bodyName}</dd>
        <dt>Hạn trả lời</dt>
        <dd>
          Chậm nhất hết ngày {shortDay(dueOn)}
          {late && <strong> ({late})</strong>}
        </dd>
      </dl>
      {about.words && <p class="prose">{about.words}</p>}
      {againWords && (
        <>
          <h2>Đề nghị trả lời lại</h2>
          <p class="prose">{againWords}</p>
        </>
      )}
      <h2>Danh sách ngày {shortDay(localDate(createdAt))}</h2>
      <LackingTeams teams={about.teams} lacking={about.lacking} />
    </>
  );
};

/** What the commune will do. */
export const PlannedView: FC<{ answer: NonNullable<Review['answer']> }> = ({ answer }) => (
  <dl class="facts">
    <dt>Việc sẽ làm</dt>
    <dd class="prose">{answer.said.words}</dd>
    <dt>Kiện toàn xong</dt>
    <dd>Chậm nhất hết ngày {shortDay(answer.said.by)}</dd>
    <dt>Người trả lời</dt>
    <dd>{answer.said.position}</dd>
    <dt>Nhận được</dt>
    <dd>
      {moment(answer.at)}, {WAY[answer.through]}
    </dd>
  </dl>
);

/** With what the review ended. */
export const ReviewEnding: FC<{ review: Review }> = ({ review: { status, endWords, about } }) => {
  if (!endWords) return null;
  const { decision } = about;
  return (
    <dl class="facts">
      {decision && (
        <>
          <dt>Quyết định</dt>
          <dd>
            Số {decision.number}, ngày {shortDay(decision.on)}
          </dd>
        </>
      )}
      <dt>{status === 'closed' ? 'Kết quả' : 'Lý do thôi'}</dt>
      <dd class="prose">{endWords}</dd>
    </dl>
  );
};

/** The answer of the commune, asked the same way on its own page and on the organizer's. */
export const plannedFields = () =>
  ({
    version: { as: 'hidden' },
    words: {
      as: 'text-area',
      label: 'Việc sẽ làm đối với từng tổ',
      hint: 'Ví dụ: bầu bổ sung một hòa giải viên nữ cho tổ ấp 1. Không cần ghi họ tên.',
      rows: 6,
    },
    by: {
      label: 'Kiện toàn xong chậm nhất ngày',
      hint: 'Ngày/tháng/năm, ví dụ 30/09/2027',
      date: true,
    },
    position: { label: 'Chức vụ của người trả lời', hint: 'Không cần ghi họ tên.' },
  }) satisfies Record<string, FieldSpec>;

export const plannedOf = ({
  words,
  by,
  position,
}: Fields<Exclude<keyof ReturnType<typeof plannedFields>, 'version'>>) => ({
  words,
  ...(by && { by: typedDate(by) }),
  position,
});

export const plannedValues = ({ answer, version }: Review) => ({
  version: String(version),
  words: answer?.said.words,
  by: answer && shortDay(answer.said.by),
  position: answer?.said.position,
});
