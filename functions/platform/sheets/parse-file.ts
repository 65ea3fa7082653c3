import { readCsv } from './csv';
import type { Sheet } from './sheet';
import { readXlsx } from './xlsx';

/** The sheets of an .xlsx or .csv file. @throws Problem invalid at `file`: `sheet-unreadable`, `sheet-too-large` */
export const parseFile = async (bytes: Uint8Array): Promise<Sheet[]> =>
  bytes[0] === 0x50 && bytes[1] === 0x4b ? readXlsx(bytes) : [readCsv(bytes)];
