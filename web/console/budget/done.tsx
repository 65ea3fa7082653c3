import type { FC } from 'hono/jsx';
import type { Page } from '../../env';
import { DONE, QUERY } from '../../query';

const WORDS: Record<string, string> = {
  [DONE.created]: 'Đã ghi khoản kinh phí.',
  [DONE.saved]: 'Đã lưu khoản kinh phí.',
  [DONE.lineRemoved]: 'Đã bỏ khoản kinh phí.',
};

/** What was just done with a line. */
export const Done: FC<{ c: Page }> = ({ c }) => {
  const words = WORDS[c.req.query(QUERY.done) ?? ''];
  return words ? (
    <div class="notice" role="status">
      <p>{words}</p>
    </div>
  ) : null;
};
