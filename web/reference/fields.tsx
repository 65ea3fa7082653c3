import type { FC } from 'hono/jsx';
import type { JsonSchema } from '../../functions/api/contract/described';
import { Prose } from './prose';

export interface FieldRow {
  /** `sessions[].endsAt` */
  path: string;
  type: string;
  required: boolean;
  notes: string[];
  /** Taken so that what was read may be sent back as it is, and left alone. */
  ignored: boolean;
  /** The named shape it refers to. */
  shape?: string;
}

export const shapeOf = (schema: JsonSchema | undefined): string | undefined =>
  schema?.$ref?.replace('#/components/schemas/', '');

/** A schema's fields, nested ones by their path, in the order in which they are declared. */
export const fieldRows = (schema: JsonSchema, prefix = ''): FieldRow[] => {
  const alternatives = schema.oneOf ?? schema.anyOf ?? schema.allOf;
  if (!schema.properties && alternatives) {
    const rows = alternatives.flatMap((s) => fieldRows(s, prefix));
    return rows.filter((row, i) => rows.findIndex((r) => r.path === row.path) === i);
  }
  return Object.entries(schema.properties ?? {}).flatMap(([name, field]) => {
    const path = prefix + name;
    const inner = field.type === 'array' ? field.items : field;
    return [
      {
        path,
        type: typeWords(field),
        required: schema.required?.includes(name) ?? false,
        notes: noteWords(field),
        ignored: Boolean(field.readOnly),
        shape: shapeOf(field) ?? shapeOf(field.items),
      },
      ...(inner ? fieldRows(inner, field.type === 'array' ? `${path}[].` : `${path}.`) : []),
    ];
  });
};

const typeWords = (s: JsonSchema): string => {
  if (s.$ref) return shapeOf(s)!;
  if (s.const !== undefined) return JSON.stringify(s.const);
  if (s.enum) return s.enum.map((v) => JSON.stringify(v)).join(' | ');
  if (s.type === 'array') return `list of ${s.items ? typeWords(s.items) : 'anything'}`;
  if (s.format === 'date-time') return 'instant';
  const alternatives = s.oneOf ?? s.anyOf;
  if (alternatives) return [...new Set(alternatives.map(typeWords))].join(' or ');
  return s.type ? [s.type].flat().join(' or ') : 'anything';
};

const noteWords = (s: JsonSchema): string[] => {
  const notes: string[] = [];
  const bound = (name: string) => (typeof s[name] === 'number' ? (s[name] as number) : undefined);
  if (s.description) notes.push(s.description);
  const longest = bound('maxLength');
  if (longest) notes.push(`at most ${longest} characters`);
  const [least, most] = [bound('minimum'), bound('maximum')];
  const isLimit = (n: number | undefined) => n !== undefined && Math.abs(n) < Number.MAX_SAFE_INTEGER;
  if (isLimit(least) && isLimit(most)) notes.push(`${least} to ${most}`);
  else if (isLimit(least)) notes.push(`at least ${least}`);
  else if (isLimit(most)) notes.push(`at most ${most}`);
  const items = bound('maxItems');
  if (items) notes.push(`at most ${items} entries`);
  if (s.default !== undefined) notes.push(`${JSON.stringify(s.default)} where absent`);
  return notes;
};

export const FieldTable: FC<{ rows: readonly FieldRow[]; caption: string }> = ({ rows, caption }) => (
  <div class="scroll" role="region" aria-label={caption} tabindex={0}>
    <table class="stacked">
      <caption>{caption}</caption>
      <thead>
        <tr>
          <th scope="col">Field</th>
          <th scope="col">Type</th>
          <th scope="col">Notes</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr>
            <th scope="row">
              <code>{row.path}</code>
            </th>
            <td>{row.shape ? <a href={`#shape-${row.shape}`}>{row.type}</a> : row.type}</td>
            <td>
              <Prose text={[row.required ? 'required' : '', ...row.notes].filter(Boolean).join('; ')} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  </div>
);
