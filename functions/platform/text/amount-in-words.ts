import { doReadNumber, ReadingConfig } from 'read-vietnamese-number';
import { capitalised } from './text';

const config = new ReadingConfig();
config.unit = ['đồng'];
config.oddText = 'linh';
config.units = [[], ['nghìn'], ['triệu'], ['tỷ']];

/**
 * An amount of money as official lists write it in words.
 * @example amountInWords(1_005_000) // "Một triệu không trăm linh năm nghìn đồng"
 */
export const amountInWords = (dong: number): string => capitalised(doReadNumber(String(dong), config));
