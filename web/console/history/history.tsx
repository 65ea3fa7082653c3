import type { FC } from 'hono/jsx';
import { namesOf } from '../../../functions/directory/accounts/find';
import type { Change } from '../../../functions/platform/audit/change';
import { historyOf } from '../../../functions/platform/audit/history';
import { moment } from '../../../functions/platform/time/format-date';
import type { World } from '../../../functions/platform/world/world';

/** What happened to one thing, and the names of the staff who did it. */
export interface Story {
  changes: readonly Change[];
  names: ReadonlyMap<string, string>;
  /** The history has more than is shown. */
  more: boolean;
}

export const readStory = async (world: World, id: string): Promise<Story> => {
  const { items, next } = await historyOf(world, id);
  const staff = items.map((change) => change.who).filter((who) => who.startsWith('acc_'));
  return { changes: items, names: await namesOf(world, staff), more: next !== undefined };
};

const handOf = (who: string, names: Story['names']): string => {
  const name = names.get(who);
  if (name) return name;
  if (who.startsWith('nom_')) return 'đơn vị cử';
  if (who.startsWith('inv_')) return 'cơ quan được mời';
  if (who.startsWith('acc_')) return 'cán bộ';
  return who === 'public' ? 'người ngoài' : 'hệ thống';
};

/**
 * "Quá trình": who changed what, newest first.
 * @param fields the words for attributes; changes of others are not shown
 * @param created what its first record is called
 * @param told better words for a change, where there are any
 */
export const History: FC<{
  story: Story;
  fields: Readonly<Record<string, string>>;
  created: string;
  told?: (change: Change) => string | undefined;
}> = ({ story: { changes, names, more }, fields, created, told }) => {
  const lines = changes.flatMap((change) => {
    const named = [...new Set(Object.keys(change.fields).flatMap((f) => (fields[f] ? [fields[f]] : [])))];
    if (change.what === 'changed' && named.length === 0) return [];
    if (change.what === 'created') return [{ change, what: created }];
    return [{ change, what: told?.(change) ?? `sửa ${named.join(', ')}` }];
  });
  if (lines.length === 0) return null;
  return (
    <details class="history">
      <summary>Lịch sử xử lý</summary>
      <ul>
        {lines.map(({ change, what }) => (
          <li>
            {moment(change.sk.split('#')[0]!)}: {handOf(change.who, names)} {what}
          </li>
        ))}
      </ul>
      {more && <p class="soft small">Chỉ hiện những lần gần đây.</p>}
    </details>
  );
};
