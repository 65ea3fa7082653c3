import { expect, test } from 'vitest';
import { conclusionDocument } from '../../functions/visits/conclusion';
import type { Finding } from '../../functions/visits/finding';
import type { Visit } from '../../functions/visits/visit';

test('a conclusion labels evidence and reply without a colon, which the document sets', () => {
  const about = { unitName: 'Huyện Gò Quao', lead: 'A', front: 'B', others: [], checklist: [], purpose: 'C' };
  const visit = { about, dueOn: '2021-09-15', bodyName: 'UBND huyện Gò Quao', endWords: 'Tốt.' };
  const finding = {
    title: 'Sổ',
    status: 'asked',
    dueOn: '2021-10-15',
    about: { words: 'Thiếu.', evidence: 'Sổ của ba tổ' },
  };
  const text = JSON.stringify(conclusionDocument(visit as unknown as Visit, [finding as unknown as Finding]));
  expect(text).toContain('"label":"Căn cứ","text":"Sổ của ba tổ"');
  expect(text).toContain('"label":"Giải trình của đơn vị"');
});
