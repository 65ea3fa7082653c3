import type { FC } from 'hono/jsx';
import { listBodies } from '../../../functions/directory/bodies/list';
import { TOPIC_NAMES, TOPICS } from '../../../functions/library/catalogue/topic-names';
import { showCount } from '../../../functions/platform/text/count';
import { showPhone } from '../../../functions/platform/text/phone';
import { localDate } from '../../../functions/platform/time/dates';
import { shortDay } from '../../../functions/platform/time/format-date';
import type { Expert } from '../../../functions/programme/experts/expert';
import {
  allExperts,
  type ExpertFilter,
  expertsWith,
  isAvailable,
} from '../../../functions/programme/experts/list';
import { expertsFile } from '../../../functions/programme/experts/sheet';
import type { Page } from '../../env';
import { DONE, QUERY, withQuery } from '../../query';
import { routes } from '../../routes';
import { ConsolePage, Done } from '../../ui/console';
import { sendFile } from '../../ui/download';
import { Button, freshForm, Select } from '../../ui/form';
import { mustExperts } from './access';

const NOW = 'hien-nay';

/** What the reader asks for; values that mean nothing are ignored. */
const filterOf = (c: Page): ExpertFilter => ({
  topic: TOPICS.find((topic) => topic === c.req.query(QUERY.topic)),
  bodyId: c.req.query(QUERY.body) || undefined,
  on: c.req.query(QUERY.status) === NOW ? localDate(c.get('world').now()) : undefined,
});

const queryOf = ({ topic, bodyId, on }: ExpertFilter) => ({
  [QUERY.topic]: topic,
  [QUERY.body]: bodyId,
  [QUERY.status]: on && NOW,
});

/** The experts by field, with how to reach them. */
export const expertsPage = async (c: Page): Promise<Response> => {
  mustExperts(c);
  const world = c.get('world');
  const [all, bodies] = await Promise.all([allExperts(world), listBodies(world)]);
  const filter = filterOf(c);
  const shown = expertsWith(all, filter);
  const naming = new Set(all.map(({ bodyId }) => bodyId));
  const form = freshForm('vi', queryOf(filter));
  return c.html(
    <ConsolePage
      c={c}
      title="Chuyên gia"
      at={routes.consoleExperts()}
      action={
        <a class="btn" href={routes.consoleNewExpert()}>
          Ghi chuyên gia
        </a>
      }
    >
      <Done
        c={c}
        words={{
          [DONE.created]: 'Đã ghi chuyên gia.',
          [DONE.saved]: 'Đã lưu thông tin chuyên gia.',
          [DONE.removed]: 'Đã bỏ chuyên gia khỏi danh sách.',
        }}
      />
      {all.length === 0 ? (
        <p class="empty">
          Chưa ghi chuyên gia nào. Luật sư, luật gia, thẩm phán mà cơ quan giới thiệu được ghi tại đây theo
          lĩnh vực, để mời tới lớp hoặc nhờ tư vấn vụ, việc khó.
        </p>
      ) : (
        <>
          <form class="filters shown" method="get" role="search">
            <Select
              form={form}
              name={QUERY.topic}
              label="Lĩnh vực"
              empty="Tất cả"
              options={TOPICS.map((value) => ({ value, label: TOPIC_NAMES[value] }))}
            />
            <Select
              form={form}
              name={QUERY.body}
              label="Cơ quan"
              empty="Tất cả"
              options={bodies
                .filter(({ id }) => naming.has(id))
                .map(({ id, name }) => ({ value: id, label: name }))}
            />
            <Select
              form={form}
              name={QUERY.status}
              label="Thời gian"
              empty="Tất cả"
              options={[{ value: NOW, label: 'Đang nhận lời' }]}
            />
            <Button kind="plain">Lọc</Button>
          </form>
          <p role="status">Có {showCount(shown.length)} chuyên gia.</p>
          {shown.length === 0 ? (
            <p class="empty">Không có chuyên gia nào khớp. Vui lòng thử ít điều kiện hơn.</p>
          ) : (
            <>
              <ExpertTable shown={shown} today={localDate(world.now())} />
              <p>
                <a href={withQuery(routes.consoleExpertsFile(), queryOf(filter))}>
                  Tải danh sách này (Excel)
                </a>
              </p>
            </>
          )}
        </>
      )}
    </ConsolePage>,
  );
};

/** The same list as a file. */
export const expertsDownload = async (c: Page): Promise<Response> => {
  mustExperts(c);
  const world = c.get('world');
  return sendFile(c, await expertsFile(world, expertsWith(await allExperts(world), filterOf(c))));
};

const daysOf = ({ from, to }: Expert): string =>
  to ? `${shortDay(from)} – ${shortDay(to)}` : `từ ${shortDay(from)}`;

const ExpertTable: FC<{ shown: readonly Expert[]; today: string }> = ({ shown, today }) => (
  <div class="scroll" tabindex={0} role="region" aria-label="Chuyên gia">
    <table class="stacked">
      <thead>
        <tr>
          <th scope="col">Họ và tên</th>
          <th scope="col">Cơ quan</th>
          <th scope="col">Lĩnh vực</th>
          <th scope="col">Liên hệ</th>
          <th scope="col">Thời gian</th>
        </tr>
      </thead>
      <tbody>
        {shown.map((one) => (
          <tr>
            <th scope="row">
              <a href={routes.consoleExpert(one.id)}>{one.fullName}</a>
              {one.position && <span class="soft"> {one.position}</span>}
            </th>
            <td data-label="Cơ quan">
              <a href={routes.consoleBody(one.bodyId)}>{one.bodyName}</a>
            </td>
            <td data-label="Lĩnh vực">{one.topics.map((topic) => TOPIC_NAMES[topic]).join('; ')}</td>
            <td data-label="Liên hệ">
              {one.phone && <a href={`tel:${one.phone}`}>{showPhone(one.phone)}</a>}
              {one.phone && one.email && ', '}
              {one.email && <a href={`mailto:${one.email}`}>{one.email}</a>}
            </td>
            <td data-label="Thời gian">
              {daysOf(one)}
              {!isAvailable(one, today) && (
                <>
                  {' '}
                  <span class="tag grey">Ngoài thời gian</span>
                </>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  </div>
);
