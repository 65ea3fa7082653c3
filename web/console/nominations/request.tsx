import type { FC } from 'hono/jsx';
import { signerLine } from '../../../functions/documents/signer';
import { LetterMarks, type UsedSigner } from '../../../functions/events/letters/shared-letter';
import { listSigners, signerId } from '../../../functions/events/letters/signers';
import {
  draftRequest,
  keptRequestFile,
  sendWithoutLetter,
  signedRequest,
  signRequest,
} from '../../../functions/events/nominations/letter/request-letter';
import { markRequest, readRequestMarks } from '../../../functions/events/nominations/letter/request-marks';
import { getNomination } from '../../../functions/events/nominations/list';
import type { QuotaView } from '../../../functions/events/nominations/read';
import { parse } from '../../../functions/platform/input/parse';
import { invalid } from '../../../functions/platform/problem/problem';
import { showCount } from '../../../functions/platform/text/count';
import { shortDate } from '../../../functions/platform/time/format-date';
import { typedDate } from '../../../functions/platform/time/typed';
import type { World } from '../../../functions/platform/world/world';
import type { Handler, Page } from '../../env';
import { numberFields } from '../../parts/letters/number';
import { readSigner, SignerQuestions, signerFields } from '../../parts/letters/signer';
import { QUOTA, withQuery } from '../../query';
import { routes } from '../../routes';
import { sendFile } from '../../ui/download';
import {
  Button,
  type FieldSpec,
  type FormState,
  fillForm,
  freshForm,
  type Posted,
  readFile,
} from '../../ui/form';
import { idOf, mustGive } from './access';

const requestFields = () =>
  ({ file: { as: 'file', accept: 'application/pdf' } }) satisfies Record<string, FieldSpec>;

/** What is written on the công văn, and who may sign it. */
export interface RequestShown {
  marks: Awaited<ReturnType<typeof readRequestMarks>>;
  signers: readonly UsedSigner[];
}

const marksFields = () =>
  ({
    ...numberFields('210/STP-PBGDPL'),
    ...signerFields(),
  }) satisfies Record<string, FieldSpec>;

/** Number, day and signer: what the draft says. */
const Marks: FC<{ eventId: string; form: FormState } & RequestShown> = ({
  eventId,
  form,
  marks,
  signers,
}) => {
  const posted = form.values.signerAuthority !== undefined;
  const values = {
    signer: signerId(marks.signer),
    number: marks.number,
    dated: marks.dated && shortDate(`${marks.dated}T00:00:00+07:00`),
  };
  const filled = fillForm(posted ? form : { ...form, values, errors: [] }, marksFields());
  const { Post, Field } = filled;
  const said = [marks.number && `số ${marks.number}`, values.dated && `ngày ${values.dated}`]
    .filter(Boolean)
    .join(', ');
  return (
    <details open={posted && form.errors.length > 0}>
      <summary>
        Số, ngày, người ký: {said || 'chưa có số'}; {signerLine(marks.signer)}
      </summary>
      <Post class="form" action={withQuery(routes.consoleRequest(eventId), { [QUOTA.marked]: true })}>
        <Field name="number" />
        <Field name="dated" />
        <SignerQuestions form={filled} used={signers} chosen={marks.signer} />
        <Button kind="plain">Lưu</Button>
      </Post>
    </details>
  );
};

/** The công văn that asks for people: its draft, its signed file, and who waits for it. */
interface RequestProps {
  eventId: string;
  rows: readonly QuotaView[];
  form: FormState;
  request: RequestShown;
}

export const RequestLetter: FC<RequestProps> = ({ eventId, rows, form, request }) => {
  const issued = rows.filter(({ nomination: n }) => n.status === 'issued');
  if (issued.length === 0) return null;
  const waiting = issued.filter(({ nomination: n }) => n.waits).length;
  const signed = issued.filter(({ nomination: n, event }) => signedRequest(n, event)).length;
  const { Post, Field } = fillForm(form, requestFields());
  const isOpen = form.errors.some(({ path }) => /^(file|number|dated|signer)/.test(path));
  const Bare = fillForm(freshForm('vi'), {}).Post;
  return (
    <details open={waiting > 0 || isOpen}>
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
          Tải dự thảo công văn (Word{request.marks.number ? '' : ', để trống số'})
        </a>
      </p>
      <Marks eventId={eventId} form={form} {...request} />
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

/** The signed công văn that a nomination has. */
export const requestFile: Handler = async (c) => {
  mustGive(c);
  const world = c.get('world');
  return sendFile(c, await keptRequestFile(world, await getNomination(world, idOf(c))));
};

/** What the page of quotas shows of the công văn. */
export const readRequest = async (world: World, eventId: string): Promise<RequestShown> => {
  const [marks, signers] = await Promise.all([readRequestMarks(world, eventId), listSigners(world)]);
  return { marks, signers };
};

/** Uploads the signed công văn, writes its number, or sends without it. @returns where to go */
export const actOnRequest = async (c: Page, { fields }: Posted): Promise<string> => {
  const world = c.get('world');
  if (c.req.query(QUOTA.sent) !== undefined) {
    const sent = await sendWithoutLetter(world, idOf(c));
    return withQuery(routes.consoleNominations(idOf(c)), { [QUOTA.sent]: String(sent) });
  }
  if (c.req.query(QUOTA.marked) !== undefined) {
    const { marks, signers } = await readRequest(world, idOf(c));
    const signer = readSigner(fields, signers, marks.signer);
    const dated = fields.dated && typedDate(fields.dated);
    await markRequest(world, idOf(c), parse(LetterMarks, { number: fields.number, dated, signer }));
    return withQuery(routes.consoleNominations(idOf(c)), { [QUOTA.marked]: true });
  }
  const file = await readFile(c);
  if (!file) throw invalid('file', 'pdf-required');
  const signed = await signRequest(world, idOf(c), new Uint8Array(await file.arrayBuffer()));
  return withQuery(routes.consoleNominations(idOf(c)), { [QUOTA.signed]: String(signed) });
};
