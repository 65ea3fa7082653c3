/**
 * What SES said of a mail later, from the lightest word to the gravest. The gravest stays, whatever comes after it:
 * SES's events come twice and in any order.
 */
export const FEEDBACK = ['delayed', 'undelivered', 'delivered', 'complained', 'rejected', 'bounced'] as const;
export type Feedback = (typeof FEEDBACK)[number];

/** Words after which the person has not got the mail. */
export const NOT_ARRIVED: readonly Feedback[] = ['undelivered', 'rejected', 'bounced'];
/** Words that prove that the mail reached the person's mail server. */
export const ARRIVED: readonly Feedback[] = ['delivered', 'complained'];

/** Part of the write itself, because another event may be recorded at the same time. */
interface Condition {
  if: string;
  values: Record<string, unknown>;
}

/** On condition that the word so far is one of these. */
export const wordIn = (words: readonly Feedback[]): Condition => ({
  if: `feedback IN (${words.map((_, i) => `:word${i}`).join(', ')})`,
  values: Object.fromEntries(words.map((word, i) => [`:word${i}`, word])),
});

/** On condition that the word so far is lighter. */
export const graverThanSoFar = (feedback: Feedback): Condition => {
  const lighter = FEEDBACK.slice(0, FEEDBACK.indexOf(feedback));
  const none = 'attribute_not_exists(feedback)';
  if (!lighter.length) return { if: none, values: {} };
  const { if: one, values } = wordIn(lighter);
  return { if: `(${none} OR ${one})`, values };
};
