import { addAccount } from '../../functions/directory/sign-in/add-account';
import type { World } from '../../functions/platform/world/world';

/** The account that the first screen names, and whose token calls the API. */
export const ORGANIZER = 'acc_tochuc';
export const SIGN_IN = 'to-chuc@stp.example';

const accounts = [
  { id: ORGANIZER, email: SIGN_IN, name: 'Trần Thị Mẫu Bình', role: 'organizer' },
  { id: 'acc_quantri', email: 'quan-tri@stp.example', name: 'Lê Văn Mẫu Quản', role: 'admin' },
  {
    id: 'acc_goquao',
    email: 'go-quao@kiengiang.example',
    name: 'Danh Mẫu Sơn',
    role: 'officer',
    unitId: 'unt_goquao',
  },
  { id: 'acc_mattran', email: 'mat-tran@kiengiang.example', name: 'Nguyễn Văn Mẫu Trận', role: 'viewer' },
] as const;

/** One account of each role: admin, organizer, an officer of Gò Quao, a viewer of the Front. */
export const seedAccounts = async (world: World): Promise<void> => {
  for (const { id, ...account } of accounts) await addAccount(world, account, { id });
};
