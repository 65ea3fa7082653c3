import type { Inquiry } from '../../inquiries/inquiry';
import type { Settings } from '../../platform/world/settings';

/** What the words of a kind are made from. */
export interface InquiryWording<T extends Inquiry = Inquiry> {
  inquiry: T;
  /** The body's personal link. */
  link: string;
  settings: Pick<Settings, 'department' | 'help'>;
  now: number;
}
