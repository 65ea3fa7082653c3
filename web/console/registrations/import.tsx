import { listUnits } from '../../../functions/directory/units/list';
import { getEvent } from '../../../functions/events/event/get';
import { readRoom } from '../../../functions/events/event/room';
import { mustStand } from '../../../functions/events/registrations/eligibility';
import { importRows } from '../../../functions/events/rosters/import';
import type { ImportRow } from '../../../functions/events/rosters/import-row';
import { planRows } from '../../../functions/events/rosters/plan-import';
import { PORTION_MS } from '../../../functions/events/rosters/portion';
import { readList } from '../../../functions/events/rosters/read-list';
import { readSheet } from '../../../functions/events/rosters/sheet';
import { Problem } from '../../../functions/platform/problem/problem';
import { seatsIn } from '../../../functions/seats/ledger/room';
import type { Page, Pages } from '../../env';
import { routes } from '../../routes';
import { staffOnly } from '../../ui/console';
import { freshForm } from '../../ui/form';
import { type Fields, orShowAgain, readFile, readForm } from '../../ui/read-form';
import { idOf, rightsOver } from './access';
import { countIn, countsFrom } from './import-counts';
import {
  emptyPreview,
  type ImportForm,
  ImportPage,
  ImportPreviewPage,
  ImportResultPage,
  lookAt,
} from './import-pages';

/** Planned together, so that no more registrations than these are in memory at once. */
const TOGETHER = 500;

const about = async (c: Page) => {
  await rightsOver(c, 'import');
  const world = c.get('world');
  const event = await getEvent(world, idOf(c));
  return { event, units: await listUnits(world) };
};

/** The chosen file, or the pasted text. */
const listOf = async (c: Page, fields: Fields): Promise<string> => {
  const file = await readFile(c);
  if (file && file.size > 0) return readSheet(new Uint8Array(await file.arrayBuffer()));
  return fields.list ?? '';
};

/** What the form says; the account attests what stands on paper, so it must say that it does. */
const readImport = async (c: Page, fields: Fields): Promise<{ form: ImportForm; rows: ImportRow[] }> => {
  const { units } = await about(c);
  const list = await listOf(c, fields);
  const errors = [
    ...(list.trim() ? [] : [{ path: 'list', code: 'list-empty' }]),
    ...(fields.attest === 'on' ? [] : [{ path: 'attest', code: 'attest-required' }]),
    ...(fields.unitId && !units.some((u) => u.id === fields.unitId)
      ? [{ path: 'unitId', code: 'unit-unknown' }]
      : []),
  ];
  if (errors.length) throw new Problem('invalid', 'invalid', {}, errors);
  return { form: { list, unitId: fields.unitId }, rows: await readList(c.get('world'), list) };
};

const preview = async (c: Page, form: ImportForm, rows: readonly ImportRow[]) => {
  const world = c.get('world');
  const { event } = await about(c);
  mustStand(event, world.now());
  const seen = emptyPreview();
  for (let from = 0; from < rows.length; from += TOGETHER)
    for (const row of await planRows(world, event, rows.slice(from, from + TOGETHER), form.unitId))
      lookAt(seen, row);
  const { free } = seatsIn(await readRoom(world, event.id));
  return c.html(<ImportPreviewPage c={c} event={event} form={form} seen={seen} free={free} />);
};

/** As many rows as there is time for, from where the last portion ended; the counts travel along. */
const importPortion = async (
  c: Page,
  form: ImportForm,
  rows: readonly ImportRow[],
  fields: Fields,
  until: number,
) => {
  const { event } = await about(c);
  const from = Math.min(Math.max(0, Math.floor(Number(fields.tu)) || 0), rows.length);
  const done = await importRows(c.get('world'), event.id, rows.slice(from), {
    until,
    ...(form.unitId && { fallback: form.unitId }),
  });
  const counts = countsFrom(fields.dem);
  for (const row of done) countIn(counts, row);
  return c.html(
    <ImportResultPage
      c={c}
      event={event}
      form={form}
      counts={counts}
      refused={done.filter((row) => row.outcome === 'refused')}
      to={from + done.length}
      all={rows.length}
    />,
  );
};

const act = async (c: Page) => {
  await rightsOver(c, 'import');
  const until = c.get('world').now() + PORTION_MS;
  const { fields, typed } = await readForm(c);
  const back = async (form = freshForm('vi', typed)) =>
    c.html(<ImportPage c={c} {...(await about(c))} form={form} />);
  if (fields.buoc === 'sua') return back();
  return orShowAgain(
    freshForm('vi', typed),
    async () => {
      const { form, rows } = await readImport(c, fields);
      return fields.buoc === 'nhap' ? importPortion(c, form, rows, fields, until) : preview(c, form, rows);
    },
    (form) => {
      c.status(422);
      return back(form);
    },
  );
};

/** Console: a list of people into an event, looked at before it is written, and written in portions. */
export const importPages: Pages = (app) => {
  app.get(routes.consoleImport(':id'), staffOnly, async (c) =>
    c.html(<ImportPage c={c} {...(await about(c))} form={freshForm('vi')} />),
  );
  app.post(routes.consoleImport(':id'), staffOnly, act);
};
