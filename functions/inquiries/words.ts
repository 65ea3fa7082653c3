import type { Through } from './inquiry';

/** How an answer came. */
export const WAY: Record<Through, string> = {
  link: 'bằng đường dẫn riêng',
  account: 'trên hệ thống',
  phone: 'qua điện thoại',
  letter: 'bằng công văn',
};
