import type { FC } from 'hono/jsx';
import { mayLibrary } from '../../../functions/library/catalogue/may';
import { listMaterials } from '../../../functions/library/materials/list';
import {
  createPublication,
  deletePublication,
  listPublications,
} from '../../../functions/library/publications/log';
import { type Publication, PublicationInput } from '../../../functions/library/publications/publication';
import { parse } from '../../../functions/platform/input/parse';
import { localDate } from '../../../functions/platform/time/dates';
import { shortDay } from '../../../functions/platform/time/format-date';
import { typedDate } from '../../../functions/platform/time/typed';
import type { Page } from '../../env';
import { DONE, QUERY, withQuery } from '../../query';
import { routes } from '../../routes';
import { ConsolePage, Done } from '../../ui/console';
import { orFirstPage } from '../../ui/first-page';
import { Button, defineForm } from '../../ui/form';
import { mustEdit, mustSee } from './must-edit';

const newForm = defineForm({
  fields: () => ({
    materialId: { as: 'select', label: 'Tài liệu', empty: 'Chọn' },
    portal: { label: 'Cổng, trang thông tin đã đăng' },
    url: { label: 'Đường dẫn ở trang đó', type: 'url', optional: true },
    day: { label: 'Ngày đăng', hint: 'Ví dụ 20/11/2026' },
  }),
  fill: (_subject, c) => ({ day: shortDay(localDate(c.get('world').now())) }),
  page: async (c, form) => {
    const world = c.get('world');
    const { edit } = mayLibrary(c.get('account'));
    const asked = c.req.query(QUERY.cursor)?.slice(0, 2_000);
    const { items, next } = await orFirstPage(asked, (cursor) => listPublications(world, { cursor }));
    const materials = edit ? await listMaterials(world) : [];
    return (
      <ConsolePage c={c} title="Nơi đăng tài liệu" at={routes.consolePublications()}>
        <Done c={c} words={DONE_WORDS} />
        {items.length === 0 ? (
          <div class="empty">Chưa ghi nơi nào đã đăng tài liệu.</div>
        ) : (
          <Log items={items} edit={edit} />
        )}
        {next && (
          <p class="actions">
            <a
              class="btn plain"
              href={withQuery(routes.consolePublications(), { [QUERY.cursor]: next })}
              rel="next"
            >
              Xem thêm
            </a>
          </p>
        )}
        {edit && (
          <div class="form">
            <h2>Ghi một nơi đã đăng</h2>
            <form.Errors />
            <form.Post action={routes.consolePublications()}>
              <form.Field
                name="materialId"
                options={materials.map(({ id, title }) => ({ value: id, label: title }))}
              />
              <form.Field name="portal" />
              <form.Field name="url" />
              <form.Field name="day" />
              <Button>Lưu</Button>
            </form.Post>
          </div>
        )}
        <Sharing c={c} />
      </ConsolePage>
    );
  },
});

const DONE_WORDS: Record<string, string> = {
  [DONE.created]: 'Đã ghi nơi đăng tài liệu.',
  [DONE.removed]: 'Đã xóa dòng ghi nơi đăng.',
};

const Log: FC<{ items: readonly Publication[]; edit: boolean }> = ({ items, edit }) => (
  <div class="scroll" tabindex={0} role="region" aria-label="Nơi đã đăng">
    <table class="stacked">
      <caption class="hidden-label">Nơi đã đăng tài liệu</caption>
      <thead>
        <tr>
          <th scope="col">Tài liệu</th>
          <th scope="col">Nơi đăng</th>
          <th scope="col">Ngày</th>
          {edit && <th scope="col">Sửa</th>}
        </tr>
      </thead>
      <tbody>
        {items.map(({ id, materialId, materialTitle, portal, url, day }) => (
          <tr>
            <th scope="row">
              <a href={routes.consoleMaterial(materialId)}>{materialTitle}</a>
            </th>
            <td data-label="Nơi đăng">
              {url ? (
                <a href={url} rel="noopener nofollow">
                  {portal}
                </a>
              ) : (
                portal
              )}
            </td>
            <td data-label="Ngày">{shortDay(day)}</td>
            {edit && (
              <td>
                <form method="post" action={routes.consolePublicationDelete(id)}>
                  <input type="hidden" name="day" value={day} />
                  <button type="submit" class="linklike" aria-label={`Xóa dòng: ${materialTitle}, ${portal}`}>
                    Xóa dòng
                  </button>
                </form>
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  </div>
);

/** How another portal shows the materials by itself. */
const Sharing: FC<{ c: Page }> = ({ c }) => {
  const { links, settings } = c.get('world');
  const frame = `<iframe src="${settings.publicOrigin}${routes.libraryEmbed()}" title="Tài liệu hòa giải ở cơ sở" width="100%" height="420" loading="lazy"></iframe>`;
  return (
    <details>
      <summary>Để cổng thông tin khác tự hiện tài liệu mới</summary>
      <p>
        Nguồn tin Atom: <a href={links.libraryFeed()}>{links.libraryFeed()}</a>
      </p>
      <p>Khung nhúng, dán vào trang của cổng:</p>
      <pre tabindex={0}>{frame}</pre>
    </details>
  );
};

/** The log of the portals that published materials, and a form for one more. */
export const publicationsPage = {
  get: (c: Page) => {
    mustSee(c);
    return newForm.show(c);
  },
  post: (c: Page) => {
    mustEdit(c);
    return newForm.handle(c, async ({ fields }) => {
      const { materialId = '', portal = '', url, day = '' } = fields;
      const input = { materialId: materialId || undefined, portal, url, day: typedDate(day) };
      await createPublication(c.get('world'), parse(PublicationInput, input));
      return withQuery(routes.consolePublications(), { [QUERY.done]: DONE.created });
    });
  },
};

/** Removes an entry that was a mistake. */
export const deletePublicationForm = (c: Page) => {
  mustEdit(c);
  return newForm.handle(c, async ({ typed }) => {
    await deletePublication(c.get('world'), c.req.param('id')!, String(typed.day ?? ''));
    return withQuery(routes.consolePublications(), { [QUERY.done]: DONE.removed });
  });
};
