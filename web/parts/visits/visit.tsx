import type { FC } from 'hono/jsx';
import { WAY } from '../../../functions/inquiries/words';
import { moment, shortDay } from '../../../functions/platform/time/format-date';
import type { VisitState } from '../../../functions/visits/list';
import { ATTENDS, type Visit } from '../../../functions/visits/visit';
import type { FieldSpec, Fields } from '../../ui/form';

export const VISIT_WORD: Record<VisitState, string> = {
  planned: 'Sắp kiểm tra',
  held: 'Chờ kết luận',
  concluded: 'Đã kết luận',
  cancelled: 'Không tổ chức',
};

export const VISIT_TAG: Record<VisitState, string> = {
  planned: 'tag',
  held: 'tag sun',
  concluded: 'tag sky',
  cancelled: 'tag grey',
};

export const ATTENDS_WORD: Record<(typeof ATTENDS)[number], string> = {
  agreed: 'Đồng ý, sẽ làm việc với đoàn kiểm tra',
  'other-day': 'Đề nghị ngày khác',
};

/** Where, when and who, as the unit and staff see it. */
export const VisitFacts: FC<{ visit: Visit }> = ({ visit: { about, bodyName, dueOn, againWords } }) => (
  <dl class="facts">
    <dt>Đơn vị được kiểm tra</dt>
    <dd>{bodyName}</dd>
    <dt>Ngày kiểm tra</dt>
    <dd>{shortDay(dueOn)}</dd>
    {againWords && (
      <>
        <dt>Lý do đổi ngày</dt>
        <dd>{againWords}</dd>
      </>
    )}
    {about.place && (
      <>
        <dt>Địa điểm</dt>
        <dd>{about.place}</dd>
      </>
    )}
    <dt>Nội dung</dt>
    <dd class="prose">{about.purpose}</dd>
    <dt>Trưởng đoàn</dt>
    <dd>{about.lead}</dd>
    <dt>Đại diện Mặt trận Tổ quốc</dt>
    <dd>{about.front}</dd>
    {about.others.length > 0 && (
      <>
        <dt>Thành viên khác</dt>
        <dd>{about.others.join('; ')}</dd>
      </>
    )}
  </dl>
);

/** What the unit said to the notice. */
export const Confirmation: FC<{ answer: NonNullable<Visit['answer']> }> = ({ answer }) => (
  <p>
    {ATTENDS_WORD[answer.said.attends]}
    {answer.said.words && `: ${answer.said.words}`} ({answer.said.position}, {moment(answer.at)},{' '}
    {WAY[answer.through]})
  </p>
);

/** The unit's answer, asked the same way on its own page and on the organizer's. */
export const confirmFields = () =>
  ({
    version: { as: 'hidden' },
    attends: {
      as: 'radios',
      label: 'Trả lời của đơn vị',
      options: ATTENDS.map((value) => ({ value, label: ATTENDS_WORD[value] })),
    },
    words: {
      as: 'text-area',
      label: 'Ngày đề nghị và lý do',
      hint: 'Chỉ cần điền khi đề nghị ngày khác.',
      rows: 3,
      optional: true,
    },
    position: { label: 'Chức vụ của người trả lời', hint: 'Không cần ghi họ tên.' },
  }) satisfies Record<string, FieldSpec>;

export const confirmedOf = ({
  attends,
  words,
  position,
}: Fields<Exclude<keyof ReturnType<typeof confirmFields>, 'version'>>) => ({ attends, words, position });

export const confirmValues = ({ answer, version }: Visit) => ({
  version: String(version),
  attends: answer?.said.attends,
  words: answer?.said.words,
  position: answer?.said.position,
});
