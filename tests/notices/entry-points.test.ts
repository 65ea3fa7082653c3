import { createServer, type Server } from 'node:http';
import type { DynamoDBStreamEvent } from 'aws-lambda';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { deliveriesOf } from '../../functions/outbox/deliveries/find';
import { historyOf } from '../../functions/platform/audit/history';
import { DAY, HOUR, iso } from '../../functions/platform/time/dates';
import { anEvent, aRegistration, keep, keepEvent, streamRecord } from '../support/stored';
import { testSettings, useWorld } from '../support/world';
import { bounceEvent } from './sending/ses-events';

/** The Lambda entry points themselves, on real event shapes, against an SES that answers over HTTP. */
describe('the Lambda entry points', () => {
  const world = useWorld();
  const calls: URLSearchParams[] = [];
  let ses: Server;

  beforeAll(async () => {
    ses = createServer((request, response) => {
      let body = '';
      request.on('data', (chunk) => {
        body += chunk;
      });
      request.on('end', () => {
        calls.push(new URLSearchParams(body));
        response
          .writeHead(200, { 'content-type': 'text/xml' })
          .end(
            '<SendRawEmailResponse xmlns="http://ses.amazonaws.com/doc/2010-12-01/"><SendRawEmailResult><MessageId>0100-real</MessageId></SendRawEmailResult></SendRawEmailResponse>',
          );
      });
    }).listen(0, '127.0.0.1');
    await new Promise((resolve) => ses.once('listening', resolve));
    const { port } = ses.address() as { port: number };
    Object.assign(process.env, {
      AWS_REGION: 'ap-southeast-1',
      AWS_ACCESS_KEY_ID: 'local',
      AWS_SECRET_ACCESS_KEY: 'local',
      AWS_ENDPOINT_URL_DYNAMODB: inject('dynamo'),
      AWS_ENDPOINT_URL_SES: `http://127.0.0.1:${port}`,
      PUBLIC_ORIGIN: testSettings.publicOrigin,
      TABLE_PREFIX: world.settings.tablePrefix,
      FILES_BUCKET: 'files',
      PERSON_KEY_SECRET: testSettings.secrets.person,
      TOKEN_SECRET: testSettings.secrets.token,
      MAIL_FROM: testSettings.mail.from,
      MAIL_RATE: '1000',
      DEPARTMENT_NAME: testSettings.department.name,
      DEPARTMENT_PARENT: testSettings.department.parent,
      DEPARTMENT_PLACE: testSettings.department.place,
      DEPARTMENT_CODE: testSettings.department.code,
      HELP_NAME: testSettings.help.name,
      HELP_PHONE: testSettings.help.phone,
      HELP_EMAIL: testSettings.help.email,
    });
    world.clock.at = Date.now();
  });
  afterAll(() => new Promise<void>((resolve) => ses.close(() => resolve())));

  const soon = (id: string) =>
    anEvent(id, {
      startsAt: iso(Date.now() + 10 * DAY),
      endsAt: iso(Date.now() + 10 * DAY + HOUR),
      turnAt: iso(Date.now() - DAY),
    });
  const come = async (eventId: string, email: string) => {
    // Promoted: that they have a seat now is no receipt of what they read on the screen.
    const how = 'promoted';
    const r = aRegistration(eventId, 'a', {
      email,
      how,
      createdAt: iso(Date.now()),
      updatedAt: iso(Date.now()),
    });
    await keep(world, r);
    return r;
  };

  test('mailer: a stream event becomes a mail; feedback: a bounce becomes a call; audit: history', async () => {
    await keepEvent(world, soon('evt_e1'));
    const r = await come('evt_e1', 'that@mau.vn');
    const event: DynamoDBStreamEvent = { Records: [streamRecord(world, 'registrations', r)] };
    const mailer = await import('../../functions/entry/mailer');
    expect(await mailer.handler(event)).toEqual({ batchItemFailures: [] });
    expect(calls.at(-1)?.get('Action')).toBe('SendRawEmail');
    expect(calls.at(-1)?.get('Destinations.member.1')).toBe('that@mau.vn');
    const [sent] = await deliveriesOf(world, r.id);
    expect(sent).toMatchObject({ state: 'sent', messageId: '0100-real', by: 'mailer' });

    const feedback = await import('../../functions/entry/feedback');
    await feedback.handler(bounceEvent(sent!));
    expect((await deliveriesOf(world, r.id))[0]).toMatchObject({ state: 'to-call', by: 'feedback' });

    const audit = await import('../../functions/entry/audit');
    expect(await audit.handler(event)).toEqual({ batchItemFailures: [] });
    expect((await historyOf(world, r.id)).items).toHaveLength(1);
  });

  test('clock: a tick finds and sends what the streams lost', async () => {
    await keepEvent(world, soon('evt_e2'));
    const r = await come('evt_e2', 'lac@mau.vn');
    const clock = await import('../../functions/entry/clock');
    await clock.handler();
    expect((await deliveriesOf(world, r.id))[0]).toMatchObject({ state: 'sent', by: 'clock' });
  });
});
