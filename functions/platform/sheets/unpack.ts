import { buffer } from 'node:stream/consumers';
import type { Entry, ZipFile } from 'yauzl';
import { invalid } from '../problem/problem';

const MOST_ENTRIES = 1_000;
/** Of the parts that are read, together: ten times what a list of 10,000 people needs. */
const LARGEST_UNPACKED = 30 * 1024 * 1024;

/** What a workbook's cells need. */
const NEEDED = /\.(xml|rels)$/i;
/** What they do not need is never unpacked, however large. */
const NOT_NEEDED =
  /(^|\/)(docProps|theme|drawings|charts|media|tables|comments\d*|threadedComments|persons|pivot\w*|externalLinks|printerSettings|customXml|slicers?\w*|calcChain)(\/|\.)/i;

/** How many elements of each kind a parser may have to build, over all parts. */
const MOST: Readonly<Record<string, number>> = {
  row: 100_000,
  c: 400_000,
  si: 400_000,
  r: 200_000,
  mergeCell: 20_000,
  col: 1_000,
  xf: 70_000,
  sheet: 200,
};
const COUNTED = /<(?:\w{1,20}:)?(row|c|si|r|mergeCell|col|xf|sheet)[\s>/]/g;
/** A column definition up to this number is expanded by the parser; Excel has no more columns. */
const LAST_COLUMN = 16_384;

/**
 * The parts of an .xlsx file that hold its cells, as an archive without compression, or an error: a small file may
 * unpack to gigabytes, or describe millions of cells. Sizes that the archive states are not believed: inflating
 * stops where a part is longer than it says (yauzl's `validateEntrySize`), and the sum is bounded.
 * @throws Problem invalid at `file`: `sheet-too-large`, `sheet-unreadable`
 */
export const unpack = async (bytes: Uint8Array): Promise<Uint8Array> => {
  const [{ default: yauzl }, { zipSync }] = await Promise.all([import('yauzl'), import('fflate')]);
  const zip = await yauzl.fromBufferPromise(Buffer.from(bytes)).catch(unreadable);
  if (zip.entryCount > MOST_ENTRIES) throw invalid('file', 'sheet-too-large');
  const parts: Record<string, [Uint8Array, { level: 0 }]> = {};
  const counts = new Map<string, number>();
  let size = 0;
  for (const entry of await entriesOf(zip)) {
    size += entry.uncompressedSize;
    if (size > LARGEST_UNPACKED) throw invalid('file', 'sheet-too-large');
    const part = await contentOf(zip, entry).catch(unreadable);
    mustBeBounded(part.toString('latin1'), counts);
    parts[entry.fileName] = [part, { level: 0 }];
  }
  return zipSync(parts);
};

const unreadable = (): never => {
  throw invalid('file', 'sheet-unreadable');
};

const entriesOf = async (zip: ZipFile): Promise<Entry[]> => {
  const needed: Entry[] = [];
  try {
    for await (const entry of zip.eachEntry())
      if (NEEDED.test(entry.fileName) && !NOT_NEEDED.test(entry.fileName)) needed.push(entry);
  } catch {
    unreadable();
  }
  return needed;
};

const contentOf = async (zip: ZipFile, entry: Entry): Promise<Buffer> =>
  buffer(await zip.openReadStreamPromise(entry));

const mustBeBounded = (xml: string, counts: Map<string, number>): void => {
  // Entities may expand without end; no spreadsheet program writes them.
  if (xml.includes('<!DOCTYPE') || xml.includes('<!ENTITY')) unreadable();
  for (const [, name = ''] of xml.matchAll(COUNTED)) {
    const n = (counts.get(name) ?? 0) + 1;
    if (n > MOST[name]!) throw invalid('file', 'sheet-too-large');
    counts.set(name, n);
  }
  for (const [, max] of xml.matchAll(/<(?:\w{1,20}:)?col\s[^>]{0,300}?\bmax="(\d+)"/g))
    if (Number(max) > LAST_COLUMN) throw invalid('file', 'sheet-too-large');
};
