import type { FC } from 'hono/jsx';
import {
  signedRequest,
  signedRequestFile,
} from '../../../../functions/events/nominations/letter/request-letter';
import { copy } from '../../../copy/copy';
import type { Handler, Page } from '../../../env';
import { sendFile } from '../../../ui/download';
import type { Behind, Desk } from '../desk';

/** The way to the signed công văn, where there is one. */
export const LetterLink: FC<{ c: Page; desk: Desk }> = ({ c, desk: { nomination, event, paths } }) =>
  signedRequest(nomination, event) ? (
    <p class="actions no-print">
      <a class="btn plain" href={paths.letter}>
        {copy(c.get('language')).nominations.letter}
      </a>
    </p>
  ) : null;

/** The signed công văn that asks the unit for people. */
export const letterFile = (behind: Behind): Handler =>
  behind(async (c, { nomination, event }) =>
    sendFile(c, await signedRequestFile(c.get('world'), nomination, event)),
  );
