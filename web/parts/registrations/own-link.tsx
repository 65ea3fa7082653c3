import type { FC } from 'hono/jsx';
import { ownLinkToken } from '../../../functions/events/registrations/own-link';
import type { Registration } from '../../../functions/events/registrations/registration';
import { copy } from '../../copy/copy';
import type { Page } from '../../env';
import { Island } from '../../ui/island';
import { Qr } from '../../ui/qr';

interface OwnLinkProps {
  c: Page;
  registration: Pick<Registration, 'id' | 'code'>;
  /** On a page of an officer or of the organizer, who send it to the person. */
  forOther?: boolean;
}

/** The registration's own link: to keep, to send on, to scan with another phone. */
export const OwnLink: FC<OwnLinkProps> = ({ c, registration, forOther }) => {
  const world = c.get('world');
  const t = copy(c.get('language')).registrations;
  const link = world.links.ticket(ownLinkToken(world, registration));
  return (
    <section class="no-print form">
      <h2>{t.ownLink}</h2>
      <p>{forOther ? t.ownLinkFor : t.ownLinkWhy}</p>
      <div class="field">
        <label for="duong-dan">{t.ownLinkField}</label>
        <input id="duong-dan" value={link} readonly />
      </div>
      <p class="actions">
        <button type="button" class="btn" data-share={link} data-title={t.ticketShared} hidden>
          {t.shareLink}
        </button>
        <button type="button" class="btn plain" data-copy="duong-dan" data-done={t.linkCopied} hidden>
          {t.copyLink}
        </button>
        <a class="tap" href={link}>
          {t.openLink}
        </a>
      </p>
      <details>
        <summary>{t.linkQr}</summary>
        <Qr text={link} label={t.linkQr} />
      </details>
      <Island name="copy" />
      <Island name="share" />
    </section>
  );
};
