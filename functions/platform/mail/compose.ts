/** A mail before it is bytes. Addresses are bare; `from` may have a name. */
export interface MailParts {
  from: string;
  to: { name: string; address: string };
  replyTo: string;
  subject: string;
  text: string;
  html: string;
  headers?: Record<string, string>;
  attachments?: { filename: string; contentType: string; content: Uint8Array | string }[];
  /** The same as the text, for calendar programs (RFC 6047): they enter it, or strike it out, by themselves. */
  calendar?: { method: string; text: string } | undefined;
  date: Date;
  /** Before the `@` of Message-ID; SES puts its own there, other servers do not. */
  id: string;
}

/**
 * The message as RFC 5322 bytes. nodemailer encodes the Vietnamese subject and names (RFC 2047), folds
 * lines and keeps line breaks out of headers.
 */
export const compose = async (parts: MailParts): Promise<Uint8Array> => {
  const { default: MailComposer } = await import('nodemailer/lib/mail-composer');
  const host = /@([^\s>]+)/.exec(parts.from)?.[1] ?? 'localhost';
  const message = new MailComposer({
    from: parts.from,
    to: parts.to,
    replyTo: parts.replyTo,
    subject: parts.subject.replace(/\s+/g, ' '),
    text: parts.text,
    html: parts.html,
    headers: { 'Auto-Submitted': 'auto-generated', ...parts.headers },
    alternatives: parts.calendar && [
      {
        contentType: `text/calendar; charset=utf-8; method=${parts.calendar.method}`,
        content: parts.calendar.text,
        // Some programs read quoted-printable calendars as they are.
        contentTransferEncoding: 'base64',
      },
    ],
    attachments: parts.attachments?.map((a) => ({
      filename: a.filename,
      contentType: a.contentType,
      content: typeof a.content === 'string' ? a.content : Buffer.from(a.content),
    })),
    date: parts.date,
    messageId: `<${parts.id}@${host}>`,
    // Bodies too: a server may refuse a message with bare line feeds, or change it (RFC 5322, 2.3).
    newline: 'windows',
    // The content of a message is never a file name or a URL to fetch.
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return message.compile().build();
};
