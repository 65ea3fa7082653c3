import { plain } from '../../platform/text/vietnamese';
import type { BodyKind } from './body';

/** How names of bodies begin, without accents; the first rule that fits decides. */
const RULES: readonly (readonly [BodyKind, RegExp])[] = [
  ['lawyers-association', /^hoi luat gia/],
  ['bar-association', /^doan luat su/],
  ['front', /(?:mat tran to quoc|mttq)/],
  ['people-committee', /^(?:uy ban nhan dan|ubnd|hoi dong nhan dan|hdnd)/],
  ['court', /^(?:toa an|tand)/],
  ['procuracy', /^(?:vien kiem sat|vks)/],
  ['legal-centre', /^(?:trung tam (?:tu van|tro giup))/],
  ['law-office', /(?:van phong luat su|cong ty luat|to chuc hanh nghe luat su|van phong cong chung)/],
  ['company', /^(?:cong ty|doanh nghiep|tap doan|ngan hang|hop tac xa)/],
  ['union', /^(?:hoi|doan|lien doan|cong doan|hiep hoi|lien hiep)/],
  [
    'department',
    /^(?:so|ban|phong|van phong|cong an|bo chi huy|thanh tra|cuc|chi cuc|dang uy|huyen uy|tinh uy|bao|dai)\b/,
  ],
];

/** The kind of a body as its name says it; `other` where it says none. */
export const kindOfName = (name: string): BodyKind =>
  RULES.find(([, rule]) => rule.test(plain(name)))?.[0] ?? 'other';
