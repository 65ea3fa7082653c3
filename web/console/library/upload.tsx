import type { FC } from 'hono/jsx';
import { OpeningInput, openFile } from '../../../functions/library/files/open';
import { type AskedUpload, addFile, askUpload } from '../../../functions/library/files/upload';
import { getEntry } from '../../../functions/library/materials/get';
import type { Material } from '../../../functions/library/materials/material';
import { parse } from '../../../functions/platform/input/parse';
import { sizeWords } from '../../../functions/platform/text/size';
import type { Page } from '../../env';
import { formTarget } from '../../form-target';
import { DONE, QUERY, withQuery } from '../../query';
import { routes } from '../../routes';
import { Button, defineForm } from '../../ui/form';
import { LibraryPage } from './library-page';
import { mustEdit } from './must-edit';

/** The file goes from the browser straight to the store, which then leads back to this page. */
const ChooseFile: FC<{ asked: AskedUpload }> = ({ asked: { url, fields, type, largest } }) => (
  <form method="post" action={url} enctype="multipart/form-data" class="form">
    {Object.entries(fields).map(([name, value]) => (
      <input type="hidden" name={name} value={value} />
    ))}
    <div class="field">
      <label for="o-file">Chọn tệp {type === 'application/pdf' ? 'PDF' : 'MP3'}</label>
      <p class="hint" id="o-file-goi-y">
        Nhiều nhất {sizeWords(largest, 'vi')}. Vui lòng tải lên trong vòng mười phút kể từ khi mở trang này.
      </p>
      <input type="file" id="o-file" name="file" accept={type} aria-describedby="o-file-goi-y" required />
    </div>
    <button type="submit" class="btn">
      Tải lên
    </button>
  </form>
);

const uploadIn = (c: Page): string | undefined => c.req.query(QUERY.upload)?.slice(0, 200) || undefined;

const keepForm = defineForm({
  fields: () => ({ uploadId: { as: 'hidden' } }),
  fill: (_material: Material, c) => ({ uploadId: uploadIn(c) }),
  page: async (c, form, { id, title }) => {
    const isUploaded = uploadIn(c) !== undefined && form.errors.length === 0;
    const asked = isUploaded ? undefined : await askUpload(c.get('world'), id);
    if (asked) c.header(...formTarget(asked.url));
    return (
      <LibraryPage c={c} title={`Tải tệp lên: ${title}`} back={[routes.consoleMaterial(id), 'Về tài liệu']}>
        <form.Errors />
        {asked ? (
          <ChooseFile asked={asked} />
        ) : (
          <form.Post action={routes.consoleMaterialUpload(id)}>
            <p>Tệp đã tới nơi. Hệ thống sẽ xem tệp có đúng dạng không rồi lưu thành phiên bản mới.</p>
            <Button>Lưu tệp này</Button>
          </form.Post>
        )}
      </LibraryPage>
    );
  },
});

const about = (c: Page) => getEntry(c.get('world'), c.req.param('id')!);

/** Uploads a file of a material: the form to the store, then the form that keeps what came. */
export const uploadPage = {
  get: async (c: Page) => {
    mustEdit(c);
    return keepForm.show(c, await about(c));
  },
  post: (c: Page) => {
    mustEdit(c);
    return keepForm.handle(
      c,
      async ({ fields }) => {
        const id = c.req.param('id')!;
        await addFile(c.get('world'), id, fields.uploadId ?? '');
        return withQuery(routes.consoleMaterial(id), { [QUERY.done]: DONE.fileAdded });
      },
      () => about(c),
    );
  },
};

const openingForm = defineForm({
  fields: () => ({ note: { label: 'Lý do mở khi chưa quét' }, fileId: { as: 'hidden' } }),
  page: (c, form, { id, title }: Material) => (
    <LibraryPage c={c} title={`Mở tệp: ${title}`} back={[routes.consoleMaterial(id), 'Về tài liệu']}>
      <form.Errors />
      <form.Post class="form" action={routes.consoleMaterialOpenFile(id)}>
        <form.Fields />
        <Button>Mở cho người đọc</Button>
      </form.Post>
    </LibraryPage>
  ),
});

/** Opens a file that no scanner looked at; the reason is kept with it. */
export const openFileForm = (c: Page) => {
  mustEdit(c);
  return openingForm.handle(
    c,
    async ({ fields }) => {
      const id = c.req.param('id')!;
      const { note } = parse(OpeningInput, { note: fields.note ?? '' });
      await openFile(c.get('world'), id, fields.fileId ?? '', note);
      return withQuery(routes.consoleMaterial(id), { [QUERY.done]: DONE.fileOpened });
    },
    () => about(c),
  );
};
