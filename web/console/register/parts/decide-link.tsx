import type { FC } from 'hono/jsx';
import { DONE, QUERY } from '../../../query';
import { routes } from '../../../routes';

/** What was just decided. */
export const LINK_DONE: Record<string, string> = {
  [DONE.linked]: 'Đã ghi lượt đăng ký vào các lớp của hòa giải viên.',
  [DONE.linkRefused]: 'Đã ghi đây là người khác.',
};

interface DecideLinkProps {
  mediatorId: string;
  registrationId: string;
  /** What the buttons are about, for readers that hear them. */
  about: string;
  /** The page to which the answer leads back; absent for the list. */
  back?: string;
}

/** Two buttons: the registration is this mediator's, or another person's. */
export const DecideLink: FC<DecideLinkProps> = ({ mediatorId, registrationId, about, back }) => (
  <form method="post" action={routes.consoleLinks()} class="actions">
    <input type="hidden" name="mediatorId" value={mediatorId} />
    <input type="hidden" name="registrationId" value={registrationId} />
    {back && <input type="hidden" name={QUERY.back} value={back} />}
    <button
      type="submit"
      class="btn plain"
      name="link"
      value="linked"
      aria-label={`Đúng người này: ${about}`}
    >
      Đúng người này
    </button>
    <button type="submit" class="linklike" name="link" value="refused" aria-label={`Người khác: ${about}`}>
      Người khác
    </button>
  </form>
);
