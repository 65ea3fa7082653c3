import type { SESClient } from '@aws-sdk/client-ses';
import type { Settings } from '../world/settings';
import { type Mail, MailRefused } from '../world/world';

/** SES accepts no more for now; nothing was sent. */
const THROTTLED =
  /^(Throttling|ThrottlingException|TooManyRequestsException|LimitExceededException|RequestLimitExceeded)$/;
/** SES says itself that it does not work now: it did not take the mail. */
const UNAVAILABLE = /^ServiceUnavailable(Exception)?$/;
/** The call never reached a server: nothing was sent, and later it may. */
const UNREACHED = /^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH)$/;

/**
 * Whether an error proves that the mail was not sent: SES refused it, names itself unavailable, or was never reached.
 * After a timeout, a broken connection or another 5xx ("unknown error") it may have been sent.
 * @returns undefined where it may have been sent
 */
export const refusal = (error: unknown): MailRefused | undefined => {
  const e = error as {
    name?: string;
    code?: string;
    $metadata?: { httpStatusCode?: number };
    cause?: { code?: string };
  };
  const code = e.code ?? e.cause?.code ?? '';
  if (UNREACHED.test(code)) return new MailRefused('unreached', true);
  if (e.name && THROTTLED.test(e.name)) return new MailRefused(e.name, true);
  const status = e.$metadata?.httpStatusCode;
  if (status === 503 || (e.name && UNAVAILABLE.test(e.name)))
    return new MailRefused('ServiceUnavailable', true);
  if (status === 429) return new MailRefused(e.name ?? 'throttled', true);
  if (status && status >= 400 && status < 500) return new MailRefused(e.name ?? 'refused', false);
  return undefined;
};

/** Less than the 10 seconds that a request has (`infra/constructs/api.ts`): a form that mails a code still answers. */
export const SES_TIMEOUT = 8_000;

export interface SesOptions {
  region?: string;
  endpoint?: string;
  credentials?: { accessKeyId: string; secretAccessKey: string };
  /** Milliseconds after which the answer counts as lost. */
  timeout?: number;
}

/** SES, with one attempt per call: the SDK must not repeat a mail that may have been sent. */
export const sesMail = (
  settings: Pick<Settings, 'mail'>,
  { timeout = SES_TIMEOUT, ...options }: SesOptions = {},
): Mail => {
  let client: Promise<SESClient> | undefined;
  const connect = async () => {
    const { SESClient } = await import('./ses-sdk');
    return new SESClient({
      ...options,
      maxAttempts: 1,
      requestHandler: {
        connectionTimeout: 3_000,
        requestTimeout: timeout,
        // Without it the handler only warns about a call without an answer, and goes on waiting.
        throwOnRequestTimeout: true,
        // For an answer that stops half way.
        socketTimeout: timeout,
      },
    });
  };
  return {
    send: async ({ raw, from, to, tags, configurationSet }) => {
      const { SendRawEmailCommand } = await import('./ses-sdk');
      client ??= connect();
      try {
        const out = await (await client).send(
          new SendRawEmailCommand({
            RawMessage: { Data: raw },
            // ASCII only; the message itself has the name.
            Source: addressOf(from),
            Destinations: [to],
            Tags: Object.entries(tags).map(([Name, Value]) => ({ Name, Value })),
            ConfigurationSetName: configurationSet ?? settings.mail.configurationSet,
          }),
        );
        return out.MessageId ?? 'no-id';
      } catch (error) {
        throw refusal(error) ?? error;
      }
    },
  };
};

/** `Sở Tư pháp <stp@…>` → `stp@…` */
const addressOf = (from: string): string => /<([^<>]+)>\s*$/.exec(from)?.[1] ?? from.trim();
