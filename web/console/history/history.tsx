import type { FC } from 'hono/jsx';
import { namesOf } from '../../../functions/directory/accounts/find';
import type { Change } from '../../../functions/platform/audit/change';
import { historyOf } from '../../../functions/platform/audit/history';
import { capitalised } from '../../../functions/platform/text/text';
import { moment } from '../../../functions/platform/time/format-date';
import type { World } from '../../../functions/platform/world/world';
import { expiredWords, takenWords } from './taken-words';

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

/** Of a registration: a person with code and phone and without an account; perhaps not the one who registered. */
const proofOf = ({ who, what, pk }: Change): string =>
  who === 'public' && what === 'changed' && pk.startsWith('reg_')
    ? ' (bằng mã đăng ký và số điện thoại)'
    : '';

/** What happened at one moment, by the hand of one person or part of the system. */
interface Line {
  at: string;
  hand: string;
  what: string;
}

interface Words {
  /** The words for attributes; changes of others are not shown. */
  fields: Readonly<Record<string, string>>;
  /** What the first record of a thing is called. */
  created: string;
  /** Better words for a change, where there are any. */
  told?: ((change: Change) => string | undefined) | undefined;
}

const madeAt = ({ sk, who }: Change, names: Story['names']) => ({
  at: moment(sk.split('#')[0]!),
  hand: handOf(who, names),
});

const linesOf = ({ changes, names }: Story, { fields, created, told }: Words): Line[] =>
  changes.flatMap((change) => {
    if (change.what === 'taken') return [{ ...madeAt(change, names), what: takenWords(change) }];
    if (change.what === 'expired') return [{ ...madeAt(change, names), what: expiredWords(change) }];
    const named = [...new Set(Object.keys(change.fields).flatMap((f) => (fields[f] ? [fields[f]] : [])))];
    if (change.what === 'changed' && named.length === 0) return [];
    const what =
      change.what === 'created' ? created : (told?.(change) ?? `sửa ${named.join(', ')}`) + proofOf(change);
    return [{ ...madeAt(change, names), what }];
  });

/** Who changed what, newest first. @param latest also says the last change above the others, before they are opened */
export const History: FC<Words & { story: Story; latest?: boolean }> = ({ story, latest, ...words }) => {
  const lines = linesOf(story, words);
  const [last] = lines;
  if (!last) return null;
  return (
    <>
      {latest && (
        <p class="soft">
          Thay đổi gần nhất: {last.hand} {last.what}, {last.at}.
        </p>
      )}
      <details>
        <summary>Lịch sử xử lý</summary>
        <ul>
          {lines.map(({ at, hand, what }) => (
            <li>
              {capitalised(at)}: {hand} {what}
            </li>
          ))}
        </ul>
        {story.more && <p class="soft small">Chỉ hiện những lần gần đây.</p>}
      </details>
    </>
  );
};
