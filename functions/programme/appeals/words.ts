import { showAmount } from '../pledges/words';
import type { AppealSaid, Asked, Gift, Need } from './appeal';
import type { AppealState } from './read';

export const APPEAL_STATE_WORD: Record<AppealState, string> = {
  draft: 'Dự thảo',
  sent: 'Đã gửi',
  late: 'Có cơ quan quá hạn trả lời',
  answered: 'Có trả lời chờ ghi nhận',
  closed: 'Đã kết thúc',
};

export const APPEAL_STANCE_WORD: Record<AppealSaid['stance'], string> = {
  gives: 'Có hỗ trợ',
  declines: 'Chưa hỗ trợ được',
};

/** `Sổ tay hòa giải: 200 cuốn` */
export const needWords = ({ words, amount, measure }: Need): string =>
  `${words}: ${showAmount(amount, measure ? { measure } : {})}`;

/** `Sổ tay hòa giải: 120 cuốn`, as the body gives it. */
export const giftWords = ({ need, amount, words }: Gift, needs: readonly Need[]): string => {
  const asked = needs[need - 1]!;
  return needWords({ ...asked, amount, words: words ?? asked.words });
};

/** How far a body is. */
export const askedState = ({ status, answer, about }: Pick<Asked, 'status' | 'answer' | 'about'>): string => {
  if (status === 'asked') return 'Chờ trả lời';
  if (status === 'withdrawn') return 'Đã thôi đề nghị';
  if (!answer) return 'Đã kết thúc';
  const said = APPEAL_STANCE_WORD[answer.said.stance];
  if (about.taken) return answer.said.gifts.length > 0 ? 'Đã ghi cam kết' : `${said}, đã ghi nhận`;
  return said;
};
