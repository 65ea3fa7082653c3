import { bodyOf, type Described, type OpenApi } from '../../../functions/api/contract/described';
import type { Seen } from '../../support/seen';
import type { Visitor } from '../../support/visitor';

export interface Step {
  id: string;
  status: number;
  /** The status that the contract promises for a call that succeeds. */
  promised: number;
  path: string;
  // biome-ignore lint/suspicious/noExplicitAny: each operation answers in its own shape
  body: any;
}

interface WalkOptions {
  /** Calls as a member of the staff who may do everything. */
  api: Visitor['api'];
  parts: Visitor['parts'];
  /** Personal links of the demo, by the noun that they open. */
  links: Record<
    | 'nominations'
    | 'invitations'
    | 'subscriptions'
    | 'recommendations'
    | 'reports'
    | 'support'
    | 'visits'
    | 'findings'
    | 'consultations'
    | 'reviews'
    | 'confirmations',
    string
  >;
  /** A token of the account that walks, which it may end. */
  token: string;
  /** Called before each operation, with the call that the walk is about to make. */
  before?(next: Next): Promise<void>;
  /** Called after it, with the answer. */
  after?(next: Next, answer: Seen): void;
}

export interface Next {
  op: Described;
  method: string;
  /** With its parameters filled in. */
  url: string;
  /** With braces around them. */
  path: string;
}

/** Reading first, then what adds, then what changes, and at the end what cannot be undone. */
const rank = ({ op, method }: { op: Described; method: string }): number => {
  // Once there is one.
  if (
    /^get((Signed|Invitation)Letter|SignedFile|SignedDocument|Import|Broadcast)$|^draftAddendum$/.test(
      op.operationId,
    )
  )
    return 3;
  if (op.operationId === 'getRequestedData') return 1.5;
  if (method === 'get' || /^(find|preview)/.test(op.operationId)) return 0;
  if (op.operationId === 'revokeOwnSessions') return 6;
  if (/^(reissue|revoke)|^(cancel|postpone|discard)Event$/.test(op.operationId)) return 5;
  if (/^(cancel|withdraw|decline)/.test(op.operationId)) return 4;
  if (/^(replace|move|approve|undo|stop)/.test(op.operationId)) return 3;
  return op.operationId.startsWith('create') || op.operationId === 'register' ? 1 : 2;
};

/**
 * Calls every operation of the API with the example that the document gives, on a system with the
 * demo's data. It knows nothing but the document and the answers, as a stranger would.
 */
export const walkContract = async ({
  api: send,
  parts,
  links,
  token,
  before,
  after,
}: WalkOptions): Promise<Step[]> => {
  const ask = (path: string, method: string, body?: unknown, type?: string): Promise<Seen> =>
    type?.startsWith('multipart/')
      ? parts(method.toUpperCase(), path, body as Record<string, string>)
      : send(method.toUpperCase(), path, body);
  const call = async (...what: Parameters<typeof ask>) => answerOf(await ask(...what));
  const answerOf = ({ status, headers, html, json }: Seen) => {
    const type = (headers.get('content-type') ?? '').split(';')[0]!;
    if (html && !/\bjson$/.test(type)) {
      const [, name] = /filename="([^"]+)"/.exec(headers.get('content-disposition') ?? '') ?? [];
      return { status, body: { type, name, length: html.length } };
    }
    return { status, body: json };
  };
  const api: OpenApi = (await call('/openapi.json', 'get')).body;
  const all = Object.entries(api.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, op]) => ({ path, method, op })),
  );
  const known = new Map<string, string>();
  const example = (id: string) => {
    const named = all.find(({ op }) => op.operationId === id);
    return named && bodyOf(named.op)?.example;
  };

  /** What a path needs: the document's example, else what an earlier answer named. */
  const parameter = async (op: Described, name: string, path: string): Promise<string> => {
    const given = op.parameters?.find((p) => p.in === 'path' && p.name === name)?.example;
    if (given !== undefined) return String(given);
    if (op.operationId === 'getInvitationLetter') return known.get('signed')!;
    if (name === 'token' && path.startsWith('/subscriptions/')) return links.subscriptions;
    const [, noun] = /^\/links\/(\w+)\/\{token\}/.exec(path) ?? [];
    if (name === 'token' && noun) return links[noun as keyof typeof links] ?? links.invitations;
    if (name === 'sessionId') return token;
    if (op.operationId === 'discardEvent') return known.get('copy')!;
    if (name === 'eventId') return path.endsWith('/nominations') ? 'evt_mau_cu' : 'evt_mau_mo';
    if (name === 'registrationId' && /^(approve|decline)/.test(op.operationId)) {
      const { body } = await call('/events/evt_mau_duyet/registrations?status=pending&limit=1', 'get');
      return body.items[0].registrationId;
    }
    if (op.operationId === 'decideMediatorLink')
      return (await call('/mediator-links', 'get')).body.items[0].registrationId;
    if (name === 'registrationId' && path.startsWith('/links/')) return known.get('nominee')!;
    if (name === 'registrationId' && path.startsWith('/quotas/')) return known.get('in-quota')!;
    if (name === 'registrationId' && op.operationId.startsWith('listRegistration'))
      return (await call('/registrations/lookup', 'post', example('findRegistration'))).body.registrationId;
    if (name === 'registrationId') {
      // Somebody new each time, since most of these end a registration; but the code's holder for the code.
      const proof = JSON.stringify(example(op.operationId) ?? {}).includes('"code"');
      if (proof || op.operationId === 'getRegistration' || op.operationId === 'correctRegistration')
        return (await call('/registrations/lookup', 'post', example('findRegistration'))).body.registrationId;
      const from = op.operationId === 'moveRegistration' ? 'evt_mau_day' : 'evt_mau_mo';
      const { body } = await call(`/events/${from}/registrations?status=confirmed&limit=50`, 'get');
      return body.items.at(-1).registrationId;
    }
    if (path.startsWith('/broadcasts/')) return known.get('broadcast')!;
    if (name === 'requestId') return known.get('request')!;
    if (name === 'act') return known.get('act')!;
    if (name === 'importId') return known.get('import')!;
    if (name === 'nominationId')
      return (await call('/events/evt_mau_cu/nominations', 'get')).body.items.at(-1).nominationId;
    if (path.startsWith('/links/nominations/{token}/calls/'))
      return (await call(`/links/nominations/${links.nominations}/calls`, 'get')).body.items[0].id;
    if (path.startsWith('/deliveries/')) {
      const { items } = (await call('/deliveries', 'get')).body;
      return items.find((d: { resendable: boolean }) => d.resendable).id;
    }
    if (path.startsWith('/sending/records/')) return (await call('/sending', 'get')).body.records[0].id;
    if (path.startsWith('/calls/')) return (await call('/calls', 'get')).body.items[0].id;
    throw new Error(`Nobody says what {${name}} of ${op.operationId} may be`);
  };

  const steps: Step[] = [];
  for (const { path, method, op } of [...all].sort((a, b) => rank(a) - rank(b))) {
    let url = path;
    for (const [braces, name] of path.matchAll(/\{(\w+)\}/g)) {
      const value = await parameter(op, name!, path).catch((error: Error) => error);
      url = url.replace(
        braces,
        value instanceof Error ? `(${value.message})` : encodeURIComponent(String(value)),
      );
    }
    await before?.({ op, method, url, path });
    const body = bodyOf(op);
    const seen = await ask(url, method, body?.example, body?.type);
    after?.({ op, method, url, path }, seen);
    const answer = answerOf(seen);
    if (op.operationId === 'createForgetRequest') known.set('request', answer.body?.request?.requestId);
    if (op.operationId === 'importList') known.set('import', answer.body?.importId);
    if (op.operationId === 'sendBroadcast') known.set('broadcast', answer.body?.id);
    if (op.operationId === 'nominatePerson')
      known.set('nominee', answer.body?.registrationId ?? answer.body?.id);
    if (op.operationId === 'tickCalls') known.set('act', answer.body?.act);
    if (op.operationId === 'nameInQuota') known.set('in-quota', answer.body?.registrationId);
    if (op.operationId === 'duplicateEvent') known.set('copy', answer.body?.eventId);
    if (op.operationId === 'uploadSignedLetter') known.set('signed', answer.body?.token);
    const promised = Number(Object.keys(op.responses).find((status) => status.startsWith('2')));
    steps.push({ id: op.operationId, promised, path: url, ...answer });
  }
  return steps;
};
