import { MailRefused, type World } from '../world/world';
import { compose, type MailParts } from './compose';

/** SES's limit, attachments included (10 MB for SendRawEmail of its first API). */
export const LARGEST_MAIL = 10 * 1024 * 1024;
/** Names and values of message tags (SES, MessageTag). Checked here because the local inbox accepts any. */
const TAG = /^[A-Za-z0-9_-]{1,256}$/;

export type OutgoingMail = Omit<MailParts, 'from' | 'date'> & {
  tags: Record<string, string>;
  /** Its person waits for it to sign in. */
  forSignIn?: true;
};

/**
 * Composes a mail from the department and hands it to SES, once.
 * @returns SES's message id
 * @throws MailRefused where it was certainly not sent; after any other error it may have been sent
 */
export const sendMail = async (
  world: World,
  { tags, forSignIn, ...parts }: OutgoingMail,
): Promise<string> => {
  const { from, configurationSet: usual, signInConfigurationSet } = world.settings.mail;
  const configurationSet = (forSignIn && signInConfigurationSet) || usual;
  for (const [name, value] of Object.entries(tags))
    if (!TAG.test(name) || !TAG.test(value)) throw new MailRefused('bad-tag', false);
  const raw = await composed({
    ...parts,
    from,
    date: new Date(world.now()),
    headers: {
      ...parts.headers,
      ...(configurationSet && { 'X-SES-CONFIGURATION-SET': configurationSet }),
    },
  });
  if (raw.byteLength > LARGEST_MAIL) throw new MailRefused('too-large', false);
  return world.mail.send({ raw, from, to: parts.to.address, tags, configurationSet });
};

/** A mail that could not be composed was certainly not sent. */
const composed = async (parts: MailParts): Promise<Uint8Array> => {
  try {
    return await compose(parts);
  } catch (error) {
    throw new MailRefused(`not-composed: ${error instanceof Error ? error.name : 'error'}`, false);
  }
};
