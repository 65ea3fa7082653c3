import type { Child, FC } from 'hono/jsx';
import type { Event } from '../../../functions/events/event/event';
import type { Invitation } from '../../../functions/events/invitations/invitation';
import { datedLines, outdatedLines } from '../../../functions/events/letters/dated-lines';

/** The lines of the letter whose time or place was right before the event moved. */
export const outdatedOf = ({ letterText, said }: Invitation, event: Event): string[] =>
  outdatedLines(letterText, said, datedLines(event));

/** Before such a letter is signed or sent again: which lines to reword, and what is right now. */
export const Outdated: FC<{ invitation: Invitation; event: Event; children?: Child }> = ({
  invitation,
  event,
  children,
}) => {
  const lines = outdatedOf(invitation, event);
  if (lines.length === 0) return null;
  const { when, where } = datedLines(event);
  return (
    <div class="notice lotus">
      <p>
        <strong>Nội dung thư còn ghi thời gian hoặc địa điểm cũ:</strong>
      </p>
      <ul>
        {lines.map((line) => (
          <li>{line}</li>
        ))}
      </ul>
      <p>
        Nay là:
        <br />
        {when}
        <br />
        {where}
      </p>
      {children}
    </div>
  );
};
