import { CONFIRMATION, type Confirmation } from '../../../functions/confirmations/confirmation';
import { closeConfirmation, withdrawConfirmation } from '../../../functions/confirmations/register';
import { askAgain } from '../../../functions/inquiries/change';
import { parse } from '../../../functions/platform/input/parse';
import { typedDate } from '../../../functions/platform/time/typed';
import { AgainInput, EndInput } from '../../../functions/recommendations/recommendation';
import type { Page } from '../../env';
import { DONE, QUERY, withQuery } from '../../query';
import { routes } from '../../routes';
import { Button, defineForm, type FieldSpec, type Fields, versionIn } from '../../ui/form';
import { BelowConfirmations, idOf, mustAsk, readConfirmation, toConfirmation } from './access';

type Name = 'version' | 'words' | 'dueOn';

interface Act {
  verb: string;
  title: string;
  button: string;
  warns?: true;
  fields: Partial<Record<Name, FieldSpec>>;
  run(c: Page, fields: Fields<Name>): Promise<unknown>;
  done: string;
}

const wordsField = (label: string, hint?: string): FieldSpec => ({
  as: 'text-area',
  label,
  ...(hint && { hint }),
  rows: 4,
});

/** A page with one form about a confirmation, and the way back to it. */
const actPage = ({ verb, title, button, warns, fields, run, done }: Act) => {
  const form = defineForm({
    fields: () => ({ version: { as: 'hidden' }, ...fields }) as Record<Name, FieldSpec>,
    page: (c, filled, confirmation: Confirmation) => (
      <BelowConfirmations c={c} title={title} back={toConfirmation(confirmation)}>
        <filled.Errors />
        <filled.Post
          class="form"
          action={routes.consoleConfirmationAct(confirmation.id, verb)}
          hidden={{ version: String(confirmation.version) }}
        >
          <filled.Fields />
          <Button kind={warns && 'warn'}>{button}</Button>
        </filled.Post>
      </BelowConfirmations>
    ),
  });
  return {
    get: async (c: Page) => {
      await mustAsk(c);
      return form.show(c, await readConfirmation(c));
    },
    post: async (c: Page) => {
      await mustAsk(c);
      return form.handle(
        c,
        async (posted) => {
          await run(c, posted.fields);
          return withQuery(routes.consoleConfirmation(idOf(c)), { [QUERY.done]: done });
        },
        () => readConfirmation(c),
      );
    },
  };
};

const ending = (fields: Fields<Name>) => parse(EndInput, { version: versionIn(fields), words: fields.words });

/** Asks the commune once more, with words and a new last day. */
export const againPage = actPage({
  verb: 'hoi-lai',
  title: 'Đề nghị xác nhận lại',
  button: 'Gửi đề nghị',
  fields: {
    words: wordsField('Đề nghị của Sở'),
    dueOn: {
      label: 'Hạn trả lời mới (hết ngày)',
      hint: 'Ngày/tháng/năm, ví dụ 15/04/2027. Đường dẫn cũ không mở được nữa.',
      date: true,
    },
  },
  run: (c, { words, dueOn, version }) => {
    const { version: from, ...asked } = parse(AgainInput, {
      version: versionIn({ version }),
      words,
      ...(dueOn && { dueOn: typedDate(dueOn) }),
    });
    return askAgain(c.get('world'), { id: idOf(c), kind: CONFIRMATION, version: from }, asked);
  },
  done: DONE.askedAgain,
});

/** Ends it, with what came of it. */
export const closePage = actPage({
  verb: 'ket-thuc',
  title: 'Kết thúc việc xác nhận',
  button: 'Kết thúc',
  fields: {
    words: wordsField('Kết quả', 'Đề nghị nào đã ghi, đề nghị nào không ghi và vì sao. Không ghi họ tên.'),
  },
  run: (c, fields) => closeConfirmation(c.get('world'), idOf(c), ending(fields)),
  done: DONE.closed,
});

/** Takes it back; the commune is told the reason. */
export const withdrawPage = actPage({
  verb: 'thoi',
  title: 'Thôi đề nghị xác nhận',
  button: 'Thôi đề nghị',
  warns: true,
  fields: { words: wordsField('Lý do', 'Cơ quan được báo lý do.') },
  run: (c, fields) => withdrawConfirmation(c.get('world'), idOf(c), ending(fields)),
  done: DONE.withdrawn,
});
