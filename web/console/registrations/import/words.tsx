import type { FC } from 'hono/jsx';
import type { Import } from '../../../../functions/events/imports/import';
import { Count, many } from './frame';

/** What an import is doing, or has done. */
export const IMPORT_WORD = {
  running: { word: 'Đang nhập', tag: 'tag sun' },
  done: { word: 'Đã nhập', tag: 'tag' },
  undone: { word: 'Đã hoàn tác', tag: 'tag grey' },
} as const;

export const ImportState: FC<{ one: Import }> = ({ one }) => {
  const { word, tag } = IMPORT_WORD[one.state];
  return <span class={tag}>{word}</span>;
};

/** What became of the rows so far. */
export const ImportSummary: FC<{ one: Import }> = ({ one: { counts, done } }) =>
  done === 0 ? null : (
    <dl class="summary">
      <Count name="Ghi mới" n={counts.registered}>
        {counts.waiting > 0 && `(trong đó ${many(counts.waiting)} người chờ chỗ)`}
      </Count>
      <Count name="Sửa thông tin" n={counts.corrected} />
      <Count name="Đã có, không đổi" n={counts.unchanged} />
      <Count name="Đã hủy trước đây, bỏ qua" n={counts.left} />
      <Count name="Chưa nhập được" n={counts.refused} />
    </dl>
  );

/** The same in one line, for lists. */
export const inShort = ({ counts, done, total, state }: Import): string =>
  [
    state === 'running' && `${many(done)} trên ${many(total)} dòng`,
    counts.registered && `ghi mới ${many(counts.registered)}`,
    counts.corrected && `sửa ${many(counts.corrected)}`,
    counts.unchanged && `đã có ${many(counts.unchanged)}`,
    counts.left && `đã hủy trước đây ${many(counts.left)}`,
    counts.refused && `chưa nhập được ${many(counts.refused)}`,
  ]
    .filter(Boolean)
    .join(', ');
