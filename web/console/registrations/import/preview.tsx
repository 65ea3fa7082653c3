import type { FC } from 'hono/jsx';
import type { Event } from '../../../../functions/events/event/event';
import type { SeatsAfter } from '../../../../functions/events/registrations/register/forecast';
import {
  type ListChoices,
  type OrganizersList,
  WITHOUT,
} from '../../../../functions/events/rosters/read-list';
import { newToken } from '../../../../functions/platform/keys/ids';
import type { FieldError } from '../../../../functions/platform/problem/problem';
import { showCount } from '../../../../functions/platform/text/count';

import type { Page } from '../../../env';
import { SentAgainFields } from '../../../parts/rosters/again';
import type { AgainAnswers } from '../../../parts/rosters/again-answers';
import { AskedPlaces } from '../../../parts/rosters/asked-places';
import { AskedRows } from '../../../parts/rosters/asked-rows';
import { CarriedChoices } from '../../../parts/rosters/choices';
import { Carried, type CarriedList } from '../../../parts/rosters/list-form';
import { ListReport } from '../../../parts/rosters/list-report';
import { mistakesOf } from '../../../parts/rosters/rows-table';
import { BUTTON, STEP } from '../../../query';
import { routes } from '../../../routes';
import { Button } from '../../../ui/form';
import { Count, Frame } from './frame';
import type { Seen, Wanted } from './look';
import type { Again } from './look-again';
import { type Places, RowGroups } from './rows';

interface PreviewProps {
  c: Page;
  event: Event;
  carried: CarriedList;
  unitId?: string | undefined;
  choices: ListChoices;
  list: OrganizersList;
  /** Why the list cannot be read as its columns are. */
  unreadable?: FieldError | undefined;
  /** Why nothing was written. */
  errors: readonly FieldError[];
  seen: Seen;
  again: Again;
  answers: AgainAnswers;
  wanted: Wanted;
  after: SeatsAfter;
  places: Places;
}

const Counts: FC<Pick<PreviewProps, 'seen' | 'after'>> = ({ seen, after }) => {
  const { counts, newcomers, asked, open } = seen;
  const queued = newcomers.length - after.seated;
  return (
    <dl class="summary">
      <Count name="Ghi mới" n={newcomers.length}>
        {queued > 0 &&
          `(còn ${showCount(after.seated)} chỗ: ${showCount(queued)} người được ghi vào danh sách chờ)`}
      </Count>
      <Count name="Sửa tên, số điện thoại" n={counts.corrects} />
      <Count name="Thay người" n={counts.exchanges} />
      <Count name="Sửa thông tin" n={counts.changed} />
      <Count name="Đã có, không đổi" n={counts.unchanged} />
      <Count name="Đã hủy trước đây, bỏ qua" n={counts.left} />
      <Count name="Trùng dòng khác, bỏ qua" n={counts.repeat} />
      <Count name="Có thể là một người, cần trả lời" n={asked.length + open} />
      <Count name="Cần sửa, bỏ qua" n={counts.refused} />
    </dl>
  );
};

const After: FC<{ after: SeatsAfter }> = ({ after: { size, held, waiting, kept, quotas } }) => (
  <p>
    Sau khi nhập:{' '}
    <strong>
      {showCount(held)}/{showCount(size)} chỗ{waiting > 0 && `, ${showCount(waiting)} người chờ`}
    </strong>
    {quotas.map(
      ({ name, ...quota }) => `; ${name} dùng ${showCount(quota.held)}/${showCount(quota.size)} chỉ tiêu`,
    )}
    {waiting > 0 && kept > 0 && `; ${showCount(kept)} chỗ trống dành cho chỉ tiêu của các đơn vị`}.
  </p>
);

/** What the list would do; nothing is written before this is confirmed. */
export const ImportPreview: FC<PreviewProps> = (props) => {
  const { c, event, carried, unitId, choices, list, unreadable, errors } = props;
  const { seen, again, answers, wanted, after, places } = props;
  const { counts, newcomers } = seen;
  const asked = seen.asked.length + seen.open;
  const writes = newcomers.length + counts.changed + counts.corrects + counts.exchanges;
  return (
    <Frame c={c} event={event} title="Xem lại danh sách trước khi nhập">
      {unreadable ? (
        <p class="notice lotus" role="alert">
          <strong>{mistakesOf([unreadable], 'vi')}.</strong> Vui lòng chọn cột đó ở dưới rồi bấm “Đọc lại”.
        </p>
      ) : (
        <>
          <Counts seen={seen} after={after} />
          <After after={after} />
        </>
      )}
      {errors.length > 0 && (
        <p class="notice lotus" role="alert">
          <strong>Chưa nhập.</strong> {mistakesOf(errors, 'vi').join('. ')}.
        </p>
      )}
      {!unreadable && newcomers.length > 0 && (
        <p class="soft">Người mới được báo: ai có email thì nhận thư, người khác vào danh sách cần gọi.</p>
      )}
      <form method="post" action={routes.consoleImport(event.id)} enctype="multipart/form-data">
        <Carried of={carried} more={{ unitId, attest: 'on', nonce: newToken() }} />
        <CarriedChoices choices={{ another: choices.another, places: choices.places }} />
        <ListReport list={list} language="vi" without={WITHOUT} />
        <AskedPlaces language="vi" rows={seen.placeAsked} />
        <AskedRows language="vi" rows={seen.asked} />
        <SentAgainFields language="vi" again={again} answers={answers} {...again} />
        <p class="actions">
          {writes + asked > 0 ? (
            <Button name={BUTTON.step} value={STEP.import}>
              {asked > 0 ? 'Nhập danh sách' : `Nhập ${showCount(writes)} người`}
            </Button>
          ) : (
            <span>
              <strong>Không có gì để nhập</strong> trong {showCount(list.people.length)} dòng.
            </span>
          )}
          <Button kind="plain" name={BUTTON.step} value={STEP.edit}>
            Sửa danh sách
          </Button>
          {wanted.group && (
            <Button kind="plain" name={BUTTON.step} value={STEP.preview}>
              Xem lại tất cả
            </Button>
          )}
        </p>
        <RowGroups seen={seen} places={places} wanted={wanted} />
      </form>
    </Frame>
  );
};
