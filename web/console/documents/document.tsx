import {
  type DocumentKey,
  documentId,
  type KeptDocument,
} from '../../../functions/documents/kept/kept-document';
import { getDocument } from '../../../functions/documents/kept/list';
import { mayDocuments, mustDocuments } from '../../../functions/documents/kept/may';
import { SignedMarks, signDocument, signedCopy } from '../../../functions/documents/kept/sign';
import { DOCUMENT_KINDS, formOf } from '../../../functions/documents/kinds';
import { parse } from '../../../functions/platform/input/parse';
import { invalid, missing } from '../../../functions/platform/problem/problem';
import { moment, shortDay } from '../../../functions/platform/time/format-date';
import { typedDate } from '../../../functions/platform/time/typed';
import type { Handler, Page } from '../../env';
import { kindWords } from '../../parts/documents/kind-words';
import { numberFields } from '../../parts/letters/number';
import { DONE, QUERY, withQuery } from '../../query';
import { routes } from '../../routes';
import { ConsolePage, Done } from '../../ui/console';
import { sendFile } from '../../ui/download';
import { Button, defineForm, readFile } from '../../ui/form';
import { History, readStory, type Story } from '../history/history';
import { subjectOf } from './subjects';

interface Shown {
  document: KeptDocument;
  story: Story;
}

/** @throws Problem missing `document-missing` where the address names no draft */
const keyIn = (c: Page): DocumentKey => {
  const kind = DOCUMENT_KINDS.find((one) => one === c.req.param('kind'));
  const nth = /^[1-9]\d{0,3}$/.test(c.req.param('nth') ?? '') ? Number(c.req.param('nth')) : undefined;
  if (!kind || !nth) throw missing('document');
  return { subjectId: c.req.param('id')!, kind, nth };
};

const FIELD: Record<string, string> = { number: 'số, ký hiệu', dated: 'ngày ký', signed: 'bản đã ký' };

const form = defineForm({
  fields: () => ({
    file: { as: 'file', accept: 'application/pdf', label: 'Bản đã ký', hint: 'Một tệp PDF, nhiều nhất 4 MB' },
    ...numberFields('215/BC-STP'),
  }),
  fill: ({ document }: Shown) => ({
    number: document.number ?? '',
    dated: document.dated ? shortDay(document.dated) : '',
  }),
  page: (c, f, { document, story }) => {
    const { kind, about, nth, draftedAt, number, dated, signed } = document;
    const { at, back } = subjectOf(document.subjectId);
    return (
      <ConsolePage c={c} title={kindWords(kind)} at={at} back={back}>
        <Done c={c} words={{ [DONE.signed]: 'Đã lưu bản đã ký.' }} />
        <p>{about}</p>
        <dl class="summary">
          <div>
            <dt>Dự thảo</dt>
            <dd>{`lần ${nth}, soạn lúc ${moment(draftedAt)}`}</dd>
          </div>
          <div>
            <dt>Số, ký hiệu</dt>
            <dd>{number ?? 'chưa có'}</dd>
          </div>
          <div>
            <dt>Ngày ký</dt>
            <dd>{dated ? shortDay(dated) : 'chưa có'}</dd>
          </div>
          <div>
            <dt>Bản đã ký</dt>
            <dd>
              {signed ? <a href={routes.consoleDocumentSigned(document)}>Tải bản đã ký (PDF)</a> : 'chưa có'}
              {signed && <span class="soft">{`, tải lên lúc ${moment(signed.at)}`}</span>}
            </dd>
          </div>
        </dl>
        {mayDocuments(c.get('account'), kind).keep && (
          <section class="form">
            <h2>{signed ? 'Thay bản đã ký' : 'Tải lên bản đã ký'}</h2>
            <f.Errors />
            <f.Post action={routes.consoleDocument(document)} files>
              <f.Field name="file" />
              {formOf(kind).code && (
                <>
                  <f.Field name="number" />
                  <f.Field name="dated" />
                </>
              )}
              <Button>Tải lên</Button>
            </f.Post>
          </section>
        )}
        <History story={story} fields={FIELD} created="soạn dự thảo" />
      </ConsolePage>
    );
  },
});

const read = async (c: Page): Promise<Shown> => {
  const key = keyIn(c);
  mustDocuments('see', c.get('account'), key.kind);
  const world = c.get('world');
  const [document, story] = await Promise.all([getDocument(world, key), readStory(world, documentId(key))]);
  return { document, story };
};

/** One draft: its number and day, its signed copy. */
export const documentPage = {
  get: async (c: Page) => form.show(c, await read(c)),
  post: (c: Page) => {
    mustDocuments('keep', c.get('account'));
    return form.handle(
      c,
      async ({ fields }) => {
        const file = await readFile(c);
        if (!file) throw invalid('file', 'pdf-required');
        const marks = parse(SignedMarks, {
          number: fields.number?.trim() || undefined,
          dated: fields.dated?.trim() ? typedDate(fields.dated) : undefined,
        });
        const pdf = new Uint8Array(await file.arrayBuffer());
        const key = keyIn(c);
        await signDocument(c.get('world'), key, { pdf, field: 'file', ...marks });
        return withQuery(routes.consoleDocument(key), { [QUERY.done]: DONE.signed });
      },
      () => read(c),
    );
  },
};

/** The signed copy as a file. */
export const signedFile: Handler = async (c) => {
  const key = keyIn(c);
  mustDocuments('see', c.get('account'), key.kind);
  return sendFile(c, await signedCopy(c.get('world'), key));
};
