import type { Forgotten } from '../../events/person/forgotten';
import { PERSONAL } from '../../events/person/person-fields';
import type { Change } from '../../platform/audit/change';
import { iso } from '../../platform/time/dates';
import type { Image, StreamRecord } from './record';

/** Bookkeeping: it changes with every write and adds nothing to the history. */
const BOOKKEEPING = new Set([
  'pk',
  'sk',
  'by',
  'version',
  'updatedAt',
  'place',
  'unitPlace',
  'seats',
  'queuedAt',
  'nonce',
  'webPhone',
  'exit',
  'imports',
  // of an account: when its person last signed in, until when a passkey is due, that it is listed
  'signedInAt',
  'passkeyBy',
  'mailedAt',
  'listed',
  'lastAct',
  // of an import or a message to a group: its progress
  'done',
  'counts',
  'undo',
  'lease',
  'open',
  'dueAt',
  'tries',
  'party',
  'forgottenKeys',
  // of a link to law: when its page was looked for; that it is dead is history
  'linkCheck',
  'foundAt',
  'checkAt',
  // of a draft: the hash of what it says
  'digest',
  // of the register: keys of its indexes
  'sortKey',
  'phoneKey',
  // of what is asked of a body: when the clock looks at it, and the key of what is expected
  'lookAt',
  'expectedBy',
]);

/** What is bookkeeping elsewhere: an office's place is no place in a queue. */
const NO_BOOKKEEPING_OF: Record<string, ReadonlySet<string>> = { documents: new Set(['place']) };

/** Personal or secret values: history says that they changed, but not what they were. */
export const HIDDEN: ReadonlySet<string> = new Set([
  ...PERSONAL,
  'answer',
  'said',
  'lastDelegates',
  'code',
  'codeAsked',
  'network',
  'reason',
  'contactName',
  'contactPhone',
  'contactEmail',
  'contacts',
  'guest',
  'mailTroubles',
  'passkeys',
  'setAside',
  // of a message to a group: it may name a person
  'subject',
  'words',
  'tokenHash',
  'qualification',
  'ethnicity',
  'declined',
  'agreed',
  // of a record that was merged: it holds what another record had before
  'merged',
]);
/** An event's reason and contact are printed on its page, an office's details on its documents. */
const PUBLIC_OF: Record<string, ReadonlySet<string>> = {
  documents: new Set(['name', 'phone']),
  events: new Set(['reason', 'contactName', 'contactPhone', 'contactEmail']),
};

/** What is personal in one table alone. */
const HIDDEN_OF: Record<string, ReadonlySet<string>> = {
  // what people raised or asked stands in these fields, and in the copy that a body gets
  inquiries: new Set(['title', 'about']),
  // of an expert: the body, the fields and the days
  programme: new Set(['bodyName', 'topics', 'from', 'to']),
};

const isHidden = (table: string, name: string): boolean =>
  (HIDDEN.has(name) && !PUBLIC_OF[table]?.has(name)) || (HIDDEN_OF[table]?.has(name) ?? false);

const same = (a: unknown, b: unknown): boolean =>
  a === b ||
  (typeof a === 'object' && typeof b === 'object' && JSON.stringify(sorted(a)) === JSON.stringify(sorted(b)));

const sorted = (value: unknown): unknown =>
  Array.isArray(value)
    ? value.map(sorted)
    : value && typeof value === 'object'
      ? Object.fromEntries(
          Object.entries(value)
            .sort(([a], [b]) => (a < b ? -1 : 1))
            .map(([k, v]) => [k, sorted(v)]),
        )
      : value;

/** What differs between two images of one item, without bookkeeping. */
const differences = (
  table: string,
  before: Record<string, unknown> = {},
  after: Record<string, unknown> = {},
): Change['fields'] => {
  const fields: Change['fields'] = {};
  for (const name of new Set([...Object.keys(before), ...Object.keys(after)])) {
    if ((BOOKKEEPING.has(name) && !NO_BOOKKEEPING_OF[table]?.has(name)) || same(before[name], after[name]))
      continue;
    fields[name] = isHidden(table, name)
      ? 'hidden'
      : {
          ...(before[name] !== undefined && { from: before[name] }),
          ...(after[name] !== undefined && { to: after[name] }),
        };
  }
  return fields;
};

/**
 * Seats are counted many times a second, so blocks, pools, summaries and suspects of the ledger are no history. Nor are the
 * refused rows of an import, whose names are deleted after some days, the lists of recipients of a message to a group, the
 * keys that keep names of units apart, and the texts of materials, of which the material's own `textVersion` tells, and
 * the counts of downloads of a day; nor that a mediator was added a moment ago, of which the mediator's own history tells; nor links of
 * registrations to mediators, which keep what was decided about them; nor marks of hand-outs, which say who made them.
 */
const NO_HISTORY = /^(block|pool|summary|look|refused|to|name|text|day|added|class|given)\b/;

/** That a person was forgotten says nothing of what was known about them. */
const forgotten = (before: Image | undefined, after: Image | undefined): Change['fields'] | undefined =>
  after?.forgotten && !before?.forgotten
    ? { forgotten: { to: (after.forgotten as Forgotten).reason } }
    : undefined;

/** What changes while people sign in shares the table with the accounts. */
const isSecret = (table: string, { pk }: { pk: string }) => table === 'accounts' && !pk.startsWith('acc_');

/** A stream's record as history; undefined where only bookkeeping changed. */
export const changeOf = ({ table, before, after, sequence, at }: StreamRecord): Change | undefined => {
  const one = (after ?? before)!;
  if (NO_HISTORY.test(one.sk ?? '') || isSecret(table, one)) return undefined;
  const fields = forgotten(before, after) ?? differences(table, before, after);
  if (Object.keys(fields).length === 0) return undefined;
  return {
    pk: String(one.id ?? one.pk),
    sk: `${iso(at)}#${sequence}`,
    table,
    // A removed item names the actor that wrote it last, not the one that removed it.
    who: String(after?.by ?? 'unknown'),
    what: before && after ? 'changed' : after ? 'created' : 'removed',
    fields,
  };
};
