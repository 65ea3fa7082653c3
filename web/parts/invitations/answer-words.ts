import { copy, type Language } from '../../copy/copy';

/** The public words speak to the body; the console's speak of it. */
const OF_THE_BODY = { question: 'Cơ quan có tham dự không?', support: 'Cơ quan hỗ trợ' };

export const answerWords = (language: Language, byStaff?: boolean) => ({
  ...copy(language).invitations,
  ...(byStaff && OF_THE_BODY),
});
