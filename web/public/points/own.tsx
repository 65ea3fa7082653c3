import { parse } from '../../../functions/platform/input/parse';
import { moment } from '../../../functions/platform/time/format-date';
import type { World } from '../../../functions/platform/world/world';
import { raisePoint, takesPapers } from '../../../functions/points/create';
import { OwnPointInput, POINT_SORTS, type RaisedPoint } from '../../../functions/points/point';
import { pointsOf } from '../../../functions/points/read';
import { PointTag, PointView } from '../../parts/points/point';
import { nonceOf, PointQuestions, pointFields, pointOf } from '../../parts/points/question';
import { DONE, QUERY, withQuery } from '../../query';
import { routes } from '../../routes';
import { Button, defineForm } from '../../ui/form';
import { Island } from '../../ui/island';
import { here, PublicPage } from '../../ui/layout';
import { contactOf, type Own, ofOwn, ownPath } from '../registrations/own/own';
import { ofShown, ShownRegistration } from '../registrations/own/shown';

interface Shown {
  own: Own;
  raised: readonly RaisedPoint[];
}

const raiseForm = defineForm({
  fields: () => pointFields,
  page: (c, form, { own, raised }: Shown) => {
    const { event } = own;
    const papers = takesPapers(event, c.get('world').now());
    return (
      <PublicPage
        c={c}
        title="Tham luận, vướng mắc"
        contact={contactOf(event)}
        form={form}
        personal
        bilingual={false}
      >
        <div class="form">
          <h1>Tham luận, vướng mắc</h1>
          {c.req.query(QUERY.done) === DONE.sent && (
            <p class="notice" role="status">
              Đã gửi tới ban tổ chức. Trả lời được ghi tại trang này.
            </p>
          )}
          <form.Errors />
          {raised.length > 0 && (
            <section aria-labelledby="da-gui">
              <h2 id="da-gui">Đã gửi</h2>
              {raised.map((one) => (
                <article>
                  <h3>{one.point.title}</h3>
                  <p>
                    <PointTag of={one} />
                  </p>
                  <PointView of={one} />
                </article>
              ))}
            </section>
          )}
          <h2>Gửi nội dung mới</h2>
          <p>
            {papers
              ? `Tham luận cho “${event.title}” nhận đến ${moment(event.startsAt)}. Khó khăn, vướng mắc gửi lúc nào cũng được.`
              : 'Khó khăn, vướng mắc trong công tác hòa giải ở cơ sở gửi lúc nào cũng được.'}
          </p>
          <form.Post action={here(c, routes.ownPoints())} hidden={nonceOf(form)}>
            <ShownRegistration of={own} />
            <PointQuestions form={form} sorts={papers ? POINT_SORTS : ['difficulty']} />
            <p class="actions">
              <Button>Gửi</Button>
              <a class="btn plain" href={ownPath(c, own, routes.reviewed())}>
                Quay lại
              </a>
            </p>
          </form.Post>
        </div>
        <Island name="form" />
      </PublicPage>
    );
  },
});

const read = async (world: World, own: Own): Promise<Shown> => ({
  own,
  raised: await pointsOf(world, own.registration.id),
});

/** What the reader raised with the answers, and the form that raises more. */
export const ownPointsPage = {
  get: ofOwn(async (c, own) => raiseForm.show(c, await read(c.get('world'), own))),
  post: ofShown((c, own) =>
    raiseForm.handle(
      c,
      async ({ fields }) => {
        await raisePoint(c.get('world'), own, parse(OwnPointInput, pointOf(fields)));
        return withQuery(here(c, routes.ownPoints()), {
          [QUERY.done]: DONE.sent,
          [QUERY.proof]: own.carried,
        });
      },
      () => read(c.get('world'), own),
    ),
  ),
};
