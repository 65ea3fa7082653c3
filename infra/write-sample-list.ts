import { writeFile } from 'node:fs/promises';
import write from 'write-excel-file/node';
import { SAMPLE_HEAD, SAMPLE_LIST, sampleRows } from './demo/list/sample-list';

/** Writes the sample list as a workbook: `npm run sample-list`. Its people are those of the demo (`sampleRows`). */
const WIDTHS = [6, 28, 10, 10, 24, 26, 20, 28];

const cells = sampleRows().map((row) =>
  row.map((value) =>
    value === null ? null : { value, ...(row === SAMPLE_HEAD && { fontWeight: 'bold' as const }) },
  ),
);
const book = await write(cells, {
  sheet: 'Danh sách',
  columns: WIDTHS.map((width) => ({ width })),
}).toBuffer();
await writeFile(SAMPLE_LIST, book);
