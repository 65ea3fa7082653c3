import { listBodies } from '../../../functions/directory/bodies/list';
import { parse } from '../../../functions/platform/input/parse';
import { shortDay } from '../../../functions/platform/time/format-date';
import { type Appeal, SendInput } from '../../../functions/programme/appeals/appeal';
import { listAsked } from '../../../functions/programme/appeals/read';
import { sendAppeal } from '../../../functions/programme/appeals/send';
import type { Page } from '../../env';
import { DONE, QUERY, withQuery } from '../../query';
import { routes } from '../../routes';
import { Button, Checkbox, defineForm, versionIn } from '../../ui/form';
import { AppealPage, idOf, mustAppeals, readOne } from './access';

const sendForm = defineForm({
  fields: () => ({ version: { as: 'hidden' }, bodyIds: { as: 'custom' } }),
  fill: ({ version }: Appeal) => ({ version: String(version) }),
  page: async (c, form, appeal) => {
    const world = c.get('world');
    const [bodies, all] = await Promise.all([listBodies(world), listAsked(world)]);
    const asked = new Set(all.flatMap((one) => (one.about.appealId === appeal.id ? one.bodyId : [])));
    const others = bodies.filter(({ id }) => !asked.has(id));
    return (
      <AppealPage c={c} title="Gửi thư vận động" below={appeal}>
        <form.Errors />
        <p>
          Mỗi cơ quan được chọn nhận thư với đường dẫn riêng để trả lời hỗ trợ nội dung nào, chậm nhất hết
          ngày {shortDay(appeal.dueOn)}; cơ quan không có thư điện tử có trong danh sách cần gọi. Sau khi gửi,
          nội dung thư không sửa được nữa.
        </p>
        {others.length === 0 ? (
          <p class="empty">Thư đã gửi tới mọi cơ quan trong danh bạ.</p>
        ) : (
          <form.Post class="form" action={routes.consoleAppealAct(appeal.id, 'gui')}>
            <fieldset id="o-bodyIds">
              <legend>Cơ quan, tổ chức được vận động</legend>
              {others.map(({ id, name }) => (
                <Checkbox form={form} name="bodyIds" value={id} label={name} />
              ))}
            </fieldset>
            <Button>Gửi thư</Button>
          </form.Post>
        )}
      </AppealPage>
    );
  },
});

/** Asks the bodies that are ticked. */
export const sendPage = {
  get: async (c: Page) => {
    mustAppeals(c, 'write');
    return sendForm.show(c, await readOne(c));
  },
  post: (c: Page) => {
    mustAppeals(c, 'write');
    return sendForm.handle(
      c,
      async ({ fields, typed }) => {
        const { version, bodyIds } = parse(SendInput, {
          version: versionIn(fields),
          bodyIds: [typed.bodyIds ?? []].flat(),
        });
        await sendAppeal(c.get('world'), { id: idOf(c), version }, bodyIds);
        return withQuery(routes.consoleAppeal(idOf(c)), { [QUERY.done]: DONE.sent });
      },
      () => readOne(c),
    );
  },
};
