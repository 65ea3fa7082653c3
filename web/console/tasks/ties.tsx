import type { Child, FC } from 'hono/jsx';
import { showCount } from '../../../functions/platform/text/count';
import { shortDate, shortDay } from '../../../functions/platform/time/format-date';
import { bulkOf } from '../../../functions/programme/handouts/totals';
import { receivedOf } from '../../../functions/programme/pledges/received';
import { showAmount } from '../../../functions/programme/pledges/words';
import type { Ties } from '../../../functions/programme/progress/ties';
import { STATE_WORD } from '../../../functions/recommendations/words';
import { routes } from '../../routes';

interface GroupProps {
  name: string;
  items: readonly { href: string; title: string; more: string }[];
}

/** More than these are folded up. */
const MANY = 10;

const List: FC<Pick<GroupProps, 'items'>> = ({ items }) => (
  <ul>
    {items.map(({ href, title, more }) => (
      <li>
        <a href={href}>{title}</a>, <span class="soft">{more}</span>
      </li>
    ))}
  </ul>
);

const Group: FC<GroupProps> = ({ name, items }): Child =>
  items.length === 0 ? null : (
    <section>
      <h3>
        {name} ({showCount(items.length)})
      </h3>
      {items.length <= MANY ? (
        <List items={items} />
      ) : (
        <details>
          <summary>Xem danh sách</summary>
          <List items={items} />
        </details>
      )}
    </section>
  );

/** What is tied to a task, by kind with counts. */
export const TieGroups: FC<{ ties: Ties }> = ({
  ties: { events, visits, pledges, materials, handouts, recommendations },
}) => {
  const groups: GroupProps[] = [
    {
      name: 'Lớp, hội nghị',
      items: events.map(({ id, title, startsAt }) => ({
        href: routes.consoleEvent(id),
        title,
        more: shortDate(startsAt),
      })),
    },
    {
      name: 'Buổi kiểm tra',
      items: visits.map(({ id, about, dueOn }) => ({
        href: routes.consoleVisit(id),
        title: about.unitName,
        more: shortDay(dueOn),
      })),
    },
    {
      name: 'Cam kết hỗ trợ',
      items: pledges.map((pledge) => ({
        href: routes.consolePledge(pledge.id),
        title: `${pledge.bodyName}: ${pledge.words}`,
        more: `đã nhận ${showAmount(receivedOf(pledge), pledge)}, cam kết ${showAmount(pledge.amount, pledge)}`,
      })),
    },
    {
      name: 'Tài liệu, tin bài',
      items: materials.map(({ id, title, state }) => ({
        href: routes.consoleMaterial(id),
        title,
        more: MATERIAL_STATE[state],
      })),
    },
    {
      name: 'Tài liệu in, cấp phát',
      items: handouts.map((handout) => ({
        href: routes.consoleHandout(handout.id),
        title: handout.title,
        more: `in ${showCount(handout.printed)} bản, đã cấp về xã ${showCount(bulkOf(handout))} bản`,
      })),
    },
    {
      name: 'Kiến nghị, vướng mắc',
      items: recommendations.map(({ id, title, bodyName, status }) => ({
        href: routes.consoleRecommendation(id),
        title,
        more: `${bodyName}, ${STATE_WORD[status].toLowerCase()}`,
      })),
    },
  ];
  return (
    <>
      <h2>Việc thực hiện nhiệm vụ</h2>
      {groups.every(({ items }) => items.length === 0) && (
        <p class="empty">
          Chưa có việc nào gắn với nhiệm vụ. Nhiệm vụ được chọn trên biểu mẫu của lớp, hội nghị, buổi kiểm
          tra, cam kết hỗ trợ, tài liệu, tài liệu in và kiến nghị.
        </p>
      )}
      {groups.map((group) => (
        <Group {...group} />
      ))}
    </>
  );
};

const MATERIAL_STATE = { draft: 'bản nháp', published: 'đang đăng', withdrawn: 'đã gỡ' } as const;
