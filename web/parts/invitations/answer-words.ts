import { copy, type Language } from '../../copy/copy';

/** The public words address the body; the console's words are about it. */
const OF_THE_BODY = { question: 'Cơ quan có tham dự không?', support: 'Cơ quan hỗ trợ' };

export const answerWords = (language: Language, byStaff?: boolean) => ({
  ...copy(language).invitations,
  ...(byStaff && OF_THE_BODY),
});
