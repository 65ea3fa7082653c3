import type { FC } from 'hono/jsx';
import { shortDay } from '../../../functions/platform/time/format-date';
import type { Finding } from '../../../functions/visits/finding';
import { findingLate } from '../../../functions/visits/list';
import { daysLateWords } from '../inquiries/state';

export const FINDING_WORD: Record<Finding['status'], string> = {
  asked: 'Chờ giải trình',
  answered: 'Đã giải trình',
  closed: 'Đã kết thúc',
  withdrawn: 'Đã rút',
};

/** `quá hạn 3 ngày`; undefined where it is not late. */
export const findingLateWords = (finding: Finding, now: number): string | undefined =>
  daysLateWords(findingLate(finding, now));

/** What was found, as the unit and staff see it. */
export const FindingFacts: FC<{ finding: Finding; now: number }> = ({ finding, now }) => {
  const { about, bodyName, dueOn, againWords } = finding;
  const late = findingLateWords(finding, now);
  return (
    <>
      <dl class="facts">
        <dt>Đơn vị</dt>
        <dd>{bodyName}</dd>
        <dt>Ngày kiểm tra</dt>
        <dd>{shortDay(about.foundOn)}</dd>
        <dt>Hạn giải trình</dt>
        <dd>
          Chậm nhất hết ngày {shortDay(dueOn)}
          {late && <strong> ({late})</strong>}
        </dd>
        {about.evidence && (
          <>
            <dt>Căn cứ</dt>
            <dd class="prose">{about.evidence}</dd>
          </>
        )}
      </dl>
      <p class="prose">{about.words}</p>
      {againWords && (
        <>
          <h2>Đề nghị giải trình lại</h2>
          <p class="prose">{againWords}</p>
        </>
      )}
    </>
  );
};

/** The reply that was given, for the form that changes it. */
export const replyValues = ({ answer, version }: Finding) => ({
  version: String(version),
  outcome: answer?.said.outcome,
  by: answer?.said.by && shortDay(answer.said.by),
  words: answer?.said.words,
  position: answer?.said.position,
});
