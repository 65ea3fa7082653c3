import type { FC } from 'hono/jsx';
import { mayLibrary } from '../../../functions/library/catalogue/may';
import { type LegalLink, LegalLinkInput } from '../../../functions/library/legal-links/legal-link';
import { getLegalLink } from '../../../functions/library/legal-links/list';
import {
  createLegalLink,
  deleteLegalLink,
  recheckLegalLink,
  updateLegalLink,
} from '../../../functions/library/legal-links/save';
import { parse } from '../../../functions/platform/input/parse';
import { capitalised } from '../../../functions/platform/text/text';
import type { Page } from '../../env';
import { DONE, QUERY, withQuery } from '../../query';
import { routes } from '../../routes';
import { Done } from '../../ui/console';
import { Button, defineForm, type FieldSpec, type FilledForm, type Posted, versionIn } from '../../ui/form';
import { History, readStory } from '../history/history';
import { LibraryPage } from './library-page';
import { checkWords, LINK_FIELDS } from './link-words';
import { mustEdit, mustSee } from './must-edit';
import { TopicField } from './topic-field';

const BACK = [routes.consoleLegalLinks(), 'Liên kết pháp luật'] as const;

const FIELDS = {
  version: { as: 'hidden' },
  title: { label: 'Tên' },
  url: { label: 'Đường dẫn', type: 'url', hint: 'Bắt đầu bằng https://' },
  note: { label: 'Ghi chú', hint: 'Người đọc tìm được gì ở đó.', optional: true },
  topics: { as: 'custom', label: 'Chủ đề' },
} as const satisfies Record<string, FieldSpec>;
type LinkField = keyof typeof FIELDS;

const nameOf = (path: string): string | undefined => {
  const labels: Readonly<Record<string, { as?: string; label?: string }>> = FIELDS;
  return labels[path.split('.')[0]!]?.label;
};

const readLink = ({ fields: { title = '', note, url = '' }, typed }: Posted<LinkField>): LegalLinkInput =>
  parse(LegalLinkInput, { title, note, url, topics: [typed.topics ?? []].flat() });

const LinkForm: FC<{ form: FilledForm<LinkField>; action: string }> = ({ form, action }) => (
  <>
    <form.Errors />
    <form.Post class="form" action={action}>
      <form.Fields />
      <TopicField form={form} />
      <Button>Lưu</Button>
    </form.Post>
  </>
);

const newForm = defineForm({
  fields: () => FIELDS,
  called: nameOf,
  page: (c, form) => (
    <LibraryPage c={c} title="Thêm liên kết pháp luật" back={BACK}>
      <LinkForm form={form} action={routes.consoleNewLegalLink()} />
    </LibraryPage>
  ),
});

/** Adds a link; the clock checks it within minutes. */
export const newLegalLinkPage = {
  get: (c: Page) => {
    mustEdit(c);
    return newForm.show(c);
  },
  post: (c: Page) => {
    mustEdit(c);
    return newForm.handle(c, async (posted) => {
      const { id } = await createLegalLink(c.get('world'), readLink(posted));
      return withQuery(routes.consoleLegalLink(id), { [QUERY.done]: DONE.created });
    });
  },
};

const DONE_WORDS: Record<string, string> = {
  [DONE.created]: 'Đã thêm liên kết. Hệ thống sẽ kiểm tra trong vài phút.',
  [DONE.saved]: 'Đã lưu liên kết.',
  [DONE.checkAsked]: 'Hệ thống sẽ kiểm tra liên kết này trong vài phút.',
};

const oneForm = defineForm({
  fields: () => FIELDS,
  called: nameOf,
  fill: ({ version, title, url, note, topics }: LegalLink) => ({
    version: String(version),
    title,
    url,
    note,
    topics,
  }),
  page: async (c, form, link) => {
    const { edit } = mayLibrary(c.get('account'));
    return (
      <LibraryPage c={c} title={link.title} back={BACK}>
        <Done c={c} words={DONE_WORDS} />
        <Checked link={link} edit={edit} />
        {edit ? (
          <LinkForm form={form} action={routes.consoleLegalLink(link.id)} />
        ) : (
          link.note && <p>{link.note}</p>
        )}
        {edit && (
          <form method="post" action={routes.consoleLegalLinkDelete(link.id)}>
            <button type="submit" class="linklike">
              Xóa liên kết này
            </button>
          </form>
        )}
        <History
          story={await readStory(c.get('world'), link.id)}
          fields={LINK_FIELDS}
          created="thêm liên kết"
        />
      </LibraryPage>
    );
  },
});

/** What the last check found, and the button that asks for another one. */
const Checked: FC<{ link: LegalLink; edit: boolean }> = ({ link, edit }) => {
  const { state, tag, words } = checkWords(link);
  return (
    <div class="actions">
      <span>
        <span class={tag}>{state}</span> {capitalised(words)}.
      </span>
      <a href={link.url} rel="noopener nofollow">
        Mở trang
      </a>
      {edit && (
        <form method="post" action={routes.consoleLegalLinkCheck(link.id)}>
          <button type="submit" class="btn plain">
            Kiểm tra lại
          </button>
        </form>
      )}
    </div>
  );
};

/** One link: its entry, what the last check found, what happened to it. */
export const legalLinkPage = {
  get: async (c: Page) => {
    mustSee(c);
    return oneForm.show(c, await getLegalLink(c.get('world'), c.req.param('id')!));
  },
  post: (c: Page) =>
    act(c, async (id, posted) => {
      await updateLegalLink(c.get('world'), id, versionIn(posted.fields), readLink(posted));
      return withQuery(routes.consoleLegalLink(id), { [QUERY.done]: DONE.saved });
    }),
};

/** A refusal shows the link again, as it is now. */
const act = (c: Page, work: (id: string, posted: Posted<LinkField>) => Promise<string>) => {
  mustEdit(c);
  const id = c.req.param('id')!;
  return oneForm.handle(
    c,
    (posted) => work(id, posted),
    () => getLegalLink(c.get('world'), id),
  );
};

export const checkLegalLinkForm = (c: Page) =>
  act(c, async (id) => {
    await recheckLegalLink(c.get('world'), id);
    return withQuery(routes.consoleLegalLink(id), { [QUERY.done]: DONE.checkAsked });
  });

export const deleteLegalLinkForm = (c: Page) =>
  act(c, async (id) => {
    await deleteLegalLink(c.get('world'), id);
    return withQuery(routes.consoleLegalLinks(), { [QUERY.done]: DONE.removed });
  });
