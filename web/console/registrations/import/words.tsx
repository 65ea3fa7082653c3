import type { FC } from 'hono/jsx';
import type { Import } from '../../../../functions/events/imports/import';
import { showCount } from '../../../../functions/platform/text/count';
import { Count } from './frame';

const WORD = {
  importing: { word: 'Đang nhập', tag: 'tag sun' },
  done: { word: 'Đã nhập', tag: 'tag' },
  undoing: { word: 'Đang hoàn tác', tag: 'tag sun' },
  undone: { word: 'Đã hoàn tác', tag: 'tag grey' },
} as const;

/** What an import is doing, or has done. */
export const importWord = ({ state, job }: Import): (typeof WORD)[keyof typeof WORD] => {
  if (state !== 'running') return WORD[state];
  return job === 'undo' ? WORD.undoing : WORD.importing;
};

/** How far it is, of how many: rows that are imported, or people who are taken back. */
export const progressOf = ({ done, total, undo }: Import): { done: number; total: number; of: string } =>
  undo
    ? { done: undo.removed + undo.restored + undo.kept.length, total: undo.total, of: 'người' }
    : { done, total, of: 'dòng' };

export const ImportState: FC<{ one: Import }> = ({ one }) => {
  const { word, tag } = importWord(one);
  return <span class={tag}>{word}</span>;
};

/** "(trong đó 2 người đi thay, 3 người chờ chỗ)" */
const ofRegistered = ({ exchanged = 0, waiting }: Import['counts']): string => {
  const said = [
    exchanged > 0 && `${showCount(exchanged)} người đi thay`,
    waiting > 0 && `${showCount(waiting)} người chờ chỗ`,
  ].filter(Boolean);
  return said.length ? `(trong đó ${said.join(', ')})` : '';
};

/** What became of the rows so far, and what was taken back. */
export const ImportSummary: FC<{ one: Import }> = ({ one: { counts, done, undo } }) =>
  done === 0 ? null : (
    <dl class="summary">
      <Count name="Ghi mới" n={counts.registered}>
        {ofRegistered(counts)}
      </Count>
      <Count name="Sửa thông tin" n={counts.corrected} />
      <Count name="Đã có, không đổi" n={counts.unchanged} />
      <Count name="Đã hủy trước đây, bỏ qua" n={counts.left} />
      <Count name="Chưa nhập được" n={counts.refused} />
      {undo && (
        <>
          <Count name="Hoàn tác: bỏ khỏi lớp" n={undo.removed} />
          <Count name="Hoàn tác: trả lại thông tin cũ" n={undo.restored} />
        </>
      )}
    </dl>
  );

/** The same in one line, for lists. */
export const inShort = (one: Import): string => {
  const { counts, state } = one;
  const { done, total, of } = progressOf(one);
  return [
    state === 'running' && `${showCount(done)} trên ${showCount(total)} ${of}`,
    counts.registered && `ghi mới ${showCount(counts.registered)}`,
    counts.exchanged && `trong đó ${showCount(counts.exchanged)} người đi thay`,
    counts.corrected && `sửa ${showCount(counts.corrected)}`,
    counts.unchanged && `đã có ${showCount(counts.unchanged)}`,
    counts.left && `đã hủy trước đây ${showCount(counts.left)}`,
    counts.refused && `chưa nhập được ${showCount(counts.refused)}`,
  ]
    .filter(Boolean)
    .join(', ');
};
