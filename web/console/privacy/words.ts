import { FORGET_REASONS, type ForgetReason } from '../../../functions/events/person/forgotten';
import type { Forgetting } from '../../../functions/privacy/forgetting';

export const REASON: Record<ForgetReason, string> = {
  asked: 'Người đó yêu cầu xóa',
  'consent-withdrawn': 'Người đó rút lại đồng ý',
  'not-needed': 'Không còn cần cho mục đích đã nêu',
};
export const REASONS = FORGET_REASONS.map((value) => ({ value, label: REASON[value] }));

export const STATE: Record<Forgetting['state'], { words: string; tag: string }> = {
  running: { words: 'Đang xóa', tag: 'tag sun' },
  again: { words: 'Đã xóa, sẽ rà lại', tag: 'tag sky' },
  done: { words: 'Đã xóa xong', tag: 'tag' },
};
