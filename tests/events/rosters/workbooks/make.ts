import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BOOKS, type Row, type Written } from './books';

/**
 * Makes the workbooks of the tests by a real spreadsheet program, so that they hold what such a program writes:
 * `npx tsx tests/events/rosters/workbooks/make.ts`, with LibreOffice Calc installed (`libreoffice-calc-nogui`). The
 * workbooks are kept here, since the program is no part of the project.
 */
const NAMESPACES = ['office', 'style', 'text', 'table']
  .map((name) => `xmlns:${name}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`)
  .join(' ');

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
const paragraphs = (text: string) =>
  text
    .split('\n')
    .map((line) => `<text:p>${escaped(line)}</text:p>`)
    .join('');

const cell = (written: Written): string => {
  if (typeof written === 'number')
    return `<table:table-cell office:value-type="float" office:value="${written}"/>`;
  if (typeof written === 'string')
    return `<table:table-cell office:value-type="string">${paragraphs(written)}</table:table-cell>`;
  if ('date' in written)
    return `<table:table-cell table:style-name="day" office:value-type="date" office:date-value="${written.date}"/>`;
  if ('formula' in written) return `<table:table-cell table:formula="of:${escaped(written.formula)}"/>`;
  if ('covered' in written) return '<table:covered-table-cell/>';
  const { text, across = 1, down = 1 } = written;
  return `<table:table-cell office:value-type="string" table:number-columns-spanned="${across}" table:number-rows-spanned="${down}">${paragraphs(text)}</table:table-cell>`;
};

const row = (written: Row): string => {
  const { cells, hidden } = Array.isArray(written) ? { cells: written, hidden: undefined } : written;
  const visibility = hidden ? ` table:visibility="${hidden === 'filter' ? 'filter' : 'collapse'}"` : '';
  return `<table:table-row${visibility}>${cells.map(cell).join('')}</table:table-row>`;
};

const source = (sheets: (typeof BOOKS)[string]): string => `<?xml version="1.0" encoding="UTF-8"?>
<office:document ${NAMESPACES} xmlns:of="urn:oasis:names:tc:opendocument:xmlns:of:1.2" xmlns:number="urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0" office:version="1.2" office:mimetype="application/vnd.oasis.opendocument.spreadsheet">
<office:automatic-styles>
<number:date-style style:name="dmy"><number:day number:style="long"/><number:text>/</number:text><number:month number:style="long"/><number:text>/</number:text><number:year number:style="long"/></number:date-style>
<style:style style:name="day" style:family="table-cell" style:data-style-name="dmy"/>
<style:style style:name="hidden" style:family="table"><style:table-properties table:display="false"/></style:style>
</office:automatic-styles>
<office:body><office:spreadsheet>
${sheets
  .map(
    ({ name, hidden, hiddenColumns = [], rows }) =>
      `<table:table table:name="${escaped(name)}"${hidden ? ' table:style-name="hidden"' : ''}>${Array.from(
        { length: 10 },
        (_, at) => `<table:table-column${hiddenColumns.includes(at) ? ' table:visibility="collapse"' : ''}/>`,
      ).join('')}${rows.map(row).join('')}</table:table>`,
  )
  .join('\n')}
</office:spreadsheet></office:body></office:document>`;

const directory = mkdtempSync(join(tmpdir(), 'workbooks-'));
for (const [name, sheets] of Object.entries(BOOKS)) {
  const file = join(directory, `${name}.fods`);
  writeFileSync(file, source(sheets));
  execFileSync('soffice', ['--headless', '--convert-to', 'xlsx', '--outdir', import.meta.dirname, file]);
}
rmSync(directory, { recursive: true });
