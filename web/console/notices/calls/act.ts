import * as z from 'zod';
import { callScope, inScope } from '../../../../functions/notices/may';
import { linesOf, MOST_AT_ONCE, tickable, tickMany, undoAct } from '../../../../functions/outbox/calls/acts';
import { OUTCOMES } from '../../../../functions/outbox/calls/calls';
import { noteOnCall } from '../../../../functions/outbox/calls/note';
import { line } from '../../../../functions/platform/input/fields';
import { parse } from '../../../../functions/platform/input/parse';
import { newToken } from '../../../../functions/platform/keys/ids';
import { invalid, missing } from '../../../../functions/platform/problem/problem';
import type { Handler, Page } from '../../../env';
import { QUERY } from '../../../query';
import { type Posted, readForm } from '../../../ui/form';
import { actOf, DO, DONE_AT, FIELD, shownIn } from './acting';
import { addressOf, askedOf } from './asked';
import { readShown } from './read';

/** Back to the list as it was, beside the line that was worked on. */
const back = (c: Page, next: string | undefined, also: Record<string, string>) => {
  const asked = askedOf(c);
  const query = { ...also, [QUERY.nextLine]: next };
  return c.redirect(`${addressOf(asked, { page: asked.page }, query)}#${DONE_AT}`, 303);
};

const mayIn = async (c: Page) => inScope(await callScope(c.get('world'), c.get('account')));

const tickThese = async (c: Page, { fields, typed }: Posted, ids: readonly string[], outcome: string) => {
  const { at: seenAt, nonce = newToken() } = shownIn(fields);
  const { lines, unknown } = await linesOf(c.get('world'), ids.slice(0, MOST_AT_ONCE), await mayIn(c));
  if (lines.length === 0 && unknown.length > 0) throw missing('call');
  const act = await tickMany(c.get('world'), {
    nonce: actOf(nonce, outcome, ...[...ids].sort()),
    outcome: parse(z.enum(OUTCOMES), outcome),
    lines: lines.map(tickable),
    seenAt,
  });
  return back(c, String(typed[QUERY.nextLine] ?? '') || undefined, { [QUERY.callTicked]: act.pk });
};

/** All lines that the filter shows, as far as they stood there when the page was shown. */
const tickAll = async (c: Page, { fields }: Posted) => {
  const asked = askedOf(c);
  const { at: seenAt, nonce = newToken() } = shownIn(fields);
  const { lines } = await readShown(c, asked);
  const then = lines.filter(({ dueAt }) => !seenAt || dueAt <= seenAt);
  const act = await tickMany(c.get('world'), {
    nonce: actOf(nonce, DO.allTold, addressOf(asked)),
    outcome: 'told',
    lines: then.map(tickable),
    seenAt,
  });
  return back(c, undefined, { [QUERY.callTicked]: act.pk });
};

const undo = async (c: Page, { fields }: Posted) => {
  const count = await undoAct(c.get('world'), fields[FIELD.act] ?? '');
  return back(c, fields[QUERY.nextLine], { [QUERY.callUndone]: String(count) });
};

const NoteInput = z.object({ [FIELD.note]: line(300) });

const note = async (c: Page, { fields }: Posted) => {
  const { id = '' } = fields;
  const { [FIELD.note]: text } = parse(NoteInput, { [FIELD.note]: fields[FIELD.note] ?? '' });
  await noteOnCall(c.get('world'), id, text, await mayIn(c));
  return back(c, id, { [QUERY.callNoted]: '1' });
};

/** The forms of the call list: one line, those that are ticked, all of a filter, taking back, a note. */
export const actOnCalls: Handler = async (c) => {
  const posted = await readForm(c);
  const { fields, typed } = posted;
  const act = fields[QUERY.act];
  if (act === DO.allTold) return tickAll(c, posted);
  if (act === DO.undo) return undo(c, posted);
  if (act === DO.note) return note(c, posted);
  if (act === undefined) return tickThese(c, posted, [fields.id ?? ''], fields.outcome ?? '');
  const ids = [typed[QUERY.chosen] ?? []].flat().map(String);
  if (ids.length === 0) throw invalid(QUERY.chosen, 'nobody-chosen');
  return tickThese(c, posted, ids, act === DO.told ? 'told' : 'not-reached');
};
