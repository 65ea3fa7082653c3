import { startDynamo } from '../../infra/local/parts/dynamo';
import { callRows } from './calls';
import { cloneRows } from './clone';
import { largeRows } from './large';
import { listRows } from './lists';
import { pageRows } from './page';
import { processorRows } from './processor';
import { print, type Row } from './rows';
import { rushRows } from './rush';
import { startRows } from './start';

/** Prints the numbers that were promised beside those measured now: `npm run bench`. */
const dynamo = await startDynamo();
const rows: Row[] = [];
try {
  for (const part of [callRows, rushRows, listRows, largeRows, startRows, pageRows, processorRows])
    rows.push(...(await part(dynamo.endpoint)));
} finally {
  await dynamo.stop();
}
rows.push(...(await cloneRows()));
print(rows);
process.exitCode = rows.some((r) => r.pass === false) ? 1 : 0;
