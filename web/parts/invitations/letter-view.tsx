import type { FC } from 'hono/jsx';
import type { Letter } from '../../../functions/events/letters/letter';

/** A phone number is never broken over two lines. */
const phonesWhole = (text: string) =>
  text.replace(/\b\d{4} \d{3} \d{3}\b/g, (phone) => phone.replaceAll(' ', '\u00a0'));

/** The words of a letter on a page; a letter is Vietnamese whatever the page's language. */
export const LetterView: FC<{ letter: Letter }> = ({ letter }) => (
  <div class="card" lang="vi">
    <p>
      {letter.opening} <strong>{letter.addressee}</strong>
    </p>
    {letter.lines.map((l) => (
      <p>
        {l.label && <b>{l.label}: </b>}
        {phonesWhole(l.text)}
      </p>
    ))}
  </div>
);
