import type { OfficialDocument } from '../../documents/document';
import { draftOf } from '../../documents/kept/draft-of';
import { officialNumber, officialSpan } from '../../documents/official';
import { type Download, fileWords, XLSX } from '../../platform/files/download';
import { xlsxFile } from '../../platform/files/xlsx-file';
import { Problem } from '../../platform/problem/problem';
import { amountInWords } from '../../platform/text/amount-in-words';
import { showCount } from '../../platform/text/count';
import { localDate, ms } from '../../platform/time/dates';
import type { World } from '../../platform/world/world';
import { placeOf } from '../event/place';
import { type MoneyList, type MoneyListInput, moneyList } from './money-list';

export const MONEY_LIST_FORMATS = ['docx', 'xlsx'] as const;
export type MoneyListFormat = (typeof MONEY_LIST_FORMATS)[number];

/** `Bằng chữ: Sáu triệu đồng.` */
export const totalInWords = ({ total }: Pick<MoneyList, 'total'>): string =>
  `Bằng chữ: ${amountInWords(total)}.`;

/** The list as a document to print and sign, in the form of Nghị định 30/2020/NĐ-CP. */
export const moneyListDocument = (list: MoneyList): OfficialDocument => {
  const { event, rows, rate, total } = list;
  const place = event.mode === 'online' ? 'trực tuyến' : placeOf(event);
  const table = {
    columns: [
      { name: 'STT', share: 6, centred: true },
      { name: 'Họ và tên', share: 21 },
      { name: 'Chức vụ, đơn vị', share: 27 },
      { name: 'Số ngày', share: 7, centred: true },
      { name: 'Mức chi một ngày (đồng)', share: 12, right: true },
      { name: 'Thành tiền (đồng)', share: 13, right: true },
      { name: 'Ký nhận', share: 14 },
    ],
    rows: rows.map(({ fullName, from, days, amount }, i) => [
      officialNumber(i + 1),
      fullName,
      from,
      officialNumber(days),
      showCount(rate),
      showCount(amount),
      '',
    ]),
    total: ['', 'Tổng cộng', '', '', '', showCount(total), ''],
  };
  return {
    kind: 'money-list',
    about: list.purpose,
    belongsTo: `(${event.title}; ${officialSpan(event.startsAt, event.endsAt)}; ${place})`,
    content: [{ table }, { note: totalInWords(list) }],
  };
};

const xlsx = ({ rows, rate, total }: MoneyList): Promise<Uint8Array> =>
  xlsxFile({
    name: 'Ký nhận tiền',
    columns: [
      { head: 'STT', width: 6 },
      { head: 'Họ và tên', width: 28 },
      { head: 'Chức vụ, đơn vị', width: 40 },
      { head: 'Số ngày', width: 9 },
      { head: 'Mức chi một ngày (đồng)', width: 16 },
      { head: 'Thành tiền (đồng)', width: 18 },
      { head: 'Ký nhận', width: 20 },
    ],
    rows: [
      ...rows.map(({ fullName, from, days, amount }, i) => [i + 1, fullName, from, days, rate, amount, '']),
      ['', 'Tổng cộng', '', '', '', total, ''],
      ['', `Bằng chữ: ${amountInWords(total)}.`, '', '', '', '', ''],
    ],
  });

/** The list as a file. @throws Problem conflict `money-list-empty` where no person was checked in */
export const moneyListFile = async (
  world: World,
  eventId: string,
  input: MoneyListInput,
  format: MoneyListFormat,
): Promise<Download> => {
  const list = await moneyList(world, eventId, input);
  if (list.rows.length === 0) throw new Problem('conflict', 'money-list-empty');
  const name = `ky-nhan-tien-${fileWords(list.event.title)}-${localDate(list.event.startsAt)}.${format}`;
  if (format === 'xlsx') return { name, type: XLSX, body: await xlsx(list) };
  // It is signed when the event is over.
  const day = Math.max(world.now(), ms(list.event.endsAt));
  return { ...(await draftOf(world, eventId, moneyListDocument(list), day)), name };
};
