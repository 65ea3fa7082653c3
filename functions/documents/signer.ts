import * as z from 'zod';
import { line, optional } from '../platform/input/fields';

/**
 * In whose place a letter is signed (Nghị định 30/2020/NĐ-CP, Annex I): by the head; by a person who acts as the head
 * (Q.); by a deputy (KT.); on behalf of a body that decides together (TM.); by order (TL.); by mandate (TUQ.).
 */
export const AUTHORITIES = ['head', 'Q', 'KT', 'TM', 'TL', 'TUQ'] as const;
export type Authority = (typeof AUTHORITIES)[number];

/** These name another office in the line above the signer's own. */
export const namesPrincipal = (authority: Authority): boolean => authority !== 'head' && authority !== 'Q';

/** Who signs a letter. Without a name, the line for it stays blank. */
export const Signer = z
  .strictObject({
    authority: z.enum(AUTHORITIES).default('head'),
    principal: optional(line(120)).describe('KT., TM., TL., TUQ.: in whose place, e.g. Giám đốc'),
    title: line(120).describe('The office of the person who signs, e.g. Phó Giám đốc'),
    name: optional(line(80)),
  })
  .superRefine(({ authority, principal }, context) => {
    if (namesPrincipal(authority) && !principal)
      context.addIssue({ code: 'custom', path: ['principal'], message: 'signer-principal-required' });
  });
export type Signer = z.output<typeof Signer>;

/** Where the department has named no signer yet. */
export const HEAD: Signer = { authority: 'head', title: 'Giám đốc' };

/** The lines above the signature: `KT. GIÁM ĐỐC`, `PHÓ GIÁM ĐỐC`. */
export const signatureLines = ({ authority, principal, title }: Signer): string[] => {
  const lines = namesPrincipal(authority)
    ? [`${authority}. ${principal}`, title]
    : [authority === 'Q' ? `Q. ${title}` : title];
  return lines.map((text) => text.toLocaleUpperCase('vi'));
};

/** A signer in one line: `KT. Giám đốc, Phó Giám đốc Nguyễn Văn A`. */
export const signerLine = ({ authority, principal, title, name }: Signer): string => {
  const own = [authority === 'Q' ? `Q. ${title}` : title, name].filter(Boolean).join(' ');
  return namesPrincipal(authority) ? `${authority}. ${principal}, ${own}` : own;
};
