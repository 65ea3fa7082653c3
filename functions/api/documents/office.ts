import * as z from 'zod';
import { mustManage } from '../../directory/staff/may';
import { type OfficeSettings, readOffice } from '../../documents/office';
import { OfficeEdit, OfficeInput, setOffice } from '../../documents/set-office';
import { operation } from '../contract/operation';

const OfficeView = OfficeInput.extend({ version: z.number() }).meta({ id: 'Office' });

/** The fields of the answer, without the keys of the table. */
const view = (settings: OfficeSettings): z.output<typeof OfficeView> => OfficeView.strip().parse(settings);

/** How documents name the office. */
export const operations = [
  operation({
    id: 'getOffice',
    method: 'get',
    path: '/office',
    tag: 'Documents',
    summary: 'How documents name the office, and who usually signs',
    description: 'For admins. Until an admin writes it, the details of the stage.',
    who: 'staff',
    status: 200,
    answer: OfficeView,
    run: async ({ world, account }) => {
      mustManage(account);
      return view(await readOffice(world));
    },
  }),
  operation({
    id: 'updateOffice',
    method: 'put',
    path: '/office',
    tag: 'Documents',
    summary: 'Say how documents name the office, and who usually signs',
    description: 'For admins. Documents that were made before stay as they are.',
    who: 'staff',
    body: OfficeEdit,
    example: {
      version: 1,
      name: 'Sở Tư pháp tỉnh Kiên Giang',
      parent: 'UBND tỉnh Kiên Giang',
      place: 'Kiên Giang',
      code: 'STP',
      address: '21 đường Mẫu, thành phố Rạch Giá, tỉnh Kiên Giang',
      phone: '0297 000 0000',
      signer: { authority: 'KT', principal: 'Giám đốc', title: 'Phó Giám đốc', name: 'Lê Văn Mẫu' },
    },
    status: 200,
    answer: OfficeView,
    run: async ({ world, account, body }) => view(await setOffice(world, account, body)),
  }),
];
