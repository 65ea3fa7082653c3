import * as z from 'zod';
import { XLSX } from '../../platform/files/download';
import { optional } from '../../platform/input/fields';
import { type FieldError, Problem } from '../../platform/problem/problem';
import { sheetsOfFile } from '../../platform/sheets/read-file';
import { ImportSaid, importMediators, previewMediators } from '../../register/importing/import-mediators';
import { mediatorSample } from '../../register/importing/sample-file';
import { operation } from '../contract/operation';

const Note = z.object({ path: z.string(), code: z.string() });
const coded = (errors: readonly FieldError[]) => errors.map(({ path, code }) => ({ path, code }));

/** What is wrong with a list, at the field that it came in. */
const atItsField = async <T>(field: 'file' | 'text', read: () => Promise<T>): Promise<T> => {
  try {
    return await read();
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    const fields = error.fields.map((one) => (one.path === 'list' ? { ...one, path: field } : one));
    throw new Problem(error.kind, error.code, error.detail, fields);
  }
};

const Outcome = z
  .object({
    columns: z.array(z.object({ heading: z.string(), readAs: z.string().nullable() })),
    teams: z
      .array(z.object({ id: z.string(), name: z.string(), unitId: z.string() }))
      .describe('That are added'),
    rows: z.array(
      z.object({
        row: z.number().describe('Its number in the list, from 1'),
        written: z.string(),
        outcome: z
          .enum(['new', 'known', 'refused'])
          .describe('`known`: the register has this person in this team, and keeps what it has'),
        mediatorId: z.string().optional().describe('Of who is known'),
        teamName: z.string().optional(),
        differs: z.array(z.string()).describe('What the row says otherwise than the register'),
        errors: z.array(Note),
        notes: z.array(Note).describe('What was read in part, or left out'),
      }),
    ),
  })
  .meta({ id: 'MediatorList' });

export const operations = [
  operation({
    id: 'getMediatorSample',
    method: 'get',
    path: '/mediators/import/sample',
    tag: 'Register',
    summary: 'A list of mediators to be filled in, as an Excel file',
    description: 'Heads, one example and the values that are taken. `importMediators` reads it.',
    who: 'staff',
    status: 200,
    file: [XLSX],
    run: ({ world, account }) => mediatorSample(world, account),
  }),
  operation({
    id: 'importMediators',
    method: 'post',
    path: '/mediators/import',
    tag: 'Register',
    summary: 'Import a list of mediators',
    description:
      'The parts of a form, with a `file` (.xlsx, .csv) or a `text`; at most 500 rows. Teams are found by name in their commune, or added. Who is in the register stays as they are, so a list may be sent again. With `preview` nothing is written. The column of ethnic origin is kept for admins alone, with `agreedOn` and `agreedBy`.',
    who: 'staff',
    body: z
      .strictObject({
        ...ImportSaid.shape,
        file: optional(z.file()).describe('.xlsx or .csv'),
        text: optional(z.string().max(500_000, 'too-long')).describe(
          'Pasted from a spreadsheet, in the place of a file',
        ),
        preview: z.literal('true').optional(),
      })
      .superRefine(({ file, text }, context) => {
        if (!file === !text) context.addIssue({ code: 'custom', path: ['file'], message: 'file-or-text' });
      }),
    parts: true,
    example: {
      text: 'Họ và tên\tNăm sinh\tSố QĐ công nhận\tNgày\tTổ hòa giải\tXã\nĐỗ Thị Mẫu Nhập\t1970\t12/QĐ-UBND\t12/10/2019\tẤp mẫu 1\tXã Định An',
      preview: 'true',
    },
    status: 200,
    answer: Outcome,
    run: async ({ world, account, body: { file, text = '', preview, ...said } }) => {
      const act = preview ? previewMediators : importMediators;
      const plan = await atItsField(file ? 'file' : 'text', async () => {
        const source = file ? await sheetsOfFile(new Uint8Array(await file.arrayBuffer())) : text;
        return act(world, { account, source, said });
      });
      return {
        columns: plan.columns.map(({ heading, readAs }) => ({ heading, readAs })),
        teams: plan.teams.map(({ id, name, unitId }) => ({ id, name, unitId })),
        rows: plan.rows.map((one) => ({
          row: one.row,
          written: one.written,
          outcome: one.outcome,
          mediatorId: one.knownId,
          teamName: one.team?.name,
          differs: [...one.differs],
          errors: coded(one.errors),
          notes: coded(one.notes),
        })),
      };
    },
  }),
];
