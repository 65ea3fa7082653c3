import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { HIDDEN } from '../../functions/background/streams/audit-change';
import { PERSONAL } from '../../functions/events/person/person-fields';
import { DELIVERY_PERSONAL } from '../../functions/outbox/deliveries/delivery';
import { EVERY_KIND, processingPage } from '../../functions/privacy/record/page';
import { tables } from '../../functions/tables';
import { ROOT } from './code-figures';

/** Tables without a person: an officer of a place or a plan is named nowhere in them; authors of materials are bodies. */
const NO_PERSON = ['library', 'programme', 'units'];
/** The organizer's contact of an event stands on its page. */
const NO_PARTICIPANT = ['events'];

const purposes = (name: string) => EVERY_KIND.map(({ why }) => why[name]).filter(Boolean);

describe('the record of processing', () => {
  test('is what `npm run processing` writes', () => {
    expect(readFileSync(join(ROOT, 'docs/processing.md'), 'utf8')).toBe(processingPage());
  });

  test('has a purpose for everything that the schemas mark as a person’s own', () => {
    const marked = [...PERSONAL, ...DELIVERY_PERSONAL];
    expect(marked.filter((name) => purposes(name).length === 0)).toEqual([]);
  });

  test('has a purpose for everything whose value no history shows', () => {
    const secrets = ['tokenHash'];
    const hidden = [...HIDDEN].filter((name) => !secrets.includes(name));
    expect(hidden.filter((name) => purposes(name).length === 0)).toEqual([]);
  });

  test('knows every table, or says that no participant stands in it', () => {
    const known = [...EVERY_KIND.map(({ table }) => table), ...NO_PERSON, ...NO_PARTICIPANT];
    expect(tables.map(({ name }) => name).filter((name) => !known.includes(name))).toEqual([]);
  });

  test('says of every kind how long it is kept', () => {
    for (const line of processingPage().match(/- \*\*Kept\*\*:.*/g)!) expect(line).toMatch(/: \S/);
  });
});
