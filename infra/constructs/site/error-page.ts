import { dialPhone, showPhone } from '../../../functions/platform/text/phone';
import type { Stage } from '../../stages/stage';

/** Where the page stands that CloudFront shows when the site does not answer. */
export const ERROR_PAGE = 'static/loi/khong-tra-loi.html';

const WORDS = {
  busy: {
    title: 'Trang chưa trả lời được',
    body: 'Hệ thống đang bận hoặc đường truyền bị gián đoạn. Vui lòng quay lại trang trước và thử lại sau một phút. Nếu vừa gửi biểu mẫu, vui lòng kiểm tra xem đã gửi được chưa trước khi gửi lần nữa.',
    english: 'The site does not answer at the moment. Please go back and try again in a minute.',
  },
  tooMany: {
    title: 'Quá nhiều lượt truy cập',
    body: 'Từ mạng của ông/bà đang có quá nhiều lượt truy cập. Vui lòng chờ năm phút rồi thử lại.',
    english: 'Too many requests from your network. Please wait five minutes and try again.',
  },
  tooLarge: {
    title: 'Nội dung gửi lên quá lớn',
    body: 'Tệp gửi lên được nhiều nhất 4 MB. Vui lòng quay lại trang trước và chọn tệp nhỏ hơn.',
    english:
      'What was sent is too large: a file may have 4 MB at most. Please go back and choose a smaller one.',
  },
} as const;

const escaped = (text: string) =>
  text.replace(/[&<>"]/g, (c) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[c]!);

/** A page that stands without the application: its style is in it. Where the application did not answer, no other can. */
export const errorPage = ({ help }: Pick<Stage, 'help'>, which: keyof typeof WORDS): string => {
  const { title, body, english } = WORDS[which];
  return `<!doctype html><html lang="vi"><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>${title} - Nhịp Cầu</title>
<style>body{margin:0;background:#fdfcf8;color:#17211e;font:1.125rem/1.6 system-ui,sans-serif}header{background:#07413a;color:#fff;padding:1rem;font-weight:700}main{max-width:38rem;margin:0 auto;padding:1rem;overflow-wrap:anywhere}h1{font-size:1.6rem;line-height:1.3}a{color:#0b5d4e}a[href^=tel]{white-space:nowrap}</style>
<header>Nhịp Cầu</header><main><h1>${title}</h1><p>${body}</p><p>Cần giúp đỡ, vui lòng gọi ${escaped(help.name)}: <a href="tel:${dialPhone(help.phone)}">${showPhone(help.phone)}</a>.</p><p lang="en">${english}</p></main></html>`;
};
