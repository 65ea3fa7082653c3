/** The most bytes that Lambda takes as an answer. */
export const LARGEST_ANSWER = 6_291_556;

/**
 * What Lambda sends of that which a handler returned: JSON, of bounded size.
 * @throws Error where it is larger than `LARGEST_ANSWER`
 */
export const sentAnswer = <Answer>(answer: unknown): Answer => {
  const json = JSON.stringify(answer);
  if (json === undefined) return undefined as Answer;
  if (Buffer.byteLength(json) > LARGEST_ANSWER) throw new Error('Lambda takes no answer of more than 6 MB');
  return JSON.parse(json);
};
