import { createServer, request } from 'node:http';
import { inject, onTestFinished } from 'vitest';
import type { TestWorld } from '../world';

/** A call of DynamoDB as it goes over the network. */
export interface Call {
  /** `GetItem` */
  verb: string;
  body: string;
}

/** What DynamoDB answers in place of the database. */
interface Trouble {
  status: number;
  type: string;
}

const PREFIX = 'com.amazonaws.dynamodb.v20120810#';
/** DynamoDB takes no more calls for now: nothing was written. */
export const THROTTLED: Trouble = { status: 400, type: `${PREFIX}ThrottlingException` };
/** A call that DynamoDB does not understand: to repeat it does not help. */
export const WRONG: Trouble = { status: 400, type: 'com.amazon.coral.validate#ValidationException' };

/**
 * Stands between the built functions of a world and its database until the test is over: sees their calls, and may answer them itself.
 * @param answers what is answered in the place of the database
 * @returns the calls, as they come
 */
export const between = async (
  world: TestWorld,
  answers: (call: Call) => Trouble | undefined = () => undefined,
): Promise<Call[]> => {
  const calls: Call[] = [];
  const { hostname, port } = new URL(inject('dynamo'));
  const server = createServer(async (incoming, response) => {
    const parts: Buffer[] = [];
    for await (const part of incoming) parts.push(part);
    const body = Buffer.concat(parts);
    const call = { verb: String(incoming.headers['x-amz-target']).split('.').at(-1)!, body: body.toString() };
    calls.push(call);
    const trouble = answers(call);
    if (trouble) {
      const said = JSON.stringify({ __type: trouble.type, message: 'in a test' });
      return response.writeHead(trouble.status, { 'content-type': 'application/x-amz-json-1.0' }).end(said);
    }
    const { method, url, headers } = incoming;
    const on = request({ hostname, port, method, path: url, headers }, (answer) => {
      response.writeHead(answer.statusCode!, answer.headers);
      answer.pipe(response);
    });
    on.on('error', () => response.destroy());
    on.end(body);
  }).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  world.database = `http://127.0.0.1:${(server.address() as { port: number }).port}`;
  onTestFinished(() => {
    world.database = undefined;
    server.close();
    server.closeAllConnections();
  });
  return calls;
};
