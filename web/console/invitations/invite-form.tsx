import type { FC } from 'hono/jsx';
import type { Body } from '../../../functions/directory/bodies/body';
import { mailAddress } from '../../../functions/directory/bodies/mail-address';
import { InvitationInput } from '../../../functions/events/invitations/invitation';
import { endOfDay } from '../../../functions/events/invitations/invite';
import type { Preview } from '../../../functions/notices/preview-invitations';
import { parse } from '../../../functions/platform/input/parse';
import { invalid } from '../../../functions/platform/problem/problem';
import { showPhone } from '../../../functions/platform/text/phone';
import { localDate } from '../../../functions/platform/time/dates';
import { Button, Checkbox, ErrorSummary, Field, type FormState, messageOf, TextArea } from '../../ui/form';
import type { Fields } from '../../ui/read-form';
import { KIND_WORDS } from '../bodies/body-words';
import { calendarDate } from '../events/date-time';
import { LetterView } from './letter-view';

/**
 * The terms of an invitation as a form has them: a day to answer by means its end.
 * @param proposed what the form proposes where nobody says otherwise: on the event's own day, its beginning
 */
export const readTerms = (fields: Fields, proposed: string) => ({
  seatsOffered: fields.seatsOffered === undefined ? 0 : Number(fields.seatsOffered),
  respondBy: respondByOf(fields.respondBy, proposed),
  letterText: fields.letterText,
});

const respondByOf = (date: string | undefined, proposed: string): string => {
  if (!date) throw invalid('respondBy', 'respond-by-required');
  const end = endOfDay(calendarDate(date));
  if (!end) throw invalid('respondBy', 'time-malformed');
  return localDate(end) === localDate(proposed) ? proposed : end;
};

/** @throws Problem invalid */
export const readInvitationInput = (fields: Fields, typed: FormState['values'], proposed: string) =>
  parse(InvitationInput, {
    ...readTerms(fields, proposed),
    bodyIds: [typed.bodyIds].flat().filter((id) => id !== undefined && id !== ''),
    hold: fields.hold === 'on',
  });

/** Seats, day, words: what every letter of one sending shares. */
export const Terms: FC<{ form: FormState }> = ({ form }) => (
  <>
    <div class="columns">
      <Field
        form={form}
        name="seatsOffered"
        label="Số đại biểu mời mỗi cơ quan"
        type="number"
        inputmode="numeric"
        class="year"
      />
      <Field
        form={form}
        name="respondBy"
        label="Hạn trả lời (hết ngày)"
        hint="Ngày/tháng/năm, ví dụ 15/04/2027"
        inputmode="numeric"
        autocomplete="off"
        class="short"
      />
    </div>
    <TextArea
      form={form}
      name="letterText"
      label="Nội dung thư"
      hint="Câu “trân trọng kính mời”, tên cơ quan, số đại biểu và hạn trả lời được thêm cho từng thư."
      rows={10}
    />
  </>
);

interface InviteFormProps {
  form: FormState;
  action: string;
  bodies: readonly Body[];
  /** Those who have an invitation already. */
  invited: ReadonlySet<string>;
}

export const InviteForm: FC<InviteFormProps> = ({ form, action, bodies, invited }) => {
  const error = form.errors.find((e) => e.path.startsWith('bodyIds'));
  const kinds = [...new Set(bodies.map((b) => b.kind))];
  return (
    <>
      <ErrorSummary form={form} />
      <form class="form" method="post" action={action} novalidate>
        <fieldset id="o-bodyIds" class={error ? 'invalid' : undefined}>
          <legend>Mời cơ quan nào?</legend>
          {error && <p class="error-text">{messageOf('vi', error)}</p>}
          {kinds.map((kind) => (
            <fieldset>
              <legend class="group">{KIND_WORDS[kind]}</legend>
              {bodies
                .filter((b) => b.kind === kind)
                .map((b) =>
                  invited.has(b.id) ? (
                    <p class="soft">{b.name}: đã có thư mời</p>
                  ) : (
                    <Checkbox
                      form={{ ...form, errors: [] }}
                      name="bodyIds"
                      value={b.id}
                      label={
                        <>
                          {b.name}{' '}
                          <span class="soft">{mailAddress(b) ?? 'không có email dùng được: gọi điện'}</span>
                        </>
                      }
                    />
                  ),
                )}
            </fieldset>
          ))}
        </fieldset>
        <Terms form={form} />
        <Checkbox
          form={form}
          name="hold"
          label="Chỉ soạn giấy mời, gửi sau khi đã ký (nên chọn khi cần kèm bản ký số ngay từ thư đầu)"
        />
        <Button name="buoc" value="xem">
          Xem trước
        </Button>
      </form>
    </>
  );
};

interface PreviewProps {
  form: FormState;
  action: string;
  previews: readonly Preview[];
  hold: boolean;
}

/** Everything as it will go out, with the form's values kept for sending or for going back. */
export const InvitePreview: FC<PreviewProps> = ({ form, action, previews, hold }) => {
  const first = previews[0]!;
  return (
    <>
      <h2>{hold ? 'Soạn giấy mời cho' : 'Gửi tới'}</h2>
      <ul>
        {previews.map((p) => (
          <li>
            {p.bodyName}
            {': '}
            {p.email ??
              (p.call
                ? `không có email dùng được; vào danh sách cần gọi: ${p.call.name}, ${showPhone(p.call.phone)}`
                : 'không có email và số điện thoại; vào danh sách cần gọi')}
          </li>
        ))}
      </ul>
      <h2>Giấy mời{previews.length > 1 && ` (bản gửi ${first.bodyName})`}</h2>
      <LetterView letter={first.letter} />
      <h2>Thư điện tử</h2>
      <p class="soft">
        Mỗi cơ quan nhận một đường dẫn riêng, có khi gửi. Kèm tệp lịch; giấy mời đã ký đi kèm khi đã tải lên.
      </p>
      <div class="card" lang="vi">
        <p>
          <b>Tiêu đề: </b>
          {first.mail.subject}
        </p>
        <p>
          <b>Trả lời về: </b>
          {first.mail.replyTo}
        </p>
        {first.mail.text.split('\n\n').map((p) => (
          <p>
            {p.split('\n').map((line, i) => (
              <>
                {i > 0 && <br />}
                {line}
              </>
            ))}
          </p>
        ))}
      </div>
      <form method="post" action={action} class="actions">
        {Object.entries(form.values).flatMap(([name, value]) =>
          [value]
            .flat()
            .filter((v) => v !== undefined && name !== 'buoc')
            .map((v) => <input type="hidden" name={name} value={v} />),
        )}
        <Button name="buoc" value="gui">
          {hold ? `Soạn ${previews.length} giấy mời` : `Gửi ${previews.length} thư mời`}
        </Button>
        <Button kind="plain" name="buoc" value="sua">
          Sửa lại
        </Button>
      </form>
    </>
  );
};
