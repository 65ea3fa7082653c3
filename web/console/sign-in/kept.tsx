import * as z from 'zod';
import type { Page } from '../../env';
import { BUTTON, KEPT, QUERY } from '../../query';
import { Button, type Fields } from '../../ui/form';
import { type KeptForm, keptForm, SendAgain } from '../../ui/kept-form';
import { PublicPage } from '../../ui/layout';
import { wayBack } from './way-back';

/** A form that was sent after the session had ended: it travels through the forms of signing in. */
const Kept = z.object({
  to: z.string().transform(wayBack),
  typed: z.record(z.string(), z.union([z.string(), z.array(z.string())])),
  files: z.array(z.string()),
});

const written = (to: string | undefined, kept: KeptForm): string => JSON.stringify({ to, ...kept });

/** The form that this request brings: as the console passed it on, or as a page of signing in carries it. */
export const keptIn = async (c: Page, fields: Fields<typeof KEPT>): Promise<string | undefined> => {
  if (fields[KEPT]) return fields[KEPT];
  const kept = c.req.query(KEPT) === undefined ? undefined : await keptForm(c);
  return kept && written(c.req.query(QUERY.back), kept);
};

const readKept = (text: string | undefined): z.output<typeof Kept> | undefined => {
  if (!text) return undefined;
  try {
    return Kept.parse(JSON.parse(text));
  } catch {
    return undefined;
  }
};

/** After signing in: the page that was asked for, or the way back to the form with what was filled in. */
export const afterSignIn = (
  c: Page,
  fields: Fields<typeof KEPT | typeof QUERY.back>,
): string | Response | Promise<Response> => {
  const kept = readKept(fields[KEPT]);
  if (!kept) return wayBack(fields[QUERY.back]);
  return c.html(
    <PublicPage c={c} title="Đã đăng nhập" personal bilingual={false}>
      <div class="form">
        <h1>Đã đăng nhập</h1>
        <p>
          Những gì ông/bà đã ghi vẫn còn, nhưng chưa được lưu.
          {kept.files.length > 0 && ' Riêng tệp thì phải chọn lại.'}
        </p>
        <SendAgain c={c} kept={{ typed: kept.typed, files: [] }} action={kept.to}>
          <input type="hidden" name={BUTTON.again} value="1" />
          <Button>Quay lại việc đang làm</Button>
        </SendAgain>
      </div>
    </PublicPage>,
  );
};
