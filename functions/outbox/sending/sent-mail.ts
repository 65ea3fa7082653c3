import { gunzipSync, gzipSync } from 'node:zlib';
import type { OutgoingMail } from '../../platform/mail/send';
import { table } from '../../platform/store/table';
import { DAY, iso, ms } from '../../platform/time/dates';
import type { World } from '../../platform/world/world';
import type { Delivery } from '../deliveries/delivery';
import { noticesTable } from '../deliveries/notices-table';

/** The words of one mail as it went to SES. As personal as the mail itself. */
export interface SentMailItem {
  /** `mail#` and the subject of the notice. */
  pk: string;
  /** The delivery, and which of its sendings it was: a refused one is written over by the next. */
  sk: string;
  to: string;
  subject: string;
  /** Compressed. */
  text: Uint8Array;
  /** The names of the files that went with it. */
  files: readonly string[];
  at: string;
  /** Seconds: DynamoDB deletes it then. */
  expiresAt: number;
  by?: string;
}
const sentMails = table<SentMailItem>(noticesTable);

/** How long the words of a mail can be read. */
export const KEPT_DAYS = 730;
/** Of a longer mail, the beginning. */
const LONGEST = 30_000;

const partition = ({ pk }: Pick<Delivery, 'pk'>) => `mail#${pk}`;
const round = ({ unanswered = 0 }: Pick<Delivery, 'unanswered'>) => String(unanswered).padStart(3, '0');

/** Keeps what is about to be sent. Before SES is called: after a lost answer it could not be known what went. */
export const keepMail = (world: World, claimed: Delivery, mail: OutgoingMail): Promise<void> => {
  const now = world.now();
  return world.db.put(sentMails, {
    pk: partition(claimed),
    sk: `${claimed.id}#${round(claimed)}`,
    to: mail.to.address,
    subject: mail.subject,
    text: gzipSync(mail.text.slice(0, LONGEST)),
    files: (mail.attachments ?? []).map(({ filename }) => filename),
    at: iso(now),
    expiresAt: Math.floor((now + KEPT_DAYS * DAY) / 1_000),
  });
};

/** A mail that was sent, or that may have been. */
export interface SentMail {
  to: string;
  subject: string;
  text: string;
  files: readonly string[];
  at: string;
}

/** Whether the last mail that was kept may have gone: it was accepted, or its answer is not known. */
const mayHaveGone = ({ messageId, state }: Delivery): boolean =>
  messageId !== undefined || state === 'unknown' || state === 'sending' || state === 'sent';

/** The mails of a delivery as they went, the latest first; more than one where it was sent again on purpose. */
export const mailsOf = async (world: World, d: Delivery): Promise<SentMail[]> => {
  // Of a person whose data are restricted.
  if (d.setAside) return [];
  const kept = await world.db.all(sentMails, {
    where: 'pk = :pk AND begins_with(sk, :delivery)',
    values: { ':pk': partition(d), ':delivery': `${d.id}#` },
    backwards: true,
  });
  const last = `${d.id}#${round(d)}`;
  return kept
    .filter(({ sk }) => sk !== last || mayHaveGone(d))
    .map(({ to, subject, text, files, at }) => ({
      to,
      subject,
      text: gunzipSync(text).toString('utf8'),
      files,
      at,
    }));
};

/** Deletes the words of a delivery's mails before they expire. */
export const deleteMailsOf = async (
  world: World,
  d: Pick<Delivery, 'pk' | 'id' | 'createdAt'>,
): Promise<void> => {
  if (world.now() - ms(d.createdAt) > KEPT_DAYS * DAY) return;
  for await (const { pk, sk } of world.db.each(sentMails, {
    where: 'pk = :pk AND begins_with(sk, :delivery)',
    values: { ':pk': partition(d), ':delivery': `${d.id}#` },
    only: ['pk', 'sk'],
  }))
    await world.db.delete(sentMails, { pk, sk });
};

/** A kept mail with its place in the table. */
export interface KeptMail extends SentMail {
  pk: string;
  sk: string;
}

/** Every mail that is kept about one subject, also those that SES refused. */
export const keptMailsAbout = async (world: World, subject: string): Promise<KeptMail[]> => {
  const kept = await world.db.all(sentMails, {
    where: 'pk = :pk',
    values: { ':pk': partition({ pk: subject }) },
    consistent: true,
  });
  return kept.map(({ pk, sk, to, subject: title, text, files, at }) => ({
    pk,
    sk,
    to,
    subject: title,
    text: gunzipSync(text).toString('utf8'),
    files,
    at,
  }));
};

/** Writes other words over a kept mail: those of a person who was forgotten go. A mail that has expired stays gone. */
export const rewriteMail = async (
  world: World,
  { pk, sk, to, subject, text, files }: Omit<KeptMail, 'at'>,
): Promise<void> => {
  await world.db.updateIf(
    sentMails,
    { pk, sk },
    { set: { to, subject, text: gzipSync(text), files }, if: 'attribute_exists(pk)' },
  );
};
