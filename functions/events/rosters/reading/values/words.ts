import { plain } from '../../../../platform/text/text';
import { note, type Read } from './value';

const bare = (cell: string): string =>
  plain(cell)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

const GENDER: Record<string, string> = {
  ...Object.fromEntries(
    ['nu', 'nu gioi', 'female', 'f', 'ba', 'chi', 'co', 'gai', 'con gai', 'phu nu', 'dan ba'].map((w) => [
      w,
      'female',
    ]),
  ),
  ...Object.fromEntries(
    ['nam', 'nam gioi', 'male', 'm', 'ong', 'anh', 'trai', 'con trai', 'dan ong'].map((w) => [w, 'male']),
  ),
  ...Object.fromEntries(['khac', 'other'].map((w) => [w, 'other'])),
};

export const readGender = (cell: string): Read<string> => {
  const value = GENDER[bare(cell)];
  return value ? { value, notes: [] } : { notes: [note('gender', 'gender-unknown', { said: cell })] };
};

/** A role, with or without the team that it is in: "Tổ trưởng tổ hòa giải", "HGV". */
const IN_TEAM = '( to)?( (hoa giai|hg|thg)( .*)?)?|( thuoc)? to( so)? \\d+.*';
const AND_MORE = '( (kiem|va))? (hoa giai vien|hgv|thu ky|to vien)';
const rolesOf = (words: string) => new RegExp(`^(${words})(${IN_TEAM}|${AND_MORE})$`);
const ROLES: readonly (readonly [string, RegExp])[] = [
  ['deputy', rolesOf('p(ho)? to truong|to pho|pho to|to truong pho|tp')],
  ['leader', rolesOf('to truong|truong to|t truong|tt')],
  ['mediator', rolesOf('hoa giai vien( o? ?co so)?|hgv|thanh vien|to vien|vien|tv')],
];

export const readRole = (cell: string): Read<string> => {
  const said = bare(cell.replace(/\([^)]*\)/g, ' '));
  const value = ROLES.find(([, words]) => words.test(said))?.[0];
  return value ? { value, notes: [] } : { notes: [note('teamRole', 'role-unknown', { said: cell })] };
};

const YES =
  /^(co|can|yes|y|c|x+|v|1|true|ok|khmer|tieng khmer|(co|can)( (nhu cau|can|ho tro|phien dich|thong dich|tieng khmer|khmer|a))+)$/;

/** A yes is a mark or a word of yes; any other words are shown, and are no yes. */
export const readYes = (path: string, cell: string): Read<boolean> =>
  YES.test(bare(cell)) || /^\s*[✓✔☑√]\s*$/.test(cell)
    ? { value: true, notes: [] }
    : { notes: [note(path, 'yes-unclear', { said: cell })] };

/** The first address of a cell, without what programs put around it. */
export const readEmail = (cell: string): Read<string> => {
  const written = cell.replace(/\p{Cf}/gu, '');
  const [first, second] = written.match(/[^\s;,/|<>()[\]:"']+@[^\s;,/|<>()[\]:"']+/g) ?? [];
  if (!first) return { notes: [note('email', 'email-unclear', { said: cell })] };
  return {
    value: first.replace(/[.…]+$/, ''),
    notes: second ? [note('email', 'second-email', { said: second })] : [],
  };
};
