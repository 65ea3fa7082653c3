import { expect, test } from 'vitest';
import { LARGEST_ANSWER, sentAnswer } from '../support/built/answer';

/** An answer whose JSON has so many bytes. */
const ofBytes = (bytes: number, letter: string) =>
  letter.repeat((bytes - '""'.length) / Buffer.byteLength(letter));

test('an answer goes as far as Lambda takes it, in bytes and not in letters', () => {
  expect(sentAnswer({ status: 200, body: undefined })).toEqual({ status: 200 });
  expect(sentAnswer(undefined)).toBeUndefined();
  for (const letter of ['a', 'é']) {
    expect(sentAnswer(ofBytes(LARGEST_ANSWER, letter))).toHaveLength(
      (LARGEST_ANSWER - 2) / Buffer.byteLength(letter),
    );
    expect(() => sentAnswer(ofBytes(LARGEST_ANSWER + 2, letter))).toThrow('6 MB');
  }
});
