import { createServer, type Server } from 'node:http';
import { afterEach, describe, expect, test } from 'vitest';
import { sesMail } from '../../../functions/platform/mail/ses';
import { MailRefused } from '../../../functions/platform/world/world';
import { testSettings } from '../../support/world';

const MESSAGE = {
  raw: Buffer.from('Subject: thu\r\n\r\nxin chào'),
  from: 'Sở Tư pháp <stp@nhipcau.test>',
  to: 'a@b.vn',
  tags: { delivery: 'dlv_1' },
};

const ERROR = (code: string) =>
  `<ErrorResponse><Error><Type>Sender</Type><Code>${code}</Code><Message>no</Message></Error></ErrorResponse>`;
const TAKEN =
  '<SendRawEmailResponse xmlns="http://ses.amazonaws.com/doc/2010-12-01/"><SendRawEmailResult><MessageId>m-1</MessageId></SendRawEmailResult></SendRawEmailResponse>';

describe('mail through SES', () => {
  let server: Server | undefined;
  let calls: string[] = [];
  const ses = async (status: number, body: string | undefined, { silent = false } = {}) => {
    calls = [];
    server = createServer((request, response) => {
      let text = '';
      request.on('data', (chunk) => {
        text += chunk;
      });
      request.on('end', () => {
        calls.push(text);
        if (silent) return;
        if (body === undefined) return void response.destroy();
        response.writeHead(status, { 'content-type': 'text/xml' }).end(body);
      });
    }).listen(0, '127.0.0.1');
    await new Promise((resolve) => server?.once('listening', resolve));
    const { port } = server.address() as { port: number };
    return sesMail(
      { ...testSettings, mail: { from: MESSAGE.from, configurationSet: 'nhip-cau', perSecond: 1 } },
      {
        endpoint: `http://127.0.0.1:${port}`,
        region: 'ap-southeast-1',
        credentials: { accessKeyId: 'a', secretAccessKey: 'b' },
        // Long enough for a busy machine to deliver the mail before the client gives up.
        ...(silent && { timeout: 3_000 }),
      },
    );
  };
  afterEach(() => new Promise<void>((resolve) => (server ? server.close(() => resolve()) : resolve())));

  test('answers with the message id, and names the configuration set and the tags', async () => {
    const mail = await ses(200, TAKEN);
    expect(await mail.send(MESSAGE)).toBe('m-1');
    expect(calls[0]).toContain('ConfigurationSetName=nhip-cau');
    expect(calls[0]).toContain('Tags.member.1.Value=dlv_1');
  });

  test('names the sender by the bare address, since SES takes no Vietnamese letters there', async () => {
    const mail = await ses(200, TAKEN);
    await mail.send(MESSAGE);
    expect(new URLSearchParams(calls[0]).get('Source')).toBe('stp@nhipcau.test');
  });

  test('says that SES refused, once, without a second attempt', async () => {
    const mail = await ses(400, ERROR('MessageRejected'));
    await expect(mail.send(MESSAGE)).rejects.toMatchObject({
      constructor: MailRefused,
      reason: 'MessageRejected',
      throttled: false,
    });
    expect(calls).toHaveLength(1);
  });

  test('tells throttling apart from refusal', async () => {
    const mail = await ses(400, ERROR('Throttling'));
    await expect(mail.send(MESSAGE)).rejects.toMatchObject({ constructor: MailRefused, throttled: true });
  });

  test.each(['ServiceUnavailable', 'Whatever'])(
    'knows that a mail was not taken where SES names itself unavailable (%s)',
    async (code) => {
      const mail = await ses(503, ERROR(code));
      await expect(mail.send(MESSAGE)).rejects.toMatchObject({
        constructor: MailRefused,
        reason: 'ServiceUnavailable',
        throttled: true,
      });
      expect(calls).toHaveLength(1);
    },
  );

  test.each([
    ['the answer is lost', 200, undefined],
    ['SES fails inside', 500, ERROR('InternalFailure')],
  ])('does not know what became of it when %s, and does not repeat it', async (_, status, body) => {
    const mail = await ses(status, body);
    const thrown = await mail.send(MESSAGE).catch((e: unknown) => e);
    expect(thrown).toBeInstanceOf(Error);
    expect(thrown).not.toBeInstanceOf(MailRefused);
    expect(calls).toHaveLength(1);
  });

  test('does not know what became of it when SES takes the mail and never answers', async () => {
    const mail = await ses(200, undefined, { silent: true });
    const thrown = await mail.send(MESSAGE).catch((e: unknown) => e);
    expect(thrown).toBeInstanceOf(Error);
    expect(thrown).not.toBeInstanceOf(MailRefused);
    await expect.poll(() => calls).toHaveLength(1);
  });
});
