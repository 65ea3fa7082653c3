import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './code-figures';
import { fileMap } from './file-map';

/** Writes docs/map.md. */
writeFileSync(join(ROOT, 'docs/map.md'), fileMap());
