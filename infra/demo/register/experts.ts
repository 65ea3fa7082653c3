import type { World } from '../../../functions/platform/world/world';
import type { ExpertInput } from '../../../functions/programme/experts/expert';
import { createExpert } from '../../../functions/programme/experts/save';

type Sample = Omit<ExpertInput, 'nonce' | 'from'>;

/** Invented people: each name contains "Mẫu", and no phone or address is in use. */
const SAMPLES: Readonly<Record<string, Sample>> = {
  exp_mau_dat_dai: {
    bodyId: 'bod_dls',
    fullName: 'Phạm Thị Mẫu Hạnh',
    position: 'Luật sư',
    topics: ['land', 'inheritance'],
    phone: '0900000881',
  },
  exp_mau_hon_nhan: {
    bodyId: 'bod_hlg',
    fullName: 'Ngô Văn Mẫu Thành',
    position: 'Luật gia',
    topics: ['family', 'violence'],
    phone: '0900000882',
    email: 'thanh@mau.example',
  },
  exp_mau_toa_an: {
    bodyId: 'bod_tand',
    fullName: 'Lý Thị Mẫu Minh',
    position: 'Thẩm phán',
    topics: ['court-recognition'],
    phone: '0900000883',
    to: '2021-12-31',
    document: 'Công văn số 30/TAND, ngày 05/4/2021 (mẫu)',
  },
};

/** Experts that the lawyers’ bodies and the Court named in 2021. */
export const seedExperts = async (world: World): Promise<void> => {
  for (const [id, input] of Object.entries(SAMPLES))
    await createExpert(world, { ...input, from: '2021-04-15' }, { id, sample: true });
};
