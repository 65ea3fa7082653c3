import { parse } from '../../../functions/platform/input/parse';
import { askForSupport } from '../../../functions/support/create';
import { supportOf } from '../../../functions/support/read';
import { QuestionInput, type Support } from '../../../functions/support/request';
import { StateTag, SupportView } from '../../parts/support/answer';
import { courtGuides, Guides } from '../../parts/support/guides';
import { freshQuestion, Questions, questionFields, questionOf } from '../../parts/support/question';
import { DONE, QUERY, withQuery } from '../../query';
import { routes } from '../../routes';
import { Button, defineForm } from '../../ui/form';
import { Island } from '../../ui/island';
import { here, PublicPage } from '../../ui/layout';
import { contactOf, type Own, ofOwn, ownPath } from '../registrations/own/own';
import { ofShown, ShownRegistration } from '../registrations/own/shown';

interface Shown {
  own: Own;
  asked: readonly Support[];
}

const askForm = defineForm({
  fields: () => questionFields,
  fill: freshQuestion,
  page: async (c, form, { own, asked }: Shown) => (
    <PublicPage
      c={c}
      title="Đề nghị hỗ trợ vụ, việc khó"
      contact={contactOf(own.event)}
      form={form}
      personal
      bilingual={false}
    >
      <div class="form">
        <h1>Đề nghị hỗ trợ vụ, việc khó</h1>
        {c.req.query(QUERY.done) === DONE.sent && (
          <p class="notice" role="status">
            Đã gửi. Cơ quan trả lời qua trang này; ông/bà cũng được báo qua thư hoặc điện thoại.
          </p>
        )}
        <form.Errors />
        {asked.length > 0 && (
          <section aria-labelledby="da-gui">
            <h2 id="da-gui">Đã gửi</h2>
            {asked.map((one) => (
              <article>
                <p>
                  <StateTag of={one} />
                </p>
                <SupportView of={one} />
              </article>
            ))}
          </section>
        )}
        <h2>Gửi đề nghị mới</h2>
        <p>
          Dành cho vụ, việc phức tạp mà tổ hòa giải cần cơ quan chuyên môn hướng dẫn. Đề nghị được chuyển tới
          cơ quan có thẩm quyền, không kèm tên của các bên.
        </p>
        <form.Post action={here(c, routes.ownSupport())}>
          <ShownRegistration of={own} />
          <Questions form={form} />
          <p class="actions">
            <Button>Gửi đề nghị</Button>
            <a class="btn plain" href={ownPath(c, own, routes.reviewed())}>
              Quay lại
            </a>
          </p>
        </form.Post>
        <Guides guides={await courtGuides(c.get('world'))} />
      </div>
      <Island name="form" />
    </PublicPage>
  ),
});

const read = async (world: Parameters<typeof supportOf>[0], own: Own): Promise<Shown> => ({
  own,
  asked: await supportOf(world, own.registration.id),
});

/** What the reader asked about hard cases with the answers, and the form that asks. */
export const ownSupportPage = {
  get: ofOwn(async (c, own) => askForm.show(c, await read(c.get('world'), own))),
  post: ofShown((c, own) =>
    askForm.handle(
      c,
      async ({ fields }) => {
        await askForSupport(c.get('world'), own.registration, parse(QuestionInput, questionOf(fields)));
        return withQuery(here(c, routes.ownSupport()), {
          [QUERY.done]: DONE.sent,
          [QUERY.proof]: own.carried,
        });
      },
      () => read(c.get('world'), own),
    ),
  ),
};
