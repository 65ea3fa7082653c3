import type { BodyInput, BodyKind } from '../../functions/directory/bodies/body';
import { createBody } from '../../functions/directory/bodies/create';
import type { World } from '../../functions/platform/world/world';
import { samplePerson } from './people';
import { districts } from './units';

interface Sample {
  id: string;
  name: string;
  kind: BodyKind;
  /** The part of the address before `@`; the domain is reserved for examples. */
  mailbox?: string;
  position?: string;
  unitId?: string;
}

/** Every body that the plan names. */
const named: Sample[] = [
  {
    id: 'bod_stp',
    name: 'Sở Tư pháp',
    kind: 'department',
    mailbox: 'vanthu.stp',
    position: 'Chánh Văn phòng',
  },
  { id: 'bod_vpubnd', name: 'Văn phòng Ủy ban nhân dân tỉnh', kind: 'department', mailbox: 'vanphong' },
  { id: 'bod_mttq', name: 'Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh', kind: 'front', mailbox: 'mattran' },
  { id: 'bod_hlhpn', name: 'Hội Liên hiệp Phụ nữ tỉnh', kind: 'union', mailbox: 'phunu' },
  { id: 'bod_hnd', name: 'Hội Nông dân tỉnh', kind: 'union', mailbox: 'nongdan' },
  { id: 'bod_hccb', name: 'Hội Cựu chiến binh tỉnh', kind: 'union', mailbox: 'bounce' },
  { id: 'bod_dtn', name: 'Tỉnh Đoàn', kind: 'union', mailbox: 'tinhdoan' },
  { id: 'bod_ldld', name: 'Liên đoàn Lao động tỉnh', kind: 'union', mailbox: 'congdoan' },
  { id: 'bod_tand', name: 'Tòa án nhân dân tỉnh', kind: 'court', mailbox: 'toaan', position: 'Thẩm phán' },
  {
    id: 'bod_vksnd',
    name: 'Viện Kiểm sát nhân dân tỉnh',
    kind: 'procuracy',
    mailbox: 'vienkiemsat',
    position: 'Kiểm sát viên',
  },
  { id: 'bod_hlg', name: 'Hội Luật gia tỉnh', kind: 'lawyers-association', mailbox: 'hoiluatgia' },
  { id: 'bod_dls', name: 'Đoàn Luật sư tỉnh', kind: 'bar-association', mailbox: 'doanluatsu' },
  { id: 'bod_tttvpl', name: 'Trung tâm Tư vấn pháp luật', kind: 'legal-centre', mailbox: 'tuvanphapluat' },
  { id: 'bod_stttt', name: 'Sở Thông tin và Truyền thông', kind: 'department', mailbox: 'vanthu.stttt' },
  { id: 'bod_stc', name: 'Sở Tài chính', kind: 'department', mailbox: 'vanthu.stc' },
];

/** The districts' committees; their Phòng Tư pháp is the contact (III.2). */
export const committeeId = (unitId: string) => unitId.replace('unt_', 'bod_ubnd_');
export const committees: Sample[] = districts.map((d) => ({
  id: committeeId(d.id),
  name: `Ủy ban nhân dân ${d.kind === 'city' ? 'thành phố' : 'huyện'} ${d.name}`,
  kind: 'people-committee',
  mailbox: `tuphap.${d.id.slice(4)}`,
  position: 'Trưởng phòng Tư pháp',
  unitId: d.id,
}));

/** The names are the plan's; people, addresses and numbers are samples. */
const entry = ({ name, kind, mailbox, position, unitId }: Sample, i: number): BodyInput => {
  const person = samplePerson(800 + i);
  return {
    name,
    kind,
    ...(unitId && { unitId }),
    ...(mailbox && { email: `${mailbox}@kiengiang.example` }),
    phone: person.phone,
    contacts: [{ name: person.fullName, position: position ?? 'Chánh Văn phòng' }],
  };
};

export const seedBodies = async (world: World): Promise<void> => {
  for (const [i, sample] of [...named, ...committees].entries())
    await createBody(world, entry(sample, i), { id: sample.id, sample: true });
};

export const bodyName = (id: string): string => {
  const found = [...named, ...committees].find((b) => b.id === id);
  if (!found) throw new Error(`no body ${id} in the demo`);
  return found.name;
};
