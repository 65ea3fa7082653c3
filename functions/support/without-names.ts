import { invalid } from '../platform/problem/problem';
import type { QuestionInput } from './request';
import { seemsPersonal } from './seems-personal';

/**
 * Lets through only what seems to name no party. A number is refused always; what looks like a name may be that of a place,
 * so the person who wrote it can say that it is none.
 * @throws Problem invalid `support-number` or `support-name` at `words`
 */
export const mustNameNoParty = ({
  words,
  namesChecked,
}: Pick<QuestionInput, 'words' | 'namesChecked'>): void => {
  const found = seemsPersonal(words);
  if (found.some(({ kind }) => kind !== 'name')) throw invalid('words', 'support-number');
  if (found.length > 0 && !namesChecked) throw invalid('words', 'support-name');
};
