import type { FC } from 'hono/jsx';
import { readOffice } from '../../../../functions/documents/office';
import type { Event } from '../../../../functions/events/event/event';
import type { Invitation } from '../../../../functions/events/invitations/invitation';
import { letterOf } from '../../../../functions/events/letters/letter';
import { moment } from '../../../../functions/platform/time/format-date';
import type { Page } from '../../../env';
import { LetterView } from '../../../parts/invitations/letter-view';
import { Outdated } from '../../../parts/invitations/outdated';
import { routes } from '../../../routes';
import { Button, type FieldSpec, type FormState, fillForm } from '../../../ui/form';

interface LetterProps {
  c: Page;
  invitation: Invitation;
  event: Event;
  may: boolean;
  /** It can be sent again. */
  sendable: boolean;
}

/** The letter in its words, and its files. */
export const LetterSection: FC<LetterProps> = async ({ c, invitation: i, event, may, sendable }) => {
  const world = c.get('world');
  return (
    <>
      <h2>Giấy mời</h2>
      {i.letterId && (
        <p>
          Cơ quan này nhận <a href={routes.consoleLetter(i.letterId)}>giấy mời chung</a> với các cơ quan khác.
        </p>
      )}
      {i.status !== 'revoked' && (
        <Outdated invitation={i} event={event}>
          <p>
            Dự thảo tải về và thư gửi lại vẫn theo nội dung này.{' '}
            {sendable && <a href={routes.consoleInvitationResend(i.id)}>Sửa nội dung và gửi lại</a>}
          </p>
        </Outdated>
      )}
      <LetterView letter={letterOf(await readOffice(world), event, i, world.now())} />
      {may && (
        <p>
          <a href={routes.consoleInvitationLetter(i.id)}>Tải dự thảo giấy mời (Word, để trống số)</a>
        </p>
      )}
      {i.signedLetter && (
        <p>
          <a href={routes.consoleInvitationSigned(i.id)}>Tải bản đã ký (PDF)</a>
          {i.signedAt && <span class="soft">, tải lên lúc {moment(i.signedAt)}</span>}
        </p>
      )}
    </>
  );
};

export const signedFields = () =>
  ({ file: { as: 'file', accept: 'application/pdf' } }) satisfies Record<string, FieldSpec>;

/** Uploads the letter as it was signed. */
export const SignedForm: FC<{ form: FormState; invitation: Invitation }> = ({ form, invitation }) => {
  const { Post, Field } = fillForm(form, signedFields());
  return (
    <Post class="form" action={routes.consoleInvitationSigned(invitation.id)} files>
      <Field
        name="file"
        label={invitation.signedLetter ? 'Thay bản đã ký khác' : 'Tải lên giấy mời đã ký'}
        hint={`Tệp PDF đã ký số, nhiều nhất 4 MB. ${
          invitation.status === 'issued'
            ? 'Sau khi tải lên, bản ký được gửi ngay tới cơ quan, với đường dẫn cũ.'
            : 'Bản ký đi kèm thư mời khi gửi.'
        }`}
      />
      <Button kind="plain">Tải lên</Button>
    </Post>
  );
};
