import { folded, spoken } from '../../../platform/text/vietnamese';
import { cutAtKinds, type NamedKind, readKind } from './kind-words';

/** One of the names in a text about a place. */
export interface PlacePart extends NamedKind {
  /** The name for comparing: as it is spoken, and without accents. */
  said: string;
  key: string;
  /** The whole part without accents, with its kind: "Xã" may be a name, too. */
  wholeKey: string;
  /** Where no unit of this name is known, it is a hamlet, a team or an address, which the directory does not have. */
  smaller: boolean;
}

/** One way to cut a text into the names of units. */
export interface PlaceText {
  parts: readonly PlacePart[];
  /** The text says that the unit is one of before ("cũ"), or one of today ("mới"). */
  era?: 'former' | 'present';
  /** An organisation that is no part of a unit's administration: "Hội Luật gia huyện Gò Quao". */
  organisation: boolean;
}

/** The administration of a unit, and its offices: people who write these mean the unit. */
const ADMINISTRATION =
  /^(?:(?:thường trực\s+)?(?:hđnd|hội đồng nhân dân)(?:\s*(?:và|&|-)\s*(?:ubnd|ủy ban nhân dân))?|văn phòng(?=\s+(?:hđnd|ubnd|ủy ban nhân dân|hội đồng))|vp(?=\s+(?:hđnd|ubnd))|ubnd|u\.b\.n\.d|uỷ ban nhân dân|ủy ban nhân dân|uy ban nhan dan|ủy ban(?=\s+(?:xã|phường|thị trấn|huyện))|(?:phòng|ban|công chức|cán bộ|bộ phận|cb|cc)?\s*tư pháp(?:\s*[-–và&]*\s*hộ tịch)?|(?:phong|ban|cong chuc|can bo)?\s*tu phap(?:\s*-?\s*ho tich)?|chính quyền|cán bộ|công chức|lãnh đạo|trụ sở|văn phòng(?=\s+(?:xã|phường|thị trấn|huyện)))(?![\p{L}\p{M}])[\s.:,–-]*/iu;

/** Words that other organisations begin with. */
const ORGANISATION =
  /^(?:hội|hoi|đoàn|doan|mặt trận|mat tran|mttq|ubmttq|ub mttq|ủy ban mặt trận|uỷ ban mặt trận|ủy ban mttq|uỷ ban mttq|liên đoàn|lđlđ|công đoàn|hlhpn|lhpn|hpn|hnd|ccb|cựu chiến binh|công an|ca(?=\s+(?:xã|phường))|trạm|trường|trung tâm|tòa án|toà án|tand|viện|vks|chi bộ|đảng ủy|đảng uỷ|huyện ủy|thành ủy|tỉnh ủy|chi cục|sở|ban dân vận|ban chỉ huy|quân sự|bộ chỉ huy|phòng|ban|công ty|văn phòng|hợp tác xã|chùa)(?![\p{L}\p{M}])/iu;

/** A hamlet, a team, a part of a town, an address. */
const SMALLER =
  /^(?:ấp|ap|khu phố|khu pho|kp|khóm|khom|thôn|thon|tổ|to|khu vực|khu vuc|kv|tdp|buôn|bản|làng|sóc|soc|phum|xóm|khối|khoi|đội|số|so|đường|duong|hẻm|hem|kênh|kinh|quốc lộ|ql|tỉnh lộ|lô)(?=[\s.\d])|^\d+[\p{L}\d/.-]*(?:\s+\S|$)/iu;

const SEPARATORS = /\s*(?:[,;|/()[\]{}\n]|\s[-–—]+\s|\s[-–—]+|[-–—]+\s)\s*/u;
const HYPHENS = /\s*[-–—]+\s*/u;

/** "Xã Gò Quao (trước đây là xã Định An)", "xã Định An nay là xã Gò Quao": what it is now counts. */
const NOW = /^.*?(?:^|[\s(,;–-])nay (?:là|thuộc)(?![\p{L}\p{M}])[\s:]*(.+?)\)?$/iu;
const BEFORE =
  /[\s(,;–-]+(?:trước (?:đây|kia)? ?là|trước là|tên cũ(?: là)?|tách từ|sáp nhập từ)(?![\p{L}\p{M}]).*$/iu;
const FORMER = /[\s(,;–-]+(?:cũ|cu|trước đây)(?![\p{L}\p{M}])[\s)]*$|(?<=[\p{L}\p{M}])\s*\((?:cũ|cu)\)/iu;
const PRESENT = /\s*\(\s*(?:mới|moi)\s*\)/iu;

/** "Xã Định An thuộc huyện Gò Quao". */
const LINKING = /^(?:thuộc|của|tại|ở|tổ chức tại)\s+|\s+(?:thuộc|của|tại|ở)$/giu;

/** No text that names a place is longer. */
const LONGEST = 300;

/** The ways to cut a text into names, the most careful first: commas, then kinds, then hyphens. */
export const readPlaceText = (text: string): PlaceText[] => {
  const tidy = text.slice(0, LONGEST).normalize('NFC').replace(/["“”]/g, '').replace(/\s+/g, ' ').trim();
  const meant = (NOW.exec(tidy)?.[1] ?? tidy).replace(BEFORE, '');
  const era = FORMER.test(meant) ? 'former' : PRESENT.test(meant) ? 'present' : undefined;
  const bare = meant.replace(FORMER, ' ').replace(PRESENT, ' ').trim();
  const { rest, organisation } = withoutOffice(bare);
  const byComma = rest.split(SEPARATORS);
  const byKind = byComma.flatMap(cutAtKinds);
  const byHyphen = byKind.flatMap((part) => part.split(HYPHENS));
  const seen = new Set<string>();
  const readings = [byComma, byKind, byHyphen].flatMap((texts): PlaceText[] => {
    const key = texts.join('|');
    if (seen.has(key)) return [];
    seen.add(key);
    const parts = texts.flatMap(partOf);
    if (parts.length === 0) return [];
    return [{ parts, organisation, ...(era && { era }) }];
  });
  return readings.length ? readings : [{ parts: [], organisation }];
};

const withoutOffice = (text: string): { rest: string; organisation: boolean } => {
  const rest = withoutAdministration(text);
  if (!ORGANISATION.test(rest)) return { rest, organisation: false };
  // What follows the kind of a unit is the place: "Hội Luật gia huyện Gò Quao" lies in Huyện Gò Quao.
  const [, ...places] = rest.split(SEPARATORS).flatMap(cutAtKinds);
  return { rest: places.join(', '), organisation: true };
};

const withoutAdministration = (text: string): string => {
  let rest = text;
  for (let before = ''; before !== rest; ) {
    before = rest;
    rest = rest.replace(ADMINISTRATION, '');
  }
  return rest;
};

const partOf = (text: string): PlacePart[] => {
  const own = withoutAdministration(
    text
      .trim()
      .replace(/^[\s.:]+|[\s.:]+$/g, '')
      .replace(LINKING, ''),
  );
  if (!/[\p{L}\p{N}]/u.test(own)) return [];
  const kind = readKind(own);
  const said = spoken(kind.name);
  const key = folded(said);
  return [{ ...kind, said, key, wholeKey: kind.kinds ? folded(own) : key, smaller: SMALLER.test(own) }];
};

/** Whether a part's accents fit a name: it has them all, or none was typed. */
export const fitsAccents = ({ said, key }: PlacePart, nameSaid: string): boolean =>
  said === nameSaid || said === key;
