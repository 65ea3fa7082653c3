import type { FC } from 'hono/jsx';
import { mayLibrary } from '../../../functions/library/catalogue/may';
import { TOPIC_NAMES, TOPICS } from '../../../functions/library/catalogue/topic-names';
import { listMaterials, materialsWith } from '../../../functions/library/materials/list';
import { MATERIAL_STATES, type Material } from '../../../functions/library/materials/material';
import { showCount } from '../../../functions/platform/text/count';
import { shortDate } from '../../../functions/platform/time/format-date';
import { copy } from '../../copy/copy';
import type { Page } from '../../env';
import { QUERY } from '../../query';
import { routes } from '../../routes';
import { ConsolePage } from '../../ui/console';
import { Button, Field, freshForm, Select } from '../../ui/form';
import { STATE_WORDS } from './material-words';
import { mustSee } from './must-edit';

/** All materials, drafts and withdrawn ones too, with a search. */
export const materialsPage = async (c: Page): Promise<Response> => {
  mustSee(c);
  const search = c.req.query(QUERY.search)?.slice(0, 200) || undefined;
  const topic = TOPICS.find((known) => known === c.req.query(QUERY.topic));
  const state = MATERIAL_STATES.find((known) => known === c.req.query(QUERY.status));
  const all = await listMaterials(c.get('world'));
  const found = materialsWith(all, { search, topic, state });
  const form = freshForm('vi', { [QUERY.search]: search, [QUERY.topic]: topic, [QUERY.status]: state });
  return c.html(
    <ConsolePage
      c={c}
      title="Tài liệu của thư viện"
      at={routes.consoleLibrary()}
      action={
        mayLibrary(c.get('account')).edit && (
          <a class="btn" href={routes.consoleNewMaterial()}>
            Thêm tài liệu
          </a>
        )
      }
    >
      <form class="filters shown" method="get" role="search">
        <Field
          form={form}
          name={QUERY.search}
          label="Tìm theo tên, tóm tắt, chủ đề, cơ quan biên soạn"
          type="search"
        />
        <Select
          form={form}
          name={QUERY.topic}
          label="Chủ đề"
          empty="Tất cả chủ đề"
          options={TOPICS.map((value) => ({ value, label: TOPIC_NAMES[value] }))}
        />
        <Select
          form={form}
          name={QUERY.status}
          label="Tình trạng"
          empty="Tất cả"
          options={MATERIAL_STATES.map((value) => ({ value, label: STATE_WORDS[value].word }))}
        />
        <Button kind="plain">Tìm</Button>
      </form>
      <p role="status">
        {found.length === all.length
          ? `Có ${showCount(all.length)} tài liệu.`
          : `Có ${showCount(found.length)} trong ${showCount(all.length)} tài liệu.`}
      </p>
      {found.length === 0 ? (
        <div class="empty">
          {all.length === 0
            ? 'Thư viện chưa có tài liệu nào.'
            : 'Không có tài liệu nào khớp. Vui lòng thử ít từ hơn.'}
        </div>
      ) : (
        <MaterialTable materials={found} />
      )}
    </ConsolePage>,
  );
};

const MaterialTable: FC<{ materials: readonly Material[] }> = ({ materials }) => {
  const { library: t } = copy('vi');
  return (
    <div class="scroll" tabindex={0} role="region" aria-label="Các tài liệu">
      <table class="stacked">
        <caption class="hidden-label">Tài liệu của thư viện</caption>
        <thead>
          <tr>
            <th scope="col">Tên</th>
            <th scope="col">Dạng</th>
            <th scope="col">Chủ đề</th>
            <th scope="col">Tình trạng</th>
          </tr>
        </thead>
        <tbody>
          {materials.map((m) => (
            <tr>
              <th scope="row">
                <a href={routes.consoleMaterial(m.id)} lang={m.language === 'vi' ? undefined : m.language}>
                  {m.title}
                </a>
              </th>
              <td>
                {t.kinds[m.kind]}, {t.formats[m.format].toLowerCase()}, {t.languages[m.language]}
              </td>
              <td data-label="Chủ đề">{m.topics.map((topic) => TOPIC_NAMES[topic]).join(', ')}</td>
              <td data-label="Tình trạng">
                <span class={STATE_WORDS[m.state].tag}>{STATE_WORDS[m.state].word}</span>
                {m.state === 'published' && m.publishedAt && (
                  <>
                    {' '}
                    <span class="nowrap">từ {shortDate(m.publishedAt)}</span>
                  </>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
};
