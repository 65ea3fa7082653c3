import type { FC } from 'hono/jsx';
import type { Preview } from '../../../../functions/notices/preview-invitations';
import { showCount } from '../../../../functions/platform/text/count';
import { showPhone } from '../../../../functions/platform/text/phone';
import { LetterView } from '../../../parts/invitations/letter-view';
import { BUTTON, STEP } from '../../../query';
import { Button, type Values } from '../../../ui/form';

const Mail: FC<Pick<Preview, 'mail'>> = ({ mail }) => (
  <div class="card" lang="vi">
    <p>
      <b>Tiêu đề: </b>
      {mail.subject}
    </p>
    <p>
      <b>Trả lời về: </b>
      {mail.replyTo}
    </p>
    {mail.text.split('\n\n').map((p) => (
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
);

/** The form's values, for sending them or for editing them again. */
const Carried: FC<{ typed: Values }> = ({ typed }) => (
  <>
    {Object.entries(typed).flatMap(([name, value]) =>
      [value]
        .flat()
        .filter((v) => v !== undefined && name !== BUTTON.step)
        .map((v) => <input type="hidden" name={name} value={v} />),
    )}
  </>
);

interface PreviewProps {
  typed: Values;
  action: string;
  previews: readonly Preview[];
}

/** Everything as it will be sent. */
export const InvitePreview: FC<PreviewProps> = ({ typed, action, previews }) => {
  const first = previews[0]!;
  return (
    <>
      <h2>Gửi tới</h2>
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
      <Mail mail={first.mail} />
      <form method="post" action={action} class="actions">
        <Carried typed={typed} />
        <Button name={BUTTON.step} value={STEP.send}>
          Gửi {showCount(previews.length)} thư mời
        </Button>
        <Button kind="plain" name={BUTTON.step} value={STEP.edit}>
          Sửa lại
        </Button>
      </form>
    </>
  );
};
