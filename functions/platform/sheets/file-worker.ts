import { parentPort } from 'node:worker_threads';
import { Problem } from '../problem/problem';
import { parseFile } from './parse-file';
import type { Sheet } from './sheet';

/** What the worker says of a file: its sheets, or the code of the refusal. */
export type Answer = { sheets: Sheet[] } | { refused: string };

/** The thread in which files are parsed (`read-apart.ts`): one message is one file. */
const answerTo = async (bytes: Uint8Array): Promise<Answer> => {
  try {
    return { sheets: await parseFile(bytes) };
  } catch (error) {
    return { refused: (error instanceof Problem && error.fields[0]?.code) || 'sheet-unreadable' };
  }
};

parentPort?.on('message', async (bytes: Uint8Array) => parentPort?.postMessage(await answerTo(bytes)));
