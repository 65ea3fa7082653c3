import type { FC } from 'hono/jsx';
import { mayLibrary } from '../../../functions/library/catalogue/may';
import { TOPIC_NAMES } from '../../../functions/library/catalogue/topic-names';
import type { LegalLink } from '../../../functions/library/legal-links/legal-link';
import { listLegalLinks } from '../../../functions/library/legal-links/list';
import { showCount } from '../../../functions/platform/text/count';
import type { Page } from '../../env';
import { DONE } from '../../query';
import { routes } from '../../routes';
import { ConsolePage, Done } from '../../ui/console';
import { checkWords } from './link-words';
import { mustSee } from './must-edit';

/** Dead links first: they need a person. */
const inOrder = (links: readonly LegalLink[]): LegalLink[] => [
  ...links.filter(({ dead }) => dead),
  ...links.filter(({ dead }) => !dead),
];

/** All links to law, with what the last check of each found. */
export const legalLinksPage = async (c: Page): Promise<Response> => {
  mustSee(c);
  const links = await listLegalLinks(c.get('world'));
  const dead = links.filter((link) => link.dead).length;
  return c.html(
    <ConsolePage
      c={c}
      title="Liên kết pháp luật"
      at={routes.consoleLegalLinks()}
      action={
        mayLibrary(c.get('account')).edit && (
          <a class="btn" href={routes.consoleNewLegalLink()}>
            Thêm liên kết
          </a>
        )
      }
    >
      <Done c={c} words={{ [DONE.removed]: 'Đã xóa liên kết.' }} />
      {dead > 0 && (
        <div class="notice lotus">
          <p>
            Có {showCount(dead)} liên kết hỏng, người đọc không còn thấy. Vui lòng sửa đường dẫn hoặc xóa liên
            kết.
          </p>
        </div>
      )}
      <p>
        Hệ thống kiểm tra mỗi liên kết một tháng một lần. Hai ngày liền không thấy trang thì liên kết được coi
        là hỏng.
      </p>
      {links.length === 0 ? (
        <div class="empty">Chưa có liên kết nào.</div>
      ) : (
        <LinkTable links={inOrder(links)} />
      )}
    </ConsolePage>,
  );
};

const LinkTable: FC<{ links: readonly LegalLink[] }> = ({ links }) => (
  <div class="scroll" tabindex={0} role="region" aria-label="Các liên kết">
    <table class="stacked">
      <caption class="hidden-label">Liên kết pháp luật</caption>
      <thead>
        <tr>
          <th scope="col">Tên</th>
          <th scope="col">Chủ đề</th>
          <th scope="col">Kiểm tra</th>
        </tr>
      </thead>
      <tbody>
        {links.map((link) => {
          const { state, tag, words } = checkWords(link);
          return (
            <tr>
              <th scope="row">
                <a href={routes.consoleLegalLink(link.id)}>{link.title}</a>
                <br />
                <span class="soft small">{new URL(link.url).hostname}</span>
              </th>
              <td>{link.topics.map((topic) => TOPIC_NAMES[topic]).join(', ')}</td>
              <td data-label="Kiểm tra">
                <span class={tag}>{state}</span> {words}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  </div>
);
