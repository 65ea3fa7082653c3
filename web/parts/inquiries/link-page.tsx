import type { Child, FC } from 'hono/jsx';
import type { Inquiry } from '../../../functions/inquiries/inquiry';
import type { Page } from '../../env';
import { QUERY } from '../../query';
import { keepNever } from '../../ui/cache';
import { Button, type FilledForm } from '../../ui/form';
import { Island } from '../../ui/island';
import { PublicPage } from '../../ui/layout';

interface LinkPageProps {
  c: Page;
  form: Pick<FilledForm<string>, 'Errors' | 'Post' | 'errors'>;
  inquiry: Pick<Inquiry, 'title' | 'status' | 'version'>;
  /** Its state, above the title. */
  state: Child;
  /** Where the form goes: the page itself. */
  action: string;
  /** What the body gives, in the middle of a sentence. */
  noun: 'trả lời' | 'giải trình';
  /** Until when it can be changed: `kiến nghị kết thúc`. */
  until: string;
  /** The fields of the form. */
  questions: Child;
  /** What is asked, and what was answered. */
  children: Child;
}

/** The page that a body's personal link opens: what is asked of it, and the form of its answer while it is open. */
export const LinkPage: FC<LinkPageProps> = ({
  c,
  form,
  inquiry: { title, status, version },
  state,
  action,
  noun,
  until,
  questions,
  children,
}) => {
  const open = status === 'asked' || status === 'answered';
  const atBeginning = noun[0]!.toLocaleUpperCase('vi') + noun.slice(1);
  keepNever(c);
  return (
    <PublicPage c={c} title={title} form={open && form} personal bilingual={false}>
      <form.Errors />
      <p>{state}</p>
      <h1>{title}</h1>
      {c.req.query(QUERY.sent) !== undefined && (
        <p role="status" class="notice">
          Đã gửi {noun}. Quý cơ quan có thể thay đổi tại trang này cho đến khi {until}.
        </p>
      )}
      {children}
      {open && (
        <>
          <h2>{status === 'answered' ? `Thay đổi ${noun}` : atBeginning}</h2>
          {/* The page shows the newest answer: sending the form again means that it was seen. */}
          <form.Post
            class="form"
            action={action}
            hidden={form.errors.length > 0 ? { version: String(version) } : {}}
          >
            {questions}
            <Button>Gửi {noun}</Button>
          </form.Post>
        </>
      )}
      <p class="soft small">
        Đường dẫn này dành riêng cho quý cơ quan, vui lòng không chuyển cho người ngoài.
      </p>
      <Island name="form" />
    </PublicPage>
  );
};
