import type { FC } from 'hono/jsx';
import type { EventState } from '../../../functions/events/overview/state';
import { showCount } from '../../../functions/platform/text/count';
import { seatsIn } from '../../../functions/seats/ledger/room';
import type { Page } from '../../env';
import { DONE, QUERY } from '../../query';

type Told = Pick<EventState, 'room' | 'waiting' | 'people' | 'quotas' | 'invitations'>;

const officesIn = ({ quotas, invitations: i }: Told) => ({
  units: quotas?.places ?? 0,
  bodies: i ? i.accepted + i.declined + i.forOldDate + i.unanswered : 0,
});

/** ` 15 đơn vị có chỉ tiêu và 3 cơ quan được mời đang được báo.` Nothing where there are none. */
const officesTold = (state: Told): string => {
  const { units, bodies } = officesIn(state);
  const who = [
    units > 0 && `${showCount(units)} đơn vị có chỉ tiêu`,
    bodies > 0 && `${showCount(bodies)} cơ quan được mời`,
  ].filter(Boolean);
  return who.length > 0 ? ` ${who.join(' và ')} đang được báo.` : '';
};

/** Whether a change of the event is news to a person or an office. */
const concernsAnyone = (state: Told): boolean => {
  const { units, bodies } = officesIn(state);
  const people = seatsIn(state.room).held + state.waiting + (state.people?.pending ?? 0);
  return people + units + bodies > 0;
};

/** What was just done to an event, and who is told of it. */
const wordsOf = (done: string, state: Told): string | undefined => {
  const told = (words: string) => (concernsAnyone(state) ? ` ${words}` : ' Chưa có ai cần báo.');
  const everyone = () => told('Mọi người liên quan đang được báo.');
  switch (done) {
    case DONE.created:
      return 'Đã lưu bản nháp. Xem trước rồi công bố khi sẵn sàng.';
    case DONE.saved:
      return 'Đã lưu thay đổi của lớp, hội nghị.';
    case DONE.timeOrPlaceChanged:
      return `Đã lưu thời gian, địa điểm mới.${told('Mỗi người, mỗi nơi liên quan được báo một lần.')}`;
    case DONE.published:
      return `Đã công bố. Lớp, hội nghị đã hiện trên trang công khai.${officesTold(state)}`;
    case DONE.resumed:
      return `Đã mở lại theo ngày mới.${everyone()}`;
    case DONE.postponed:
      return `Đã tạm hoãn lớp, hội nghị.${everyone()}`;
    case DONE.dateMoved:
      return `Đã dời lịch. Các buổi, chỉ tiêu và thư mời dời theo.${told('Mỗi người, mỗi nơi liên quan được báo một lần, có cả lịch cũ và lịch mới.')}`;
    case DONE.cancelled:
      return `Đã hủy lớp, hội nghị.${everyone()}`;
    case DONE.duplicated:
      return 'Đã nhân bản lớp, hội nghị. Đây là bản nháp; vui lòng xem lại ngày giờ rồi công bố.';
    default:
      return undefined;
  }
};

/** How many quotas came along with a copy, and whose did not. */
const CopiedQuotas: FC<{ c: Page }> = ({ c }) => {
  const given = Number(c.req.query(QUERY.count) ?? Number.NaN);
  const leftOut = c.req.query(QUERY.leftOut);
  if (c.req.query(QUERY.done) !== DONE.duplicated || Number.isNaN(given)) return null;
  return (
    <p>
      Đã giao lại chỉ tiêu cho {showCount(given)} nơi; các nơi được báo khi công bố.
      {leftOut && ` Chưa giao lại được cho: ${leftOut}.`}
    </p>
  );
};

export const Done: FC<{ c: Page; state: Told }> = ({ c, state }) => {
  const words = wordsOf(c.req.query(QUERY.done) ?? '', state);
  return words ? (
    <div class="notice" role="status">
      <p>{words}</p>
      <CopiedQuotas c={c} />
    </div>
  ) : null;
};
