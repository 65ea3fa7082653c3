import type { FC } from 'hono/jsx';
import { namesOf } from '../../../functions/directory/accounts/find';
import type { KeptDocument } from '../../../functions/documents/kept/kept-document';
import { listDocuments } from '../../../functions/documents/kept/list';
import { mayDocuments } from '../../../functions/documents/kept/may';
import { shortDate, shortDay } from '../../../functions/platform/time/format-date';
import type { Page } from '../../env';
import { routes } from '../../routes';
import { kindWords } from './kind-words';

/** The documents of one subject, as a section of its page: each draft, who made it, its number, its signed copy. */
export const Documents: FC<{ c: Page; subjectId: string }> = async ({ c, subjectId }) => {
  const world = c.get('world');
  if (!mayDocuments(c.get('account')).see) return null;
  const all = await listDocuments(world, subjectId);
  const shown = all.filter(({ kind }) => mayDocuments(c.get('account'), kind).see);
  const names = await namesOf(
    world,
    shown.map(({ draftedBy }) => draftedBy).filter((by) => by.startsWith('acc_')),
  );
  return (
    <section>
      <h2>Văn bản đã soạn</h2>
      {shown.length === 0 ? (
        <p class="empty">
          Chưa có dự thảo nào. Khi tải bản Word, dự thảo được ghi vào đây để sau này tải lên bản đã ký.
        </p>
      ) : (
        <div class="scroll" tabindex={0} role="region" aria-label="Văn bản đã soạn">
          <table class="stacked">
            <thead>
              <tr>
                <th scope="col">Văn bản</th>
                <th scope="col">Dự thảo</th>
                <th scope="col">Số, ngày</th>
                <th scope="col">Bản đã ký</th>
              </tr>
            </thead>
            <tbody>
              {shown.map((document) => (
                <Line document={document} by={names.get(document.draftedBy)} />
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
};

const Line: FC<{ document: KeptDocument; by: string | undefined }> = ({ document, by }) => {
  const { kind, about, nth, draftedAt, number, dated, signed } = document;
  return (
    <tr>
      <th scope="row">
        <a href={routes.consoleDocument(document)}>{kindWords(kind)}</a>
        <br />
        <span class="soft">{about}</span>
      </th>
      <td data-label="Dự thảo">{`lần ${nth}, ${shortDate(draftedAt)}${by ? `, ${by}` : ''}`}</td>
      <td data-label="Số, ngày">
        {[number, dated && shortDay(dated)].filter(Boolean).join(', ') || 'chưa có'}
      </td>
      <td data-label="Bản đã ký">
        {signed ? <a href={routes.consoleDocumentSigned(document)}>Tải (PDF)</a> : 'chưa có'}
      </td>
    </tr>
  );
};
