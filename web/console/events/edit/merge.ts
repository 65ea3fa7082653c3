import { createHash } from 'node:crypto';
import { typedNumber } from '../../../../functions/platform/text/count';
import { typedDate, typedTime } from '../../../../functions/platform/time/typed';
import type { Values } from '../../../ui/form';
import { filledSessions, SEATS, SESSION_PARTS, sessionField, TEXTS, TICKED, TIMES, textAt } from './values';

const sessionsText = (values: Values): string =>
  filledSessions(values)
    .map((row) =>
      SESSION_PARTS.map((part) => {
        const text = textAt(values, sessionField(row, part));
        if (part === 'date') return typedDate(text);
        return part === 'start' || part === 'end' ? typedTime(text) : text;
      }).join('|'),
    )
    .join('\n');

/** Each field as one text, so that two versions of the form can be compared. */
const flat = (values: Values): Record<string, string> => {
  const out: Record<string, string> = {};
  for (const name of [...TEXTS, 'approval']) out[name] = textAt(values, name).replace(/\r\n?/g, '\n');
  for (const name of [...Object.keys(SEATS), 'promotionHours']) {
    const text = textAt(values, name);
    out[name] = String(typedNumber(text) ?? text);
  }
  for (const name of TIMES)
    out[name] = [typedDate(textAt(values, `${name}.date`)), typedTime(textAt(values, `${name}.time`))]
      .join(' ')
      .trim();
  for (const name of TICKED) out[name] = [values[name] ?? []].flat().filter(Boolean).sort().join(' ');
  out.sessions = sessionsText(values);
  return out;
};

const mark = (text: string) => createHash('sha256').update(text).digest('base64url').slice(0, 6);

/** Short hashes of each field as the editor first saw it; they travel with the form. */
export const marksOf = (values: Values): string =>
  Object.entries(flat(values))
    .map(([name, text]) => `${name}:${mark(text)}`)
    .join(' ');

export interface Merged {
  /** What the form shows now. */
  values: Values;
  /** Fields that only the other editor changed: theirs is taken. */
  taken: string[];
  /** Fields that both changed: ours stays in the form, theirs is shown. */
  disputed: { name: string; theirs: string }[];
}

/**
 * Two editors: what the second typed is kept, what only the first changed is taken over, and what both
 * changed is shown for the second to decide.
 * @param marks of the form as the second editor first saw it
 */
export const mergeEdits = (marks: string, mine: Values, theirs: Values): Merged => {
  const before = Object.fromEntries(marks.split(' ').map((m) => m.split(':') as [string, string]));
  const [a, b] = [flat(mine), flat(theirs)];
  const merged: Merged = { values: { ...mine }, taken: [], disputed: [] };
  for (const name of Object.keys(b)) {
    if (a[name] === b[name] || before[name] === mark(b[name]!)) continue;
    if (before[name] === mark(a[name]!)) {
      merged.taken.push(name);
      const parts = Object.keys({ ...mine, ...theirs }).filter((n) => n === name || n.startsWith(`${name}.`));
      for (const part of parts) merged.values[part] = theirs[part];
    } else merged.disputed.push({ name, theirs: b[name]! });
  }
  return merged;
};
