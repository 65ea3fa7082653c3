import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { processingPage } from '../../functions/privacy/record/page';
import { ROOT } from './code-figures';

/** Writes docs/processing.md. */
writeFileSync(join(ROOT, 'docs/processing.md'), processingPage());
