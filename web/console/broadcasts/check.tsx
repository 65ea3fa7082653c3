import type { FC } from 'hono/jsx';
import type { BroadcastInput } from '../../../functions/events/broadcasts/broadcast-input';
import type { Event } from '../../../functions/events/event/event';
import type { BroadcastPreview } from '../../../functions/notices/broadcasts/preview';
import type { Page } from '../../env';
import { BUTTON, BY, STEP } from '../../query';
import { routes } from '../../routes';
import { Button, CarriedFields, Field, freshForm, type Posted } from '../../ui/form';
import { staffOn } from '../../ui/form/account';
import { Island } from '../../ui/island';
import { EventFrame } from '../events/parts/frame';
import { choiceWords, countWords, waysWords } from './words';

interface CheckProps {
  c: Page;
  event: Event;
  input: BroadcastInput;
  posted: Pick<Posted, 'typed'>;
  preview: BroadcastPreview;
  /** The name of the district or commune that was chosen. */
  area: string | undefined;
  nonce: string;
  /** What was just done. */
  done?: string;
}

const SENT_BESIDES = ['nonce', 'expected', 'name', BUTTON.step];

/** What the recipients would read. */
const Sample: FC<Pick<CheckProps, 'preview'>> = ({ preview: { mail, call } }) => (
  <>
    {mail && (
      <section>
        <h3>Thư gửi {mail.to}</h3>
        <p>
          Tiêu đề: <strong>{mail.subject}</strong>
        </p>
        <pre class="mail" tabindex={0} role="region" aria-label="Nội dung thư">
          {mail.text}
        </pre>
      </section>
    )}
    {call && (
      <section>
        <h3>Lời để gọi {call.to}</h3>
        <pre class="mail" tabindex={0} role="region" aria-label="Lời để gọi">
          {call.words}
        </pre>
      </section>
    )}
  </>
);

/** The last look before a message is sent: to how many, in which way, and what they read. */
export const Check: FC<CheckProps> = ({ c, event, input, posted, preview, area, nonce, done }) => {
  const { ways } = preview;
  const { groups } = input;
  const by = staffOn(c);
  return (
    <EventFrame c={c} event={event} at={routes.consoleBroadcasts(event.id)} title="Xem trước thông báo">
      {done && (
        <p class="notice" role="status">
          {done}
        </p>
      )}
      <p>
        Gửi đến <strong>{countWords(ways.total, groups)}</strong> ({waysWords(ways)}):{' '}
        {choiceWords(input, area)}.
      </p>
      {ways.byCall + ways.unreachable > 0 && (
        <p class="soft">
          Nơi, người không có email dùng được nằm trong danh sách cần gọi, kèm nội dung để đọc hoặc nhắn Zalo.
        </p>
      )}
      <Sample preview={preview} />
      <form method="post" action={routes.consoleNewBroadcast(event.id)} class="form">
        {by && <input type="hidden" name={BY} value={by} />}
        <input type="hidden" name="nonce" value={nonce} />
        <input type="hidden" name="expected" value={String(ways.total)} />
        <CarriedFields posted={posted} but={SENT_BESIDES} />
        <p class="actions">
          <Button name={BUTTON.step} value={STEP.send}>
            {`Gửi đến ${countWords(ways.total, groups)}`}
          </Button>
          <Button kind="plain" name={BUTTON.step} value={STEP.trial}>
            Gửi thử cho tôi
          </Button>
          <Button kind="plain" name={BUTTON.step} value={STEP.edit}>
            Sửa lại
          </Button>
        </p>
        <details>
          <summary>Lưu nội dung này thành mẫu</summary>
          <Field form={freshForm('vi')} name="name" label="Tên mẫu" maxlength={80} />
          <Button kind="plain" name={BUTTON.step} value={STEP.keep}>
            Lưu mẫu
          </Button>
        </details>
      </form>
      <Island name="form" />
    </EventFrame>
  );
};
