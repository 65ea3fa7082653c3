import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import type { OpenApi } from '../../../functions/api/contract/described';
import type { Seen } from '../../support/seen';
import type { Next } from './walk';

/** The same document, in which no object has a field that it does not name. */
const closed = (of: unknown): unknown => {
  if (Array.isArray(of)) return of.map(closed);
  if (typeof of !== 'object' || of === null) return of;
  const inside = Object.fromEntries(Object.entries(of).map(([name, value]) => [name, closed(value)]));
  const isObject = inside.type === 'object' && typeof inside.properties === 'object';
  return isObject && !('additionalProperties' in inside)
    ? { ...inside, additionalProperties: false }
    : inside;
};

/** Every object within a JSON value, by the names and numbers that lead to it. */
const objectsIn = (json: unknown, at: readonly string[] = []): (readonly string[])[] => {
  if (typeof json !== 'object' || json === null) return [];
  const inside = Object.entries(json).flatMap(([name, value]) => objectsIn(value, [...at, name]));
  return Array.isArray(json) ? inside : [at, ...inside];
};

/** The value once for each object within it, which then has one field more. `*` stands for any item of a list. */
export function* withOneFieldMore(json: unknown): Generator<{ place: string; json: unknown }> {
  for (const at of objectsIn(json)) {
    const copy = structuredClone(json);
    // biome-ignore lint/suspicious/noExplicitAny: any JSON
    const object = at.reduce((value: any, name) => value[name], copy);
    object.undeclared = true;
    yield { place: at.map((name) => (/^\d+$/.test(name) ? '*' : name)).join('.'), json: copy };
  }
}

/** A place of the document as a JSON pointer in an address. */
const pointer = (...parts: string[]): string =>
  `api.json#/${parts.map((part) => encodeURIComponent(part.replaceAll('~', '~0').replaceAll('/', '~1'))).join('/')}`;

type Called = Pick<Next, 'op' | 'method' | 'path'>;

/** Checks what is sent and what is answered against the JSON Schemas of the document. */
export const documented = (api: OpenApi) => {
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  formats.default(ajv);
  ajv.addFormat('binary', true);
  ajv.addSchema(closed(api) as object, 'api.json');
  const made = new Map<string, ValidateFunction>();
  const faults = (at: string, value: unknown): string[] => {
    const validate = made.get(at) ?? ajv.compile({ $ref: at });
    made.set(at, validate);
    return validate(value)
      ? []
      : validate.errors!.map(({ instancePath, message, params }) =>
          [instancePath, message, JSON.stringify(params)].join(' '),
        );
  };
  return {
    /** What is wrong with a JSON body, by the schema of the operation. */
    faultsOfBody: ({ path, method }: Called, body: unknown): string[] =>
      faults(pointer('paths', path, method, 'requestBody', 'content', 'application/json', 'schema'), body),
    /** What of an answer is not in the document: its status, its content type, or something in its JSON. */
    faultsOfAnswer: ({ op, path, method }: Called, { status, headers, json }: Seen): string[] => {
      const answer = op.responses[String(status)];
      if (!answer) return [`status ${status}`];
      const at =
        '$ref' in answer
          ? answer.$ref.slice(2).split('/')
          : ['paths', path, method, 'responses', String(status)];
      const { content = {} } = ('$ref' in answer ? api.components.responses[at.at(-1)!] : answer) as {
        content?: Record<string, unknown>;
      };
      const type = headers.get('content-type')?.split(';')[0];
      if (type === undefined) return Object.keys(content).length ? [`${status} without a content type`] : [];
      if (!(type in content)) return [`content type ${type} of ${status}`];
      return json === undefined ? [] : faults(pointer(...at, 'content', type, 'schema'), json);
    },
  };
};
