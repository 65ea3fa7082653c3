import type { FC } from 'hono/jsx';
import type { Body } from '../../../functions/directory/bodies/body';
import { showPhone } from '../../../functions/platform/text/phone';
import { KIND_WORDS } from './body-words';
import { MailTo } from './mail-to';

/** A body as accounts see it that may not edit it. */
export const Entry: FC<{ body: Body }> = ({ body }) => (
  <dl class="summary">
    <div>
      <dt>Loại</dt>
      <dd>{KIND_WORDS[body.kind]}</dd>
    </div>
    {body.address && (
      <div>
        <dt>Địa chỉ</dt>
        <dd>{body.address}</dd>
      </div>
    )}
    <div>
      <dt>Thư gửi tới</dt>
      <dd>
        <MailTo body={body} />
      </dd>
    </div>
    <div>
      <dt>Người liên hệ</dt>
      <dd>
        <ul>
          {body.contacts.map((p) => (
            <li>{[p.name, p.position, p.phone && showPhone(p.phone), p.email].filter(Boolean).join(', ')}</li>
          ))}
        </ul>
      </dd>
    </div>
  </dl>
);
