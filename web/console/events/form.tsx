import type { FC } from 'hono/jsx';
import { ADMISSIONS, KINDS, MODES } from '../../../functions/events/event/event-input';
import type { FormState, Option } from '../../ui/form';
import { Button, Checkbox, ErrorSummary, Field, Radios, Select, TextArea } from '../../ui/form';
import type { Choices } from './choices';
import { DateTime } from './date-time';
import { LABELS, labelOf, type Merged, sessionRows } from './fields';
import { ADMISSION, KIND, MODE } from './words';

/** A blank row of the programme stands ready. */
const SPARE = 1;
const MOST = 40;

interface EventFormProps {
  form: FormState;
  choices: Choices;
  action: string;
  /** Sent back as they are: which event, which version, what it looked like. */
  hidden: Record<string, string>;
  /** Rows of the programme beyond those filled in. */
  spare?: number;
  merged?: Merged;
  published?: boolean;
}

/** Everything an organizer says of an event. Works without JavaScript; rows are added by the server. */
export const EventForm: FC<EventFormProps> = ({
  form,
  choices,
  action,
  hidden,
  spare = 0,
  merged,
  published,
}) => {
  const rows = Math.min(MOST, Math.max(SPARE, sessionRows(form.values) + spare));
  return (
    <form method="post" action={action} class="form" novalidate>
      <ErrorSummary form={form} named={labelOf} />
      {merged && <Differences merged={merged} choices={choices} />}
      {Object.entries(hidden).map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
      {/* Enter in a text field must save, not add a row: the first button of a form is its default. */}
      <button type="submit" class="hidden-label" tabindex={-1}>
        Lưu
      </button>

      <h2>Tên và nội dung</h2>
      <Select
        form={form}
        name="kind"
        label="Loại"
        options={KINDS.map((k) => ({ value: k, label: KIND[k] }))}
      />
      <Field form={form} name="title" label="Tên" />
      <Field form={form} name="titleEn" label="Tên tiếng Anh" optional />
      <TextArea
        form={form}
        name="summary"
        label="Giới thiệu"
        optional
        hint="Có thể dùng Markdown: **đậm**, - gạch đầu dòng, [chữ](https://…)"
        rows={6}
      />
      <TextArea form={form} name="summaryEn" label="Giới thiệu tiếng Anh" optional rows={4} />
      <Field
        form={form}
        name="audience"
        label="Đối tượng"
        optional
        hint="Ví dụ: tổ trưởng, tổ phó tổ hòa giải"
      />

      <h2>Thời gian</h2>
      <DateTime form={form} name="startsAt" label="Bắt đầu" />
      <DateTime
        form={form}
        name="endsAt"
        label="Kết thúc"
        hint="Để trống ngày nếu kết thúc trong cùng ngày."
      />

      <h2>Hình thức và địa điểm</h2>
      <Radios
        form={form}
        name="mode"
        label="Hình thức"
        options={MODES.map((m) => ({ value: m, label: MODE[m] }))}
      />
      <Field form={form} name="venue" label="Địa điểm" hint="Ví dụ: Hội trường UBND huyện" />
      <Field form={form} name="venueAddress" label="Địa chỉ" optional />
      <Select
        form={form}
        name="placeUnitId"
        label="Địa bàn"
        optional
        options={choices.units}
        empty="Không chọn"
      />
      <Field form={form} name="mapUrl" label="Đường dẫn bản đồ" optional inputmode="url" />
      <Field
        form={form}
        name="onlineUrl"
        label="Đường dẫn trực tuyến"
        optional
        inputmode="url"
        hint="Chỉ người đã đăng ký được xem."
      />

      <h2>Số chỗ và cách nhận người</h2>
      <Radios
        form={form}
        name="admission"
        label="Cách nhận người"
        hint="Chỉ tiêu của từng đơn vị được giao ở mục Cử người."
        options={ADMISSIONS.map((a) => ({ value: a, label: ADMISSION[a] }))}
      />
      <Field
        form={form}
        name="capacity"
        label="Số chỗ tại hội trường"
        hint="Chỗ chung, ngoài chỉ tiêu của các đơn vị."
        inputmode="numeric"
        class="year"
      />
      <Field
        form={form}
        name="onlineSeats"
        label="Số chỗ trực tuyến"
        optional
        inputmode="numeric"
        class="year"
        hint="Khi học trực tuyến, hoặc vừa trực tiếp vừa trực tuyến."
      />
      <DateTime
        form={form}
        name="registrationOpensAt"
        label="Mở đăng ký"
        optional
        hint="Để trống: mở ngay khi công bố."
      />
      <DateTime
        form={form}
        name="registrationClosesAt"
        label="Hạn đăng ký"
        optional
        hint="Để trống: đến giờ bắt đầu. Để trống giờ: hết ngày ấy."
      />
      <Checkbox form={form} name="approval" label="Ban tổ chức duyệt từng đăng ký" />

      <h2>Chương trình</h2>
      <p class="soft">Dòng để trống thì bỏ qua. Ngày để trống thì lấy ngày bắt đầu.</p>
      {Array.from({ length: rows }, (_, i) => (
        <SessionRow form={form} i={i} />
      ))}
      <p>
        <button
          type="submit"
          class="btn plain"
          name="them"
          value="buoi"
          formaction={`${action}#o-sessions-${Math.min(rows, MOST - 1)}-date`}
        >
          Thêm buổi
        </button>
      </p>

      <h2>Cơ quan và nhiệm vụ</h2>
      <Select
        form={form}
        name="leadBodyId"
        label="Đơn vị chủ trì"
        optional
        options={choices.bodies}
        empty="Không chọn"
      />
      <fieldset id="o-coordinatingBodyIds">
        <legend>
          Đơn vị phối hợp <span class="optional">(không bắt buộc)</span>
        </legend>
        <div class="many">
          {chosenFirst(choices.bodies, form.values.coordinatingBodyIds).map((b) => (
            <Checkbox form={form} name="coordinatingBodyIds" value={b.value} label={b.label} />
          ))}
        </div>
      </fieldset>
      {choices.tasks.length > 0 && (
        <Select
          form={form}
          name="taskId"
          label="Nhiệm vụ của kế hoạch"
          optional
          options={choices.tasks}
          empty="Không chọn"
        />
      )}

      <h2>Liên hệ và dặn dò</h2>
      <Field form={form} name="contactName" label="Người phụ trách" />
      <Field form={form} name="contactPhone" label="Điện thoại" inputmode="tel" class="short" />
      <Field form={form} name="contactEmail" label="Email" optional inputmode="email" />
      <Field form={form} name="lunch" label="Ăn trưa" optional />
      <Field form={form} name="travel" label="Hỗ trợ đi lại" optional />
      <Field form={form} name="bring" label="Mang theo" optional />

      {published && (
        <p class="notice">Đã công bố: nếu đổi thời gian hoặc địa điểm, mọi người liên quan sẽ được báo.</p>
      )}
      <div class="actions at-hand">
        <Button>{published ? 'Lưu thay đổi' : 'Lưu bản nháp'}</Button>
      </div>
    </form>
  );
};

/** What is ticked stands before what might be. */
const chosenFirst = (options: readonly Option[], chosen: string | string[] | undefined): Option[] => {
  const is = (o: Option) => [chosen].flat().includes(o.value);
  return [...options.filter(is), ...options.filter((o) => !is(o))];
};

const SessionRow: FC<{ form: FormState; i: number }> = ({ form, i }) => {
  const name = (part: string) => `sessions.${i}.${part}`;
  const typed = (part: string) => [form.values[name(part)]].flat()[0];
  const more = ['topicEn', 'speaker', 'room'];
  return (
    <fieldset class="card">
      <legend>Buổi {i + 1}</legend>
      <div class="columns">
        <Field form={form} name={name('date')} label="Ngày/tháng/năm" inputmode="numeric" />
        <Field form={form} name={name('start')} label="Từ giờ" />
        <Field form={form} name={name('end')} label="Đến giờ" />
      </div>
      <Field form={form} name={name('topic')} label="Chuyên đề" />
      <details open={more.some((part) => typed(part)) || undefined}>
        <summary>Báo cáo viên, phòng, tên tiếng Anh</summary>
        <Field form={form} name={name('speaker')} label="Báo cáo viên" />
        <Field form={form} name={name('room')} label="Phòng" />
        <Field form={form} name={name('topicEn')} label="Chuyên đề bằng tiếng Anh" />
      </details>
    </fieldset>
  );
};

/** What the other editor did, and what became of it in this form. */
const Differences: FC<{ merged: Merged; choices: Choices }> = ({ merged, choices }) => (
  <section class="notice lotus" aria-label="Thay đổi của người khác">
    <p>
      <b>Trong khi ông/bà sửa, người khác đã lưu một bản mới.</b> Những gì ông/bà điền vẫn còn nguyên dưới
      đây; bấm Lưu để ghi lên bản mới.
    </p>
    {merged.disputed.length > 0 && (
      <>
        <p>Hai người cùng sửa các mục sau. Mẫu dưới đây giữ lời của ông/bà; bản của người kia là:</p>
        <ul>
          {merged.disputed.map(({ name, theirs }) => (
            <li>
              <b>{LABELS[name]}:</b> {choices.named(name, theirs) || '(để trống)'}
            </li>
          ))}
        </ul>
      </>
    )}
    {merged.taken.length > 0 && (
      <p>Đã lấy theo bản mới, vì ông/bà không sửa: {merged.taken.map((name) => LABELS[name]).join(', ')}.</p>
    )}
    {merged.disputed.length + merged.taken.length === 0 && <p>Nội dung của bản mới không khác mẫu này.</p>}
  </section>
);
