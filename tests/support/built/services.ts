import { createServer } from 'node:http';
import { serveObjects } from '../../../infra/local/parts/file-store';
import type { Credentials } from '../../../infra/local/parts/signed-request';
import type { TestWorld } from '../world';

/** What built functions of one world find where AWS would be: its files and its mail service. */
export interface Services {
  files: string;
  mail: string;
  credentials: Credentials;
  stop(): Promise<void>;
}

/** The world's files as S3, and its mail service as SES, over HTTP. */
export const startServices = async (world: TestWorld): Promise<Services> => {
  const { kept, settings } = world;
  const objects = {
    put: async (key: string, body: Uint8Array) => void kept.set(key, body),
    get: async (key: string) => kept.get(key),
    delete: async (key: string) => void kept.delete(key),
    list: async () =>
      [...kept].map(([key, { length }]) => ({ key, size: length, at: new Date(world.now()) })),
  };
  const [files, mail] = await Promise.all([
    serveObjects(objects, settings.filesBucket, { now: () => world.now() }),
    startSes(world),
  ]);
  return {
    files: files.endpoint,
    mail: mail.endpoint,
    credentials: files.credentials,
    stop: async () => void (await Promise.all([files.stop(), mail.stop()])),
  };
};

const XMLNS = 'xmlns="http://ses.amazonaws.com/doc/2010-12-01/"';
const accepted = (id: string) =>
  `<SendRawEmailResponse ${XMLNS}><SendRawEmailResult><MessageId>${id}</MessageId></SendRawEmailResult></SendRawEmailResponse>`;
const refused = (code: string) =>
  `<ErrorResponse ${XMLNS}><Error><Type>Sender</Type><Code>${code}</Code><Message>${code}</Message></Error></ErrorResponse>`;

/** What SES answers where it does not take a mail. */
const REFUSALS = {
  refuse: [400, 'MessageRejected'],
  throttle: [400, 'Throttling'],
  outage: [503, 'ServiceUnavailable'],
} as const;

/** The tags of a call: `Tags.member.1.Name`, `Tags.member.1.Value`, … */
const tagsOf = (call: URLSearchParams): Record<string, string> => {
  const tags: Record<string, string> = {};
  for (let n = 1; call.has(`Tags.member.${n}.Name`); n++)
    tags[call.get(`Tags.member.${n}.Name`)!] = call.get(`Tags.member.${n}.Value`)!;
  return tags;
};

/** SES's `SendRawEmail`; what it says next is the world's to choose, as in tests without HTTP. */
const startSes = async ({ sent, mailSays }: TestWorld) => {
  const server = createServer(async (request, response) => {
    let body = '';
    for await (const part of request) body += part;
    const call = new URLSearchParams(body);
    const answer = (status: number, text: string) =>
      response.writeHead(status, { 'content-type': 'text/xml' }).end(text);
    if (call.get('Action') !== 'SendRawEmail') return answer(400, refused('InvalidAction'));
    const says = mailSays.next;
    if (says && says !== 'lose') return answer(REFUSALS[says][0], refused(REFUSALS[says][1]));
    sent.push({
      raw: Buffer.from(call.get('RawMessage.Data') ?? '', 'base64').toString('utf8'),
      from: call.get('Source') ?? '',
      to: call.get('Destinations.member.1') ?? '',
      tags: tagsOf(call),
    });
    if (says === 'lose') return request.socket.destroy();
    return answer(200, accepted(`ses-${sent.length}`));
  }).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address() as { port: number };
  return {
    endpoint: `http://127.0.0.1:${port}`,
    stop: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
};
