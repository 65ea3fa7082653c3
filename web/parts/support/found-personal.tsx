import type { Child, FC } from 'hono/jsx';
import { seemsPersonal } from '../../../functions/support/seems-personal';

/**
 * A warning that names what seems to tell of a person in a text that was refused.
 * @param tick the box by which the writer says that it is no name
 */
export const FoundPersonal: FC<{ text: string; tick: Child }> = ({ text, tick }) => {
  const found = seemsPersonal(text);
  return (
    <>
      {found.length > 0 && (
        <div class="notice lotus" role="status">
          <p>Chưa lưu gì. Có vẻ là thông tin của người cụ thể:</p>
          <ul>
            {found.map(({ text: words }) => (
              <li>{words}</li>
            ))}
          </ul>
        </div>
      )}
      {found.some(({ kind }) => kind === 'name') && tick}
    </>
  );
};
