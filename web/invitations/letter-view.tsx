import type { FC } from 'hono/jsx';
import type { Letter } from '../../functions/letters/letter';

/** The words of a letter on a page; a letter is Vietnamese whatever the page's language. */
export const LetterView: FC<{ letter: Letter }> = ({ letter }) => (
  <div class="card" lang="vi">
    <p>
      {letter.opening} <strong>{letter.addressee}</strong>
    </p>
    {letter.lines.map((l) => (
      <p>
        {l.label && <b>{l.label}: </b>}
        {l.text}
      </p>
    ))}
  </div>
);
