import type { ClockClass, FixedClass } from '../retention/classes';

/** Who sees what is kept. */
export const SEEN_BY = {
  organizers: 'organizers and admins; officers of the area; the person with code and phone',
  organizersAlone: 'organizers and admins',
  unit: 'the unit that named them, by its link or account; organizers and admins; officers of the area',
  body: 'the invited body, by its link; organizers and admins',
  register: 'organizers and admins; officers of the area',
  staff: 'staff',
  admins: 'admins',
  public: 'everybody: it stands on a public page or on a letter',
  engineers: 'engineers with AWS credentials',
} as const;

/** On what ground of the Law on Personal Data Protection (91/2025/QH15). */
export const GROUNDS = {
  consent: 'consent, or the ground that the registration has (`consent`)',
  task: 'the task of the department by the law on grassroots mediation: to guide and train mediators',
  office: 'the office that the person holds: they act for a body or a unit',
  employment: 'the duty of staff of the department or of a unit',
  evidence: 'the duty to prove what was done and told',
} as const;

/** How long. A class of retention, or what ends it. */
export type Kept = ClockClass | FixedClass | 'account' | 'directory' | 'event' | 'register';

/**
 * One kind of item that says something of people. Every attribute of its type is marked: a new attribute does not compile
 * before its author has said whether it says something of a person, and why it is kept.
 */
export interface KeptOf {
  table: string;
  /** The kind of item, in words. */
  item: string;
  /** Of which people. */
  whose: string;
  ground: keyof typeof GROUNDS;
  seenBy: keyof typeof SEEN_BY;
  kept: Kept;
  /** Why each attribute is kept; null where it says nothing of a person. */
  why: Readonly<Record<string, string | null>>;
}

/** Marks every attribute of a type. */
export const keptOf = <T extends object>(
  kind: Omit<KeptOf, 'why'> & { why: Record<keyof Required<T>, string | null> },
): KeptOf => kind;
