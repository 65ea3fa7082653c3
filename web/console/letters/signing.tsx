import type { FC } from 'hono/jsx';
import { hasOldFile, isOutdated, lacksFile } from '../../../functions/events/invitations/shared/members';
import { isLater } from '../../../functions/events/letters/shared-letter';
import { showCount } from '../../../functions/platform/text/count';
import { moment } from '../../../functions/platform/time/format-date';
import { numberFields } from '../../parts/letters/number';
import { QUERY, withQuery } from '../../query';
import { routes } from '../../routes';
import { Button, type FieldSpec, type FormState, fillForm, freshForm } from '../../ui/form';
import type { ShownLetter } from './read';

export const signedFields = () =>
  ({
    file: { as: 'file', accept: 'application/pdf' },
    scope: { as: 'hidden' },
    ...numberFields('125/GM-STP'),
  }) satisfies Record<string, FieldSpec>;

/** The signed files: the letter, and those for bodies that were added later. */
const Signed: FC<{ shown: ShownLetter }> = ({ shown: { letter } }) => (
  <ul>
    {letter.files.map((file, nth) => (
      <li>
        <a
          href={withQuery(routes.consoleLetterSigned(letter.id), {
            [QUERY.file]: nth > 0 ? String(nth) : undefined,
          })}
        >
          {nth === 0 ? 'Bản đã ký (PDF)' : `Bản bổ sung ${nth} (PDF)`}
        </a>
        <span class="soft">, tải lên lúc {moment(file.at)}</span>
      </li>
    ))}
  </ul>
);

const Unsign: FC<{ shown: ShownLetter }> = ({ shown: { letter } }) => {
  const { Post } = fillForm(freshForm('vi'), {});
  return (
    <Post action={routes.consoleLetterUnsign(letter.id)}>
      <Button kind="plain">Gỡ bản đã ký</Button>
      <p class="hint">Thư gửi sau đó không kèm bản ký nữa; thư đã gửi thì không thu lại được.</p>
    </Post>
  );
};

/** Uploading the letter as it was signed: once, for all its addressees. */
export const Signing: FC<{ form: FormState; shown: ShownLetter }> = ({ form, shown }) => {
  const { Post, Field } = fillForm(form, signedFields());
  const { letter, members } = shown;
  const signed = letter.files.length > 0;
  const outdated = isOutdated(shown);
  const changed = members.filter((member) => hasOldFile(shown, member));
  // An outdated letter is signed again for all: the list then has those who were added, too.
  const later = outdated
    ? []
    : members.filter((member) => isLater(letter, member.id) && !member.signedLetter);
  const lacking = members.filter((member) => lacksFile(shown, member));
  const sent = members.some(({ status }) => status === 'issued');
  return (
    <>
      {signed && <Signed shown={shown} />}
      {changed.length > 0 && (
        <div class="notice lotus">
          <p>
            {outdated ? '' : `${showCount(changed.length)} nơi: `}
            {outdated ? 'Nội dung' : 'nội dung'}, thời gian, địa điểm, số đại biểu hoặc hạn trả lời đã thay
            đổi sau khi ký nên bản đã ký không đi kèm thư nữa. Vui lòng tải dự thảo mới và ký lại.
          </p>
        </div>
      )}
      {lacking.length > 0 && (
        <div class="notice lotus">
          <p>
            {showCount(lacking.length)} nơi chưa nhận được bản đã ký. Vui lòng tải lên lại tệp đó; nơi đã có
            không bị gửi lần nữa.
          </p>
        </div>
      )}
      <Post
        class="form"
        action={routes.consoleLetterSigned(letter.id)}
        hidden={{ scope: later.length > 0 ? 'added' : 'all' }}
        files
      >
        <Field
          name="file"
          label={
            later.length > 0
              ? `Tải lên bản đã ký cho ${showCount(later.length)} nơi bổ sung`
              : outdated
                ? 'Tải lên giấy mời đã ký lại'
                : signed
                  ? 'Thay bằng bản đã ký khác'
                  : 'Tải lên giấy mời đã ký'
          }
          hint={`Một tệp PDF đã ký số, nhiều nhất 4 MB, dùng chung cho các nơi nhận.${
            sent ? ' Nơi đã nhận thư mời được gửi ngay bản ký, với đường dẫn cũ.' : ''
          }`}
        />
        <details open={form.errors.some(({ path }) => path === 'number' || path === 'dated')}>
          <summary>Ghi số và ngày ký</summary>
          <Field name="number" />
          <Field name="dated" />
        </details>
        <Button kind={signed && changed.length === 0 && later.length === 0 ? 'plain' : undefined}>
          Tải lên
        </Button>
      </Post>
      {signed && (
        <details>
          <summary>Tải nhầm tệp?</summary>
          <Unsign shown={shown} />
        </details>
      )}
    </>
  );
};
