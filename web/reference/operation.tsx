import type { FC } from 'hono/jsx';
import {
  bodyOf,
  type Described,
  type JsonSchema,
  type OpenApi,
} from '../../functions/api/contract/described';
import { FieldTable, fieldRows, shapeOf } from './fields';
import { Prose } from './prose';

interface OperationProps {
  api: OpenApi;
  origin: string;
  method: string;
  path: string;
  op: Described;
}

/** An empty choice beside the others: a token may be left out. */
const needsToken = ({ security }: Pick<Described, 'security'>): boolean =>
  security.length > 0 && security.every((choice) => Object.keys(choice).length > 0);

const whoCalls = (op: Pick<Described, 'security'>): string => {
  if (needsToken(op)) return 'staff: token or session';
  return op.security.length ? 'public; staff: token or session' : 'public: no token needed';
};

/** One call: where, who may, what goes in, how it is sent, what comes back. */
export const OperationEntry: FC<OperationProps> = ({ api, origin, method, path, op }) => {
  const body = bodyOf(op);
  const bodyRows = body ? fieldRows(resolve(api, body.schema)) : [];
  const fields = bodyRows.filter((row) => !row.ignored);
  const ignored = bodyRows.filter((row) => row.ignored).map((row) => row.path);
  return (
    <section class="operation" id={op.operationId} aria-labelledby={`${op.operationId}-name`}>
      <h3 id={`${op.operationId}-name`}>{op.summary}</h3>
      <p>
        <strong>{method.toUpperCase()}</strong> <code>/api{path}</code>
      </p>
      <p class="soft small">
        <code>{op.operationId}</code> · {whoCalls(op)}
      </p>
      {op.description && (
        <p>
          <Prose text={op.description} />
        </p>
      )}
      {op.parameters && <FieldTable caption={`Parameters of ${op.operationId}`} rows={parameterRows(op)} />}
      {fields.length > 0 && <FieldTable caption={`Body of ${op.operationId}`} rows={fields} />}
      {ignored.length > 0 && (
        <p>
          What only an answer tells may be sent back and is ignored: <code>{ignored.join(', ')}</code>.
        </p>
      )}
      <p>For example:</p>
      <pre class="snippet">{curl(origin, method, path, op)}</pre>
      <h4>Answers</h4>
      <ul>
        {Object.entries(op.responses).map(([status, response]) => {
          const refused = '$ref' in response;
          const schema = refused ? undefined : response.content?.['application/json']?.schema;
          const types = refused ? [] : fileTypes(op, status);
          const words = refused ? refusal(api, response.$ref).description : response.description;
          return (
            <li>
              <strong>{status}</strong> {words} <AnswerShape schema={schema} />
              {types.length > 0 && <code>{types.join(' | ')}</code>}
            </li>
          );
        })}
      </ul>
    </section>
  );
};

const AnswerShape: FC<{ schema: JsonSchema | undefined }> = ({ schema }) => {
  if (!schema) return null;
  const items = schema.properties?.items?.items;
  const name = shapeOf(schema) ?? shapeOf(items);
  if (name)
    return (
      <span>
        {items ? 'Items: ' : ''}
        <a href={`#shape-${name}`}>{name}</a>
      </span>
    );
  const fields = fieldRows(schema).map((row) => row.path);
  return fields.length ? <code>{`{ ${fields.join(', ')} }`}</code> : null;
};

/** The content types of the file that a call answers; none where it answers JSON. */
const fileTypes = (op: Described, status: string): string[] => {
  const response = op.responses[status]!;
  const types = '$ref' in response ? [] : Object.keys(response.content ?? {});
  return types.filter((type) => type !== 'application/json');
};

const resolve = (api: OpenApi, schema: JsonSchema): JsonSchema =>
  api.components.schemas[shapeOf(schema) ?? ''] ?? schema;

const refusal = (api: OpenApi, ref: string) =>
  api.components.responses[ref.replace('#/components/responses/', '')] as { description: string };

const parameterRows = (op: Described) =>
  fieldRows({
    properties: Object.fromEntries(
      (op.parameters ?? []).map((p) => [p.name, { ...p.schema, description: p.description }]),
    ),
    required: (op.parameters ?? []).filter((p) => p.required).map((p) => p.name),
  });

/** The example as a line to paste into a shell. Apostrophes end a quoted word there, so they are closed. */
export const curl = (origin: string, method: string, path: string, op: Described): string => {
  const url = path.replace(/\{(\w+)\}/g, (_, name: string) =>
    String(op.parameters?.find((p) => p.name === name)?.example ?? `{${name}}`),
  );
  // A file is kept under the name that the answer gives it.
  const keep = Object.keys(op.responses).some((status) => fileTypes(op, status).length) ? ' -OJ' : '';
  return [
    `curl${keep}${method === 'get' ? '' : ` -X ${method.toUpperCase()}`} '${origin}/api${url}'`,
    ...(op.security.length ? [`  -H "Authorization: Bearer $TOKEN"`] : []),
    ...bodyLines(op),
  ].join(' \\\n');
};

const quoted = (text: string): string => `'${text.replaceAll("'", `'\\''`)}'`;

const bodyLines = (op: Described): string[] => {
  const body = bodyOf(op);
  if (!body || body.example === undefined) return [];
  if (body.type === 'multipart/form-data')
    return Object.entries(body.example as Record<string, string>).map(
      ([name, text]) => `  --form-string ${quoted(`${name}=${text}`)}`,
    );
  return [`  -H 'Content-Type: application/json'`, `  -d ${quoted(JSON.stringify(body.example, null, 2))}`];
};
