import { parse } from '../../../functions/platform/input/parse';
import { type Appeal, CloseInput } from '../../../functions/programme/appeals/appeal';
import { closeAppeal } from '../../../functions/programme/appeals/close';
import type { Page } from '../../env';
import { DONE, QUERY, withQuery } from '../../query';
import { routes } from '../../routes';
import { Button, defineForm, versionIn } from '../../ui/form';
import { AppealPage, idOf, mustAppeals, readOne } from './access';

const closeForm = defineForm({
  fields: () => ({
    version: { as: 'hidden' },
    words: { as: 'text-area', label: 'Kết quả vận động', rows: 4 },
  }),
  fill: ({ version, closeWords }: Appeal) => ({ version: String(version), words: closeWords }),
  page: (c, form, appeal) => (
    <AppealPage c={c} title="Kết thúc vận động" below={appeal}>
      <p>
        Cơ quan chưa trả lời được báo là không cần trả lời nữa. Các cam kết vẫn được theo dõi tại mục Nguồn
        lực.
      </p>
      <form.Errors />
      <form.Post class="form" action={routes.consoleAppealAct(appeal.id, 'ket-thuc')}>
        <form.Fields />
        <Button>Kết thúc</Button>
      </form.Post>
    </AppealPage>
  ),
});

/** Ends a call for support with what came of it. */
export const closePage = {
  get: async (c: Page) => {
    mustAppeals(c, 'write');
    return closeForm.show(c, await readOne(c));
  },
  post: (c: Page) => {
    mustAppeals(c, 'write');
    return closeForm.handle(
      c,
      async ({ fields }) => {
        const { version, words } = parse(CloseInput, { version: versionIn(fields), words: fields.words });
        await closeAppeal(c.get('world'), { id: idOf(c), version }, words);
        return withQuery(routes.consoleAppeal(idOf(c)), { [QUERY.done]: DONE.closed });
      },
      () => readOne(c),
    );
  },
};
