import { parse } from '../../../functions/platform/input/parse';
import type { World } from '../../../functions/platform/world/world';
import { EndInput } from '../../../functions/recommendations/recommendation';
import { cancelVisit, concludeVisit } from '../../../functions/visits/change';
import type { Finding } from '../../../functions/visits/finding';
import { closeFinding, withdrawFinding } from '../../../functions/visits/record';
import type { Visit } from '../../../functions/visits/visit';
import type { Page } from '../../env';
import { DONE, QUERY, withQuery } from '../../query';
import type { WayBack } from '../../ui/console';
import { Button, defineForm, versionIn } from '../../ui/form';
import { BelowVisits, idOf, mustWrite, readFinding, readVisit, toFinding, toVisit } from './access';

interface Ending<T> {
  title: string;
  label: string;
  hint?: string;
  button: string;
  warns?: true;
  /** What is ended, and how. */
  read(c: Page): Promise<T>;
  back(of: T): WayBack;
  /** Names what was done, on the page that follows. */
  done: string;
  act(world: World, id: string, how: { version: number; words: string }): Promise<unknown>;
}

/** A page that ends a visit or a finding with words. */
const endPage = <T extends Visit | Finding>({ read, back, act, done, ...words }: Ending<T>) => {
  const endForm = defineForm({
    fields: () => ({
      version: { as: 'hidden' },
      words: { as: 'text-area', label: words.label, hint: words.hint, rows: 5 },
    }),
    page: (c, form, of: T) => (
      <BelowVisits c={c} title={words.title} back={back(of)}>
        <form.Errors />
        <form.Post class="form" action={c.req.path} hidden={{ version: String(of.version) }}>
          <form.Field name="words" />
          <Button kind={words.warns && 'warn'}>{words.button}</Button>
        </form.Post>
      </BelowVisits>
    ),
  });
  return {
    get: async (c: Page) => {
      await mustWrite(c);
      return endForm.show(c, await read(c));
    },
    post: async (c: Page) => {
      await mustWrite(c);
      return endForm.handle(
        c,
        async ({ fields }) => {
          const how = parse(EndInput, { version: versionIn(fields), words: fields.words });
          await act(c.get('world'), idOf(c), how);
          return withQuery(back(await read(c)).href, { [QUERY.done]: done });
        },
        () => read(c),
      );
    },
  };
};

const ofVisit = { read: readVisit, back: toVisit };
const ofFinding = { read: readFinding, back: toFinding };

export const concludePage = endPage({
  ...ofVisit,
  title: 'Kết luận kiểm tra',
  label: 'Kết luận',
  hint: 'Đơn vị được báo kết luận. Nội dung cần khắc phục vẫn mở cho đến khi từng nội dung kết thúc.',
  button: 'Kết luận và báo cho đơn vị',
  done: DONE.concluded,
  act: concludeVisit,
});

export const cancelPage = endPage({
  ...ofVisit,
  title: 'Không tổ chức kiểm tra',
  label: 'Lý do',
  hint: 'Đơn vị được báo lý do.',
  button: 'Không tổ chức',
  warns: true,
  done: DONE.cancelled,
  act: cancelVisit,
});

export const closeFindingPage = endPage({
  ...ofFinding,
  title: 'Kết thúc nội dung cần khắc phục',
  label: 'Kết quả',
  button: 'Kết thúc',
  done: DONE.closed,
  act: closeFinding,
});

export const withdrawFindingPage = endPage({
  ...ofFinding,
  title: 'Rút nội dung kiểm tra',
  label: 'Lý do',
  hint: 'Đơn vị được báo lý do.',
  button: 'Rút nội dung',
  warns: true,
  done: DONE.withdrawn,
  act: withdrawFinding,
});
