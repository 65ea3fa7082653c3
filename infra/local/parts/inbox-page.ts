import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { SIGN_IN } from '../../demo/accounts';

/** What the inbox does not say itself: whose mails these are, and where a code stands. */
const NOTE = `
    <div style="border: 2px solid; border-radius: 8px; padding: 0 1rem; margin: 1rem 0">
        <p lang="vi"><b>Hộp thư của bản chạy trên máy này: mọi thư hệ thống gửi đi đều nằm ở đây.</b>
            Mã đăng nhập gồm 8 chữ và số, trong thư mới nhất có tiêu đề “Mã đăng nhập Nhịp Cầu”. Thư chỉ có sau khi
            nhập địa chỉ ${SIGN_IN} ở trang đăng nhập. Bấm vào thư để đọc cả thư.</p>
        <p lang="en"><b>The inbox of this machine: every mail that the system sends is here.</b>
            The sign-in code has 8 letters and digits. It stands in the newest mail, “Mã đăng nhập Nhịp Cầu”. It comes
            after you have entered ${SIGN_IN} on the sign-in page. Click a mail to read it.</p>
    </div>
`;

/** The package's page with our note above its mails. @throws Error where the page is not as it was */
export const inboxPage = async (): Promise<string> => {
  const entry = createRequire(import.meta.url).resolve('aws-ses-v2-local');
  const page = await readFile(join(dirname(entry), '../static/index.html'), 'utf8');
  const at = page.indexOf('<div id="content">');
  if (at < 0) throw new Error('The page of the inbox has no place for its note');
  return page.slice(0, at) + NOTE + page.slice(at);
};
