import type { OfficialDocument } from '../../documents/document';
import { draftFile } from '../../documents/docx/draft';
import { officialNumber } from '../../documents/official';
import { getEvent } from '../../events/event/get';
import { readRoll } from '../../events/registrations/roll/read-roll';
import { recordTaken } from '../../platform/audit/taken';
import { type Download, fileWords, XLSX } from '../../platform/files/download';
import { xlsxFile } from '../../platform/files/xlsx-file';
import { Problem } from '../../platform/problem/problem';
import { givenNameOrder } from '../../platform/text/given-name';
import type { World } from '../../platform/world/world';
import { isPresent } from '../../seats/ledger/entry';
import { mediatorsOfUnit } from './commune';
import type { Handout } from './handout';
import { getHandout } from './read';

export const SIGNATURE_FORMATS = ['docx', 'xlsx'] as const;
export type SignatureFormat = (typeof SIGNATURE_FORMATS)[number];

interface Row {
  fullName: string;
  /** Position and unit, or the team. */
  from: string;
}

/** People who sign that they received it: those who came to an event, or the mediators of a unit. */
interface SignatureList {
  handout: Handout;
  /** What it belongs to: an event or a commune. */
  of: string;
  rows: Row[];
}

const readList = async (
  world: World,
  handoutId: string,
  of: { eventId: string } | { unitId: string },
): Promise<SignatureList> => {
  const handout = await getHandout(world, handoutId);
  if ('unitId' in of) {
    const { unitName, people } = await mediatorsOfUnit(world, of.unitId);
    const rows = people.map(({ mediator, teamName }) => ({ fullName: mediator.fullName, from: teamName }));
    return { handout, of: unitName, rows };
  }
  const event = await getEvent(world, of.eventId);
  const { people } = await readRoll(world, event);
  const came = people.filter(isPresent);
  const byName = givenNameOrder(came.map(({ fullName }) => fullName));
  const rows = came
    .sort((a, b) => byName(a.fullName, b.fullName))
    .map(({ fullName, position, unitName, bodyName }) => ({
      fullName,
      from: [position, bodyName ?? unitName].filter(Boolean).join(', '),
    }));
  return { handout, of: event.title, rows };
};

/** The list as a document to print and sign, in the form of Nghị định 30/2020/NĐ-CP. Pure. */
export const signatureDocument = ({ handout, of, rows }: SignatureList): OfficialDocument => ({
  kind: 'list',
  about: `Ký nhận tài liệu "${handout.title}"`,
  belongsTo: `(${of})`,
  content: [
    {
      table: {
        columns: [
          { name: 'STT', share: 7, centred: true },
          { name: 'Họ và tên', share: 27 },
          { name: 'Chức vụ, đơn vị', share: 34 },
          { name: 'Số cuốn', share: 10, centred: true },
          { name: 'Ký nhận', share: 22 },
        ],
        rows: rows.map(({ fullName, from }, i) => [
          officialNumber(i + 1),
          fullName,
          from,
          officialNumber(1),
          '',
        ]),
      },
    },
  ],
});

const xlsx = ({ rows }: SignatureList): Promise<Uint8Array> =>
  xlsxFile({
    name: 'Ký nhận tài liệu',
    columns: [
      { head: 'STT', width: 6 },
      { head: 'Họ và tên', width: 28 },
      { head: 'Chức vụ, đơn vị', width: 40 },
      { head: 'Số cuốn', width: 9 },
      { head: 'Ký nhận', width: 20 },
    ],
    rows: rows.map(({ fullName, from }, i) => [i + 1, fullName, from, 1, '']),
  });

/**
 * The list of signatures of an event or a unit as a file; the hand-out's history tells that it left.
 * @throws Problem missing `handout-missing`, `event-missing`, `unit-missing`; conflict `signature-list-empty`
 */
export const signatureFile = async (
  world: World,
  handoutId: string,
  of: { eventId: string } | { unitId: string },
  format: SignatureFormat,
): Promise<Download> => {
  const list = await readList(world, handoutId, of);
  if (list.rows.length === 0) throw new Problem('conflict', 'signature-list-empty');
  await recordTaken(world, { pk: handoutId, table: 'programme', as: format, people: list.rows.length });
  const name = `ky-nhan-tai-lieu-${fileWords(list.of)}.${format}`;
  if (format === 'xlsx') return { name, type: XLSX, body: await xlsx(list) };
  return { ...(await draftFile(world, signatureDocument(list))), name };
};
