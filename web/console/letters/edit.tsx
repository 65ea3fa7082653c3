import { respondByFor } from '../../../functions/events/invitations/answer-deadline';
import { changeLetter, LetterChange } from '../../../functions/events/invitations/shared/change';
import { mayReword } from '../../../functions/events/invitations/shared/members';
import { signerId } from '../../../functions/events/letters/signers';
import { parse } from '../../../functions/platform/input/parse';
import { shortDate } from '../../../functions/platform/time/format-date';
import type { Handler } from '../../env';
import { readSigner, SignerQuestions, signerFields } from '../../parts/letters/signer';
import { DONE, QUERY, withQuery } from '../../query';
import { routes } from '../../routes';
import { ConsolePage } from '../../ui/console';
import { Button, defineForm } from '../../ui/form';
import { Island } from '../../ui/island';
import { idOf, mustInvite } from '../invitations/parts/access';
import { readTerms, TermsQuestions, termsFields } from '../invitations/parts/terms';
import { GuestQuestions, guestValues, readGuests } from './guests';
import { readShown, type ShownLetter } from './read';

const editForm = defineForm({
  fields: () => ({ ...termsFields(), ...signerFields() }),
  fill: ({ letter, members }: ShownLetter) => {
    const [first] = members;
    return {
      ...guestValues({ members }),
      signer: signerId(letter.signer),
      ...(first && {
        seatsOffered: String(first.seatsOffered),
        respondBy: shortDate(first.respondBy),
        letterText: first.letterText,
      }),
    };
  },
  page: (c, form, shown) => {
    const { letter, signers } = shown;
    const open = mayReword(shown);
    const sent = shown.members.some(({ status }) => status === 'issued');
    return (
      <ConsolePage
        c={c}
        title={open ? 'Sửa giấy mời chung' : 'Sửa người ký'}
        at={routes.consoleEvents()}
        back={{ href: routes.consoleLetter(letter.id), label: 'Giấy mời chung' }}
      >
        <form.Errors />
        {letter.files.length > 0 && open && (
          <div class="notice">
            <p>Nếu sửa nội dung, bản đã ký không còn đúng và sẽ không đi kèm thư: vui lòng ký lại.</p>
          </div>
        )}
        {open && sent && (
          <div class="notice">
            <p>
              Giấy mời đã gửi, nhưng lịch đã thay đổi sau đó: nội dung sửa được đến khi ký lại. Nơi nhận đọc
              nội dung mới tại đường dẫn riêng, và được gửi bản ký mới sau khi tải lên.
            </p>
          </div>
        )}
        <form.Post class="form" action={routes.consoleLetterEdit(letter.id)}>
          {open ? (
            <TermsQuestions form={form} />
          ) : (
            <p class="soft">Giấy mời đã gửi nên nội dung không sửa được nữa.</p>
          )}
          {open && <GuestQuestions form={form} shown={shown} />}
          <SignerQuestions form={form} used={signers} chosen={letter.signer} />
          <p class="actions">
            <Button>Lưu</Button>
            <a href={routes.consoleLetter(letter.id)}>Quay lại</a>
          </p>
          <Island name="dates" />
        </form.Post>
      </ConsolePage>
    );
  },
});

/** The words of a letter before it is sent; who signs it. */
export const editPage: { get: Handler; post: Handler } = {
  get: async (c) => {
    mustInvite(c);
    return editForm.show(c, await readShown(c));
  },
  post: async (c) => {
    mustInvite(c);
    return editForm.handle(
      c,
      async ({ fields }) => {
        const world = c.get('world');
        const shown = await readShown(c);
        const [first] = shown.members;
        const proposed = first?.respondBy ?? respondByFor(world, shown.event);
        const change = parse(LetterChange, {
          ...(fields.respondBy && readTerms(fields, proposed)),
          guests: readGuests(fields, shown),
          signer: readSigner(fields, shown.signers, shown.letter.signer),
        });
        await changeLetter(world, idOf(c), change);
        return withQuery(routes.consoleLetter(idOf(c)), { [QUERY.done]: DONE.saved });
      },
      () => readShown(c),
    );
  },
};
