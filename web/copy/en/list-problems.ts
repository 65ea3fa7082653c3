import { showCount } from '../../../functions/platform/text/count';
import type { Copy } from '../vi/vi';

export const listProblems: Copy['problems'] = {
  'phone-words': (d) => `The phone cell says “${d.said}”; there is no number in it`,
  'phone-exponent': (d) =>
    `“${d.said}”: Excel has lost the last digits. Make the column Text and write the number again`,
  'phone-foreign': (d) => `“${d.said}” is a foreign number. Write a Vietnamese one`,
  'phone-hotline': (d) => `“${d.said}” is a hotline, not the number of a person`,
  'phone-area': (d) => `“${d.said}” is a landline without its area code, for example 0297 3800 000`,
  'phone-prefix': (d) => `The old prefix of ${d.said} was changed: ${d.now}`,
  'second-phone': (d) => `There are two numbers: the first is used, ${d.said} is not`,
  'beside-phone': (d) => `Beside the phone number stands “${d.said}”`,
  'second-email': (d) => `There are two addresses: the first is used, ${d.said} is not`,
  'email-unclear': (d) => `“${d.said}” is no email address and is left out`,
  'yes-unclear': (d) => `“${d.said}” is neither a yes nor a no and is left out`,
  'age-no-year': (d) => `The age “${d.said}” gives no year of birth and is left out`,
  'cell-too-long': (d) => `“${d.said}…” is too long and is left out`,
  'cell-unclear': (d) => `“${d.said}” cannot be used and is left out`,
  'formula-empty': () => 'This cell is a formula without a result. Open the file in Excel and save it again',
  'old-font': (d) => `“${d.said}”, written in an old font, was converted to Unicode`,
  'unit-from-above': (d) => `The unit is the one of the row above: ${d.said}`,
  'unit-missing': () => 'This row names no unit. Write a commune, a ward or a body',
  'name-column-missing': (d) => `No column of names was found in the heading: ${d.headings}`,
  'phone-column-missing': (d) => `No column of phone numbers was found in the heading: ${d.headings}`,
  'sheets-several': (d) => `Several sheets of the file hold people: ${d.sheets}. Choose one of them`,
  'sheet-unknown': (d) => `The file has no sheet “${d.said}”`,
  'birth-unreadable': (d) =>
    `Year of birth “${d.said}” cannot be read and is left out: write a year, such as 1968, or a real date`,
  'gender-unknown': (d) => `Gender “${d.said}” is not clear and is left out: write Nam, Nữ or Khác`,
  'role-unknown': (d) =>
    `Role “${d.said}” is not clear and is left out: write Tổ trưởng, Tổ phó or Hòa giải viên`,
  'too-many-rows': (d) => `At most ${showCount(Number(d.max), 'en')} rows at a time`,
  'row-unusable': (d) => `Row ${d.row} cannot be used, so nobody was replaced by it`,
  'chosen-twice': (d) => `Row ${d.row} was chosen for two people. Each row is for one`,
  'same-unanswered': () => 'Not answered yet: is this a person who is registered?',
  'row-twice': (d) => `Same as row ${d.row}`,
  'list-too-large': () => 'The list is too long. Please import it in several parts',
  'unit-ambiguous': (d) => `Several units have this name (${d.units}). Write which one, e.g. “${d.example}”`,
  'unit-now': (d) => `${d.said} is now ${d.now}`,
  'unit-over': (d) => `“${d.said}” has ended. Write the unit of today`,
  'table-heading-missing': () => 'No heading with a column for names was found. Put it in the first row',
  'unit-kind-unknown': () =>
    'The kind is not clear: write Xã, Phường, Đặc khu … before the name or in a column of its own',
  'attest-required': () => 'Please confirm that these people consented on paper',
  'named-otherwise': () =>
    'On the list already, with other particulars. To correct them, please call the contact person.',
  'list-empty': () => 'Please paste a list, or choose an Excel file',
  'sheet-unreadable': () =>
    'This file cannot be read. Please use an .xlsx or .csv file (UTF-8), or copy and paste it',
  'sheet-too-large': () => 'The file is too large: 2 MB at most',
  'file-or-text': () => 'Send either a file or the text of the list',
  'columns-malformed': () => 'The columns are not right: a JSON array with a name or null for each column',
  'person-forgotten': () =>
    'The data of this person were erased at their request after the list was sent, so this row was not imported',
  'list-gone': () => 'The list is no longer kept, so this row was not imported. Please import the list again',
  'row-failed': () => 'Something went wrong with this row. Please import it again',
  'import-missing': () => 'There is no such import.',
  'import-built-on': (d) =>
    `It cannot be taken back, since something changed after the import for: ${d.people}${d.more ? ` and ${showCount(Number(d.more), 'en')} more` : ''}.`,
  'built-on-came': (d) => `${d.name} was checked in`,
  'built-on-replaced': (d) => `${d.name} was replaced by another person`,
  'built-on-left': (d) => `${d.name} was cancelled, declined or moved`,
  'built-on-changed': (d) => `What is known of ${d.name} was changed later`,
  'built-on-decided': (d) => `The organizer decided again about the seat of ${d.name}`,
};
