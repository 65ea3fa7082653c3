import type { FC } from 'hono/jsx';
import {
  draftRequest,
  sendWithoutLetter,
  signedRequest,
  signRequest,
} from '../../../functions/events/nominations/letter/request-letter';
import type { QuotaView } from '../../../functions/events/nominations/read';
import { invalid } from '../../../functions/platform/problem/problem';
import { showCount } from '../../../functions/platform/text/count';
import type { Handler, Page } from '../../env';
import { QUOTA, withQuery } from '../../query';
import { routes } from '../../routes';
import { sendFile } from '../../ui/download';
import { Button, type FieldSpec, type FormState, fillForm, freshForm, readFile } from '../../ui/form';
import { idOf, mustGive } from './access';

export const requestFields = () =>
  ({ file: { as: 'file', accept: 'application/pdf' } }) satisfies Record<string, FieldSpec>;

/** The công văn that asks for people: its draft, its signed file, and who waits for it. */
export const RequestLetter: FC<{ eventId: string; rows: readonly QuotaView[]; form: FormState }> = ({
  eventId,
  rows,
  form,
}) => {
  const issued = rows.filter(({ nomination: n }) => n.status === 'issued');
  if (issued.length === 0) return null;
  const waiting = issued.filter(({ nomination: n }) => n.waits).length;
  const signed = issued.filter(({ nomination: n, event }) => signedRequest(n, event)).length;
  const { Post, Field } = fillForm(form, requestFields());
  const Bare = fillForm(freshForm('vi'), {}).Post;
  return (
    <details open={waiting > 0 || form.errors.some(({ path }) => path === 'file')}>
      <summary>
        Công văn cử người: {showCount(signed)}/{showCount(issued.length)} nơi có bản đã ký
        {waiting > 0 && `, ${showCount(waiting)} nơi chờ công văn`}
      </summary>
      {waiting > 0 && (
        <p>
          {showCount(waiting)} nơi chưa được gửi đường dẫn: thư được gửi cùng công văn ngay sau khi tải bản đã
          ký lên.
        </p>
      )}
      <p>
        <a class="btn plain" href={routes.consoleRequestDraft(eventId)}>
          Tải dự thảo công văn (Word, để trống số)
        </a>
      </p>
      <Post class="form" action={routes.consoleRequest(eventId)} files>
        <Field
          name="file"
          label="Công văn đã ký"
          hint="Một tệp PDF đã ký số, nhiều nhất 4 MB, dùng chung cho các nơi được giao chỉ tiêu. Nơi đã nhận đường dẫn được gửi công văn ngay."
        />
        <Button>{waiting > 0 ? `Tải lên và gửi ${showCount(waiting)} nơi` : 'Tải lên'}</Button>
      </Post>
      {waiting > 0 && (
        <Bare action={withQuery(routes.consoleRequest(eventId), { [QUOTA.sent]: true })}>
          <Button kind="plain">Gửi không kèm công văn</Button>
        </Bare>
      )}
    </details>
  );
};

export const requestDraft: Handler = async (c) => {
  mustGive(c);
  return sendFile(c, await draftRequest(c.get('world'), idOf(c)));
};

/** Uploads the signed công văn, or sends without it. @returns where to go */
export const actOnRequest = async (c: Page): Promise<string> => {
  const world = c.get('world');
  if (c.req.query(QUOTA.sent) !== undefined) {
    const sent = await sendWithoutLetter(world, idOf(c));
    return withQuery(routes.consoleNominations(idOf(c)), { [QUOTA.sent]: String(sent) });
  }
  const file = await readFile(c);
  if (!file) throw invalid('file', 'pdf-required');
  const signed = await signRequest(world, idOf(c), new Uint8Array(await file.arrayBuffer()));
  return withQuery(routes.consoleNominations(idOf(c)), { [QUOTA.signed]: String(signed) });
};
