import { raw } from 'hono/html';
import type { FC } from 'hono/jsx';
import { mayLibrary } from '../../../functions/library/catalogue/may';
import { getMaterial, type MaterialInFull } from '../../../functions/library/materials/get';
import { isFileFormat, type Material } from '../../../functions/library/materials/material';
import { publishMaterial, withdrawMaterial } from '../../../functions/library/materials/publish';
import { createMaterial, updateMaterial } from '../../../functions/library/materials/save';
import { markdown } from '../../../functions/platform/text/markdown';
import type { World } from '../../../functions/platform/world/world';
import type { Page } from '../../env';
import { DONE, QUERY, withQuery } from '../../query';
import { routes } from '../../routes';
import { Done } from '../../ui/console';
import { defineForm, versionIn } from '../../ui/form';
import { History, readStory } from '../history/history';
import { materialTold } from '../history/told-words';
import { Files } from './files';
import { LibraryPage } from './library-page';
import {
  MATERIAL_FORM_FIELDS,
  MaterialForm,
  materialChoices,
  materialValues,
  nameOf,
  readMaterial,
} from './material-form';
import { MATERIAL_FIELDS, STATE_WORDS } from './material-words';
import { mustEdit, mustSee } from './must-edit';

const BACK = [routes.consoleLibrary(), 'Tài liệu'] as const;

const newForm = defineForm({
  fields: () => MATERIAL_FORM_FIELDS,
  called: nameOf,
  fill: () => ({ kind: 'material', language: 'vi', format: 'text' }),
  page: async (c, form) => (
    <LibraryPage c={c} title="Thêm tài liệu" back={BACK}>
      <MaterialForm
        form={form}
        action={routes.consoleNewMaterial()}
        choices={await materialChoices(c.get('world'))}
      />
    </LibraryPage>
  ),
});

/** Adds a material as a draft. */
export const newMaterialPage = {
  get: (c: Page) => {
    mustEdit(c);
    return newForm.show(c);
  },
  post: (c: Page) => {
    mustEdit(c);
    return newForm.handle(c, async (posted) => {
      const { material } = await createMaterial(c.get('world'), readMaterial(posted));
      return withQuery(routes.consoleMaterial(material.id), { [QUERY.done]: DONE.created });
    });
  },
};

const DONE_WORDS: Record<string, string> = {
  [DONE.created]: 'Đã thêm tài liệu, còn là bản nháp.',
  [DONE.saved]: 'Đã lưu tài liệu.',
  [DONE.fileAdded]: 'Đã nhận tệp. Người đọc chưa thấy tệp này cho đến khi tệp được mở.',
  [DONE.fileOpened]: 'Đã mở tệp cho người đọc.',
  [DONE.published]: 'Đã đăng tài liệu.',
  [DONE.unpublished]: 'Đã gỡ tài liệu. Người đọc không còn thấy tài liệu này.',
};

const oneForm = defineForm({
  fields: () => MATERIAL_FORM_FIELDS,
  called: nameOf,
  fill: (one: MaterialInFull) => materialValues(one),
  page: async (c, form, { material, text }) => {
    const world = c.get('world');
    const { edit } = mayLibrary(c.get('account'));
    return (
      <LibraryPage c={c} title={material.title} back={BACK}>
        <Done c={c} words={DONE_WORDS} />
        <Stand material={material} edit={edit} />
        {isFileFormat(material.format) && <Files material={material} edit={edit} />}
        {edit ? (
          <MaterialForm
            form={form}
            action={routes.consoleMaterial(material.id)}
            choices={await materialChoices(world)}
          />
        ) : (
          <>
            <p>{material.summary}</p>
            {text && <div class="markdown">{raw(await markdown(text))}</div>}
          </>
        )}
        <History
          story={await readStory(world, material.id)}
          fields={MATERIAL_FIELDS}
          created="thêm tài liệu"
          told={materialTold(MATERIAL_FIELDS)}
        />
      </LibraryPage>
    );
  },
});

/** Whether the public sees it, and the button that changes this. */
const Stand: FC<{ material: Material; edit: boolean }> = ({ material: { id, state, version }, edit }) => {
  const isPublished = state === 'published';
  const action = isPublished ? routes.consoleMaterialWithdraw(id) : routes.consoleMaterialPublish(id);
  return (
    <div class="actions">
      <span class={STATE_WORDS[state].tag}>{STATE_WORDS[state].word}</span>
      {isPublished && <a href={routes.material(id)}>Trang công khai</a>}
      {edit && (
        <form method="post" action={action}>
          <input type="hidden" name="version" value={String(version)} />
          <button type="submit" class={isPublished ? 'btn plain' : 'btn'}>
            {isPublished ? 'Gỡ tài liệu' : state === 'draft' ? 'Đăng tài liệu' : 'Đăng lại'}
          </button>
        </form>
      )}
    </div>
  );
};

/** One material: its entry, whether the public sees it, what happened to it. */
export const materialPage = {
  get: async (c: Page) => {
    mustSee(c);
    return oneForm.show(c, await getMaterial(c.get('world'), c.req.param('id')!));
  },
  post: (c: Page) => {
    mustEdit(c);
    const world = c.get('world');
    const id = c.req.param('id')!;
    return oneForm.handle(
      c,
      async (posted) => {
        await updateMaterial(world, id, versionIn(posted.fields), readMaterial(posted));
        return withQuery(routes.consoleMaterial(id), { [QUERY.done]: DONE.saved });
      },
      () => getMaterial(world, id),
    );
  },
};

type Turn = (world: World, id: string, version: number) => Promise<Material>;

/** A refusal shows the material again, as it is now. */
const turnForm = (turn: Turn, done: string) => (c: Page) => {
  mustEdit(c);
  const world = c.get('world');
  const id = c.req.param('id')!;
  return oneForm.handle(
    c,
    async ({ fields }) => {
      await turn(world, id, versionIn(fields));
      return withQuery(routes.consoleMaterial(id), { [QUERY.done]: done });
    },
    () => getMaterial(world, id),
  );
};

export const publishMaterialForm = turnForm(publishMaterial, DONE.published);
export const withdrawMaterialForm = turnForm(withdrawMaterial, DONE.unpublished);
