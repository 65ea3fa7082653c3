import type { FC } from 'hono/jsx';
import { inSentence } from '../../../functions/directory/units/words';
import { type NominationView, nominationLink } from '../../../functions/events/nominations/read';
import type { Page } from '../../env';
import { routes } from '../../routes';
import { ConsolePage } from '../../ui/console';
import { Button, ErrorSummary, Field, type FormState } from '../../ui/form';
import { DateTime } from '../events/date-time';
import { zaloWords } from './words';

/** One quota: its link, its terms, a new link, the end of it. */
export const QuotaPage: FC<{ c: Page; view: NominationView; form: FormState }> = ({ c, view, form }) => {
  const { nomination: n, event, used } = view;
  const world = c.get('world');
  const link = nominationLink(world, n);
  const issued = n.status === 'issued';
  return (
    <ConsolePage
      c={c}
      title={`Chỉ tiêu của ${inSentence(n.name)}`}
      at={routes.consoleEvents()}
      above={
        <a class="back" href={routes.consoleNominations(event.id)}>
          ‹ Cử người: {event.title}
        </a>
      }
    >
      <div class="form">
        <ErrorSummary form={form} />
        {issued ? (
          <>
            <div class="field">
              <label for="o-link">Đường dẫn của {inSentence(n.name)}</label>
              <input id="o-link" readonly value={link} />
            </div>
            <div class="field">
              <label for="o-zalo">Lời nhắn Zalo</label>
              <textarea id="o-zalo" readonly rows={8}>
                {zaloWords(world, view, link)}
              </textarea>
            </div>
          </>
        ) : (
          <p class="notice lotus">
            Đường dẫn này đã thu hồi. {used} người đã cử vẫn được giữ. Cấp đường dẫn mới thì nơi này cử, thay
            người được trở lại.
          </p>
        )}
        <h2>Sửa chỉ tiêu</h2>
        <form method="post" action={routes.consoleNomination(n.id)} novalidate>
          <input type="hidden" name="version" value={String(form.values.version ?? n.version)} />
          <Field
            form={form}
            name="quota"
            label="Chỉ tiêu (người)"
            hint={`Đã cử ${used} người, không giảm dưới số đó.`}
            inputmode="numeric"
            class="year"
          />
          <DateTime form={form} name="deadline" label="Hạn cử người" />
          <Field form={form} name="contactName" label="Đầu mối" maxlength={80} />
          <Field
            form={form}
            name="contactPhone"
            label="Điện thoại"
            optional
            type="tel"
            inputmode="tel"
            class="short"
          />
          <Field form={form} name="contactEmail" label="Email" optional type="email" inputmode="email" />
          <Button>Lưu</Button>
        </form>
        <h2>{issued ? 'Cấp lại đường dẫn' : 'Cấp đường dẫn mới'}</h2>
        <p>Dùng khi đường dẫn lạc hoặc lộ: nơi cử nhận đường dẫn mới, đường dẫn cũ không dùng được nữa.</p>
        <form method="post" action={routes.consoleNominationReissue(n.id)}>
          <input type="hidden" name="version" value={String(n.version)} />
          <Button kind="plain">Cấp đường dẫn mới</Button>
        </form>
        {issued && (
          <>
            <h2>Thu hồi</h2>
            <p>Nơi này không cử, thay người qua đường dẫn được nữa. Người đã cử vẫn được giữ.</p>
            <form method="post" action={routes.consoleNominationRevoke(n.id)}>
              <Button kind="warn">Thu hồi đường dẫn</Button>
            </form>
          </>
        )}
      </div>
    </ConsolePage>
  );
};
