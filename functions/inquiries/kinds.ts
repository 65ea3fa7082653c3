import type { Reminding } from './days';

/** The days on which bodies are reminded, by kind. */
const REMINDING: Record<string, Reminding> = {
  recommendation: { before: [7, 2], after: [1, 7, 14] },
};

export const remindingOf = (kind: string): Reminding => {
  const reminding = REMINDING[kind];
  if (!reminding) throw new Error(`no reminding for ${kind}`);
  return reminding;
};
