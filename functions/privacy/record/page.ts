import {
  CLOCK_CLASSES,
  type ClockClass,
  FIXED_TERMS,
  type FixedClass,
  type FixedTerm,
  USUAL_DAYS,
} from '../retention/classes';
import { documents } from './documents';
import { inquiries } from './inquiries';
import { GROUNDS, type Kept, type KeptOf, SEEN_BY } from './kept-of';
import { messages } from './messages';
import { notices } from './notices';
import { others } from './others';
import { participants } from './participants';
import { registered } from './registered';
import { requests } from './requests';

/** Every kind of item that says something of people. */
export const EVERY_KIND: readonly KeptOf[] = [
  ...participants,
  ...notices,
  ...messages,
  ...requests,
  ...registered,
  ...documents,
  ...inquiries,
  ...others,
];

const days = (n: number) => `${n.toLocaleString('en')} days`;

const CLOCK_WORDS = (kind: ClockClass) =>
  `class \`${kind}\`: ${days(USUAL_DAYS[kind])} after the event, a setting`;

const HOW: Record<FixedTerm['by'], string> = {
  expiry: 'by expiry',
  lifecycle: 'by a rule of the bucket',
  'log-group': '`logDays` of the stage',
  backup: 'by the backup plan',
  clock: 'by the clock',
  nothing: '',
};

const NO_TERM: Partial<Record<Kept, string>> = {
  account: 'while the account stands',
  directory: 'while the body works with the department',
  register: 'while the person is a mediator, and afterwards as the decisions about them are kept',
  event: 'with the event, as official documents are kept',
  exports: 'no copy is kept',
  tombstones: 'for good: hashes and ids, which name no person',
  sessions: 'hours or days, by expiry',
  logs: HOW['log-group'],
};

const isClock = (kept: Kept): kept is ClockClass => (CLOCK_CLASSES as readonly Kept[]).includes(kept);

const keptWords = (kept: Kept): string => {
  if (isClock(kept)) return CLOCK_WORDS(kept);
  const term: FixedTerm | undefined = FIXED_TERMS[kept as FixedClass];
  return term?.days ? `${days(term.days)}, ${HOW[term.by]}` : (NO_TERM[kept] ?? '');
};

const tableOf = (head: readonly string[], rows: readonly (readonly string[])[]) => {
  const widths = head.map((_, i) => Math.max(...[head, ...rows].map((cells) => cells[i]!.length)));
  const row = (cells: readonly string[]) =>
    `| ${cells.map((cell, i) => cell.padEnd(widths[i]!)).join(' | ')} |`;
  return [row(head), row(widths.map((width) => '-'.repeat(width))), ...rows.map(row)].join('\n');
};

const section = ({ table, item, whose, ground, seenBy, kept, why }: KeptOf): string =>
  [
    `### ${table}: ${item}`,
    '',
    `- **Of**: ${whose}`,
    `- **Ground**: ${GROUNDS[ground]}`,
    `- **Seen by**: ${SEEN_BY[seenBy]}`,
    `- **Kept**: ${keptWords(kept)}`,
    '',
    tableOf(
      ['field', 'why'],
      Object.entries(why).flatMap(([name, words]) => (words === null ? [] : [[`\`${name}\``, words]])),
    ),
    '',
  ].join('\n');

/** The record of processing as docs/processing.md holds it. */
export const processingPage = (): string =>
  [
    '# Record of processing',
    '',
    'Which personal data the system keeps, why, on what ground, who sees them, and for how long (Law 91/2025/QH15).',
    'Written by `npm run processing` from the types of the stored items: do not edit it. Every attribute of these',
    'types is marked in `functions/privacy/record`; a new one does not compile without a mark. A person whose data are',
    '_restricted_ is shown to admins alone, whatever stands here.',
    '',
    '## How long',
    '',
    tableOf(
      ['class', 'term'],
      [...CLOCK_CLASSES, ...(Object.keys(FIXED_TERMS) as FixedClass[])].map((kept) => [
        `\`${kept}\``,
        isClock(kept)
          ? `${days(USUAL_DAYS[kept])} after the event; a setting of the console`
          : keptWords(kept),
      ]),
    ),
    '',
    '## What, why, who',
    '',
    ...EVERY_KIND.map(section),
  ]
    .join('\n')
    .trimEnd()
    .concat('\n');
