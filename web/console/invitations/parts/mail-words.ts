import type { MailState } from '../../../../functions/notices/invitation-mail-state';
import { FEEDBACK, STATES } from '../../../parts/notices/words';

/** The state of a mail or a call, in the words of the notices. */
const WORDS: Record<MailState, { words: string; tag: string }> = {
  ...STATES,
  ...FEEDBACK,
  'not-sent': { words: 'Chưa gửi', tag: 'grey' },
  waiting: STATES.due,
};

export const mailWords = (state: MailState): { words: string; tag: string } => {
  const { words, tag } = WORDS[state];
  return { words, tag: `tag ${tag}`.trim() };
};
