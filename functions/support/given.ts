import type { Inquiry } from '../inquiries/inquiry';
import { SUPPORT, type SupportInquiry } from './request';

/** The support that a body gave, of all that was asked of it: each case that it answered, the latest first. Pure. */
export const supportGiven = (asked: readonly Inquiry[]): SupportInquiry[] =>
  asked
    .filter((one): one is SupportInquiry => one.kind === SUPPORT && one.answer !== undefined)
    .sort((a, b) => b.firstAnsweredAt!.localeCompare(a.firstAnsweredAt!));
