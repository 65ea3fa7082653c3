import type { FC } from 'hono/jsx';
import type { Body } from '../../../functions/directory/bodies/body';
import { mailAddress } from '../../../functions/directory/bodies/mail-address';

/** The address that invitations go to, with the troubles that mails to the body had. */
export const MailTo: FC<{ body: Body }> = ({ body }) => (
  <>
    {mailAddress(body) ?? <span class="soft">Không có, phải gọi điện</span>}
    {body.mailTroubles?.map((t) => (
      <div>
        <span class="tag lotus">{t.kind === 'bounced' ? 'Thư bị trả lại' : 'Báo thư rác'}</span> {t.email}
      </div>
    ))}
  </>
);
