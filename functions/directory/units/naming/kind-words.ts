import { folded, spoken } from '../../../platform/text/vietnamese';
import type { UnitKind } from '../unit';

const KINDS: Readonly<Record<string, readonly UnitKind[]>> = {
  'thành phố': ['city'],
  'thị trấn': ['township'],
  'đặc khu': ['special-zone'],
  'thị xã': ['town'],
  phường: ['ward'],
  huyện: ['district'],
  quận: ['district'],
  tỉnh: ['province'],
  xã: ['commune'],
};
/** Kinds of units by the words that people write for them, without accents. */
const WORDS = new Map(
  Object.entries(KINDS).map(([word, kinds]) => [folded(word), { kinds, said: spoken(word) }]),
);

/** "TP.", "T.P", "TT", "H.", "X Định An": a single letter needs a dot, or to be a capital. */
const SHORT: readonly (readonly [RegExp, readonly UnitKind[]])[] = [
  [/^t\.?\s?p\b\.?\s*(?=\S)/i, ['city']],
  [/^t\.?\s?x\b\.?\s*(?=\S)/i, ['town']],
  [/^t\.?\s?t\b\.?\s*(?=\S)/i, ['township']],
  [/^đ\.?\s?k(?![\p{L}\p{M}])\.?\s*(?=\S)/iu, ['special-zone']],
  [/^(?:h\.\s*|H\s+)(?=\S)/, ['district']],
  [/^H\.\s*(?=\S)/, ['district']],
  [/^(?:q\.\s*|Q\.\s*|Q\s+)(?=\S)/, ['district']],
  [/^(?:x\.\s*|X\.\s*|X\s+)(?=\S)/, ['commune']],
  [/^(?:p\.\s*|P\.\s*|P\s+|p\s?(?=\d)|P(?=\d))(?=\S)/, ['ward']],
  [/^(?:t\.\s*|T\.\s*)(?=\S)/, ['province']],
];

/** "Huyện đảo Kiên Hải". */
const ISLAND = /^(?:đảo|dao)\s+(?=\S)/i;

export interface NamedKind {
  /** Absent where no kind is written. */
  kinds?: readonly UnitKind[];
  /** The text without its kind. */
  name: string;
}

/**
 * Takes the kind from the beginning of a unit's name: "TX. Hà Tiên" is Hà Tiên, a town. Where accents were typed they
 * count: "Quản" is no "quận".
 */
export const readKind = (text: string): NamedKind => {
  const words = text.split(/[\s:]+/);
  for (const length of [2, 1]) {
    const own = words.slice(0, length).join(' ');
    const kind = words.length > length ? WORDS.get(folded(own)) : undefined;
    const fits = kind && (length === 2 || spoken(own) === kind.said || spoken(own) === folded(own));
    if (fits) return { kinds: kind.kinds, name: words.slice(length).join(' ').replace(ISLAND, '') };
  }
  for (const [short, kinds] of SHORT) {
    const [before] = short.exec(text) ?? [];
    if (before) return { kinds, name: text.slice(before.length) };
  }
  return { name: text };
};

/**
 * Where a kind begins in the middle of a text without commas: "xã Định An huyện Gò Quao". Unaccented words that names
 * end with are no kinds here: "Thới Quản", "Bình Phương".
 */
const INNER =
  /(?<=[\p{L}\p{M}\d])[\s.]+(?=(?:thành phố|thị xã|thị trấn|đặc khu|huyện|phường|quận|tỉnh|(?<!thị\s)xã|thanh pho|thi xa|thi tran|dac khu|huyen|(?<!thi\s)xa|tinh)\s+\S|(?:tp|tx|tt|h|x|p)\.\s*\S|(?:TP|TX|TT)\s+\S)/giu;

/** Cuts a text before each kind of unit in it. */
export const cutAtKinds = (text: string): string[] => text.split(INNER).filter((part) => part.trim());
