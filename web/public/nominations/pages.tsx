import * as z from 'zod';
import { listUnits } from '../../../functions/directory/units/list';
import {
  NomineeInput,
  nominate,
  replaceNominee,
  withdrawNominee,
} from '../../../functions/events/nominations/nominate';
import { checkPasted } from '../../../functions/events/nominations/pasting/check-pasted';
import { nominateRows } from '../../../functions/events/nominations/pasting/nominate-rows';
import { readPasted } from '../../../functions/events/nominations/pasting/read-pasted';
import { type NominationView, readNomination } from '../../../functions/events/nominations/read';
import { isNamed } from '../../../functions/events/registrations/nominees';
import { PORTION_MS } from '../../../functions/events/rosters/portion';
import { readSheet } from '../../../functions/events/rosters/sheet';
import { OUTCOMES, tick } from '../../../functions/outbox/calls/calls';
import { line } from '../../../functions/platform/input/fields';
import { parse } from '../../../functions/platform/input/parse';
import type { FieldError } from '../../../functions/platform/problem/problem';
import { invalid, Problem } from '../../../functions/platform/problem/problem';
import { as } from '../../../functions/platform/world/world';
import type { Page, Pages } from '../../env';
import { atNomineeFields, readNominee } from '../../parts/nominations/read-nominee';
import { readPlaces } from '../../parts/registrations/person-fields';
import { routes } from '../../routes';
import { type FormState, freshForm } from '../../ui/form';
import { type Fields, orShowAgain, readFile, readForm } from '../../ui/read-form';
import { callsOf } from './calls';
import { ReplacePage, TakeOffPage } from './change';
import { backToList, behindLink, personOf, tokenOf } from './frame';
import { PastePage, PreviewPage, ResultPage } from './paste';
import { SlipsPage } from './slip';
import { NominationPage } from './view';

const fresh = (c: Page, values: FormState['values'] = {}) => freshForm(c.get('language'), values);

const showList = async (c: Page, view: NominationView, form: FormState) => {
  const world = c.get('world');
  const [places, calls] = await Promise.all([readPlaces(world), callsOf(world, view.nomination.id)]);
  return c.html(<NominationPage c={c} view={view} places={places} calls={calls} form={form} />);
};

/** Names one person; the form comes back where something is wrong. */
const nameOne = async (c: Page, view: NominationView) => {
  const world = c.get('world');
  const { fields, typed } = await readForm(c);
  const places = await readPlaces(world);
  return orShowAgain(
    fresh(c, typed),
    async () => {
      const registration = await atNomineeFields(() =>
        nominate(world, tokenOf(c), readNominee(fields, places, view.nomination)),
      );
      return backToList(c, { moi: registration.id });
    },
    async (form) => {
      c.status(422);
      // The quota may be used up meanwhile: the list is read again, so that the page says what is true.
      return showList(c, await readNomination(world, tokenOf(c)), form);
    },
  );
};

const replaceOne = async (c: Page, view: NominationView) => {
  const world = c.get('world');
  const person = personOf(c, view);
  const { fields, typed } = await readForm(c);
  const places = await readPlaces(world);
  return orShowAgain(
    fresh(c, typed),
    async () => {
      const substitute = await atNomineeFields(() =>
        replaceNominee(world, tokenOf(c), person.id, readNominee(fields, places, view.nomination)),
      );
      return backToList(c, { thay: substitute.id });
    },
    (form) => {
      c.status(422);
      return c.html(<ReplacePage c={c} view={view} person={person} places={places} form={form} />);
    },
  );
};

const ReasonForm = z.object({ reason: line(300) });

const takeOff = async (c: Page, view: NominationView) => {
  const person = personOf(c, view);
  const { fields, typed } = await readForm(c);
  return orShowAgain(
    fresh(c, typed),
    async () => {
      const { reason } = parse(ReasonForm, { reason: fields.reason ?? '' });
      await withdrawNominee(c.get('world'), tokenOf(c), person.id, reason);
      return backToList(c, { bo: person.id });
    },
    (form) => {
      c.status(422);
      const errors = form.errors.map((e) => (e.code === 'required' ? { ...e, code: 'reason-required' } : e));
      return c.html(<TakeOffPage c={c} view={view} person={person} form={{ ...form, errors }} />);
    },
  );
};

/** The pasted text, or the first sheet of the chosen file. */
const listOf = async (c: Page, fields: Fields): Promise<string> => {
  const file = await readFile(c);
  if (file && file.size > 0) return readSheet(new Uint8Array(await file.arrayBuffer()));
  return fields.list ?? '';
};

/** Preview, mend, confirm: the list travels in the form, so that nothing is kept before it is sure. */
const pasteList = async (c: Page, view: NominationView) => {
  const world = c.get('world');
  const { nomination, event } = view;
  const until = world.now() + PORTION_MS;
  const { fields, typed } = await readForm(c);
  if (fields.buoc === 'sua') return c.html(<PastePage c={c} view={view} form={fresh(c, typed)} />);
  return orShowAgain(
    fresh(c, typed),
    async () => {
      const list = await listOf(c, fields);
      const basis = NomineeInput.shape.basis.safeParse(fields.basis);
      const errors: FieldError[] = [
        ...(list.trim() ? [] : [{ path: 'list', code: 'list-empty' }]),
        ...(basis.success ? [] : [{ path: 'basis', code: 'basis-required' }]),
      ];
      if (!basis.success || errors.length) throw new Problem('invalid', 'invalid', {}, errors);
      if (!view.may.name) throw new Problem('conflict', 'nomination-closed');
      const units = await listUnits(world);
      const rows = await readPasted(world, nomination, list, basis.data).catch((error: unknown) => {
        if (error instanceof Problem && error.kind === 'too-large')
          throw invalid('list', error.code, error.detail);
        throw error;
      });
      if (rows.length === 0) throw invalid('list', 'list-empty');
      const carried = { c, view, units, list, basis: basis.data };
      if (fields.buoc !== 'cu')
        return c.html(<PreviewPage {...carried} rows={await checkPasted(world, nomination, event, rows)} />);
      const results = await nominateRows(as(world, nomination.id), nomination, rows, until);
      return c.html(<ResultPage {...carried} results={results} />);
    },
    (form) => {
      c.status(422);
      return c.html(<PastePage c={c} view={view} form={form} />);
    },
  );
};

/** Ticks a line of the officer's own call list. */
const tickCall = async (c: Page, view: NominationView) => {
  const { fields } = await readForm(c);
  const outcome = parse(z.enum(OUTCOMES), fields.outcome);
  const { id } = view.nomination;
  await tick(as(c.get('world'), id), fields.id ?? '', outcome, (call) => call.owner === id);
  return backToList(c, { bao: '1' });
};

/** The pages behind the link by which a unit or body names its people. No account; the link is the key. */
export const nominationPages: Pages = (app) => {
  const [T, I] = [':token', ':id'];
  app.get(
    routes.nomination(T),
    behindLink((c, view) => showList(c, view, fresh(c, { online: 'no' }))),
  );
  app.post(routes.nomination(T), behindLink(nameOne));

  app.get(
    routes.nominationPaste(T),
    behindLink((c, view) => c.html(<PastePage c={c} view={view} form={fresh(c)} />)),
  );
  app.post(routes.nominationPaste(T), behindLink(pasteList));
  app.post(routes.nominationCall(T), behindLink(tickCall));
  app.get(
    routes.nominationSlips(T),
    behindLink((c, view) => c.html(<SlipsPage c={c} view={view} people={view.people.filter(isNamed)} />)),
  );

  app.get(
    routes.nominationReplace(T, I),
    behindLink(async (c, view) => {
      const places = await readPlaces(c.get('world'));
      const person = personOf(c, view);
      const form = fresh(c, { online: person.online ? 'yes' : 'no' });
      return c.html(<ReplacePage c={c} view={view} person={person} places={places} form={form} />);
    }),
  );
  app.post(routes.nominationReplace(T, I), behindLink(replaceOne));
  app.get(
    routes.nominationWithdraw(T, I),
    behindLink((c, view) =>
      c.html(<TakeOffPage c={c} view={view} person={personOf(c, view)} form={fresh(c)} />),
    ),
  );
  app.post(routes.nominationWithdraw(T, I), behindLink(takeOff));
  app.get(
    routes.nominationSlip(T, I),
    behindLink((c, view) => c.html(<SlipsPage c={c} view={view} people={[personOf(c, view)]} />)),
  );
};
