import type { FC } from 'hono/jsx';
import { dayLine, numberLine } from '../../../functions/documents/numbering';
import { addressLine, type Office, parentLine, shortIssuer } from '../../../functions/documents/office';
import { signatureLines } from '../../../functions/documents/signer';

/** Shows a blank that the clerical office fills: a page would show it as one space. */
const dotted = (text: string) => text.replace(/ {2,}/g, ' … ').replace('… /', '…/');

/** How the details stand on a document: its head, its signature and its foot. */
export const HeadSample: FC<{ office: Office; now: number }> = ({ office, now }) => (
  <dl class="summary">
    <div>
      <dt>Đầu văn bản</dt>
      <dd>
        {parentLine(office)}
        <br />
        <strong>{shortIssuer(office)}</strong>
        <br />
        {dotted(numberLine(`BC-${office.code}`))}
      </dd>
    </div>
    <div>
      <dt>Địa danh, ngày</dt>
      <dd>
        <em>{dotted(`${office.place}, ${dayLine(now)}`)}</em>
      </dd>
    </div>
    <div>
      <dt>Người ký</dt>
      <dd>
        {signatureLines(office.signer).map((text) => (
          <>
            <strong>{text}</strong>
            <br />
          </>
        ))}
        {office.signer.name}
      </dd>
    </div>
    {addressLine(office) && (
      <div>
        <dt>Cuối giấy mời, công văn</dt>
        <dd>{addressLine(office)}</dd>
      </div>
    )}
  </dl>
);
