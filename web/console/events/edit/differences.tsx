import type { FC } from 'hono/jsx';
import type { Choices } from './choices';
import { nameOf } from './fields';
import type { Merged } from './merge';

/** What the other editor changed, and which of it this form took over. */
export const Differences: FC<{ merged: Merged; choices: Choices }> = ({ merged, choices }) => (
  <section class="notice lotus" aria-label="Thay đổi của người khác">
    <p>
      <b>Trong khi ông/bà sửa, người khác đã lưu một bản mới.</b> Những gì ông/bà điền vẫn còn nguyên dưới
      đây; bấm Lưu để ghi lên bản mới.
    </p>
    {merged.disputed.length > 0 && (
      <>
        <p>Hai người cùng sửa các mục sau. Mẫu dưới đây giữ lời của ông/bà; bản của người kia là:</p>
        <ul>
          {merged.disputed.map(({ name, theirs }) => (
            <li>
              <b>{nameOf(name)}:</b> {choices.named(name, theirs) || '(để trống)'}
            </li>
          ))}
        </ul>
      </>
    )}
    {merged.taken.length > 0 && (
      <p>Đã lấy theo bản mới, vì ông/bà không sửa: {merged.taken.map(nameOf).join(', ')}.</p>
    )}
    {merged.disputed.length + merged.taken.length === 0 && <p>Nội dung của bản mới không khác mẫu này.</p>}
  </section>
);
