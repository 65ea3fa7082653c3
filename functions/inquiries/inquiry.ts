import { table } from '../platform/store/table';
import type { InquiryKind } from './kinds';

/** How an answer reached the organizer; an officer gives it by their account, staff enter those that came by phone or letter. */
export const THROUGH = ['link', 'account', 'phone', 'letter'] as const;
export type Through = (typeof THROUGH)[number];
export type EnteredThrough = Exclude<Through, 'link' | 'account'>;

export const INQUIRY_STATES = ['asked', 'answered', 'closed', 'withdrawn'] as const;
export type InquiryState = (typeof INQUIRY_STATES)[number];

/** One answer. It is stored as an item of its own and never overwritten. */
export interface Answer<Said = unknown> {
  /** The number of the answer, from 1. */
  n: number;
  /** The turn in which it was given. */
  turn: number;
  said: Said;
  at: string;
  through: Through;
  /** The account that gave or entered it. */
  enteredBy?: string;
}

/**
 * Something asked of a body, with a last day, a personal link and an answer. `about` holds the fields of its kind, and
 * `answer` the latest answer.
 */
export interface Inquiry<About = unknown, Said = unknown> {
  pk: string;
  sk: 'inquiry';
  id: string;
  /** Index key of a kind's register. */
  kind: InquiryKind;
  title: string;
  /** Index key of a body's history. */
  bodyId: string;
  /** The body's name when it was asked. */
  bodyName: string;
  about: About;
  /** When it was asked in this turn. */
  askedAt: string;
  /** What the organizer wrote when the body was asked again. */
  againWords?: string;
  /** The last day of an answer in Vietnam, inclusive: `2026-11-17`. */
  dueOn: string;
  /** Rises when it is asked again. The link of an older turn is dead. */
  turn: number;
  tokenHash: string;
  status: InquiryState;
  answer?: Answer<Said>;
  /** When it was answered for the first time. */
  firstAnsweredAt?: string;
  /** What came of it, when it was closed; why, when it was withdrawn. */
  endWords?: string;
  endedAt?: string;
  /** Index key: absent once it is closed or withdrawn. */
  open?: 'open';
  /** The next moment at which a reminder is due; absent where none is to come. */
  lookAt?: string;
  /**
   * Index key: the last day of the next thing that is expected, which is the answer or what the answer promised. Absent
   * where nothing is expected.
   */
  expectedBy?: string;
  sample?: true;
  /** Rises with every answer and every change; each of them names the version that it read. */
  version: number;
  createdAt: string;
  updatedAt: string;
  by?: string;
}

/** An answer as an item. */
export interface AnswerItem extends Answer {
  pk: string;
  sk: string;
  by?: string;
}

/** What the index `expected` shows: of an inquiry, and of what kinds keep beside it. */
const EXPECTED_FIELDS = [
  'id',
  'kind',
  'title',
  'type',
  'bodyId',
  'bodyName',
  'about',
  'status',
  'createdAt',
] as const;

export const inquiriesTable = table<Inquiry>({
  name: 'inquiries',
  key: { pk: 'pk', sk: 'sk' },
  globals: {
    /** The register of a kind, by time. */
    kind: { pk: 'kind', sk: 'createdAt', projection: 'ALL' },
    /** What was asked of one body, by time. */
    body: { pk: 'bodyId', sk: 'createdAt', projection: 'ALL' },
    /** What the clock looks at, by time. */
    look: { pk: 'open', sk: 'lookAt', projection: 'KEYS_ONLY' },
    token: { pk: 'tokenHash', projection: 'KEYS_ONLY' },
    /** What the person of one registration asked or raised, by time. */
    asker: { pk: 'registrationId', sk: 'createdAt', projection: 'ALL' },
    /** What is expected of a body or of the department, by its last day. */
    expected: { pk: 'open', sk: 'expectedBy', projection: EXPECTED_FIELDS },
  },
  stream: true,
});

/** The same table as its index `token` shows it, and its answers. */
export const inquiryKeys = table<Pick<Inquiry, 'pk' | 'sk' | 'tokenHash'>>(inquiriesTable);
export const answerItems = table<AnswerItem>(inquiriesTable);

export const inquiryKey = (id: string) => ({ pk: id, sk: 'inquiry' as const });
export const answerKey = (id: string, n: number) => ({
  pk: id,
  sk: `answer#${String(n).padStart(4, '0')}`,
});
