import type { FC } from 'hono/jsx';
import { type Authority, HEAD, type Signer, signerLine } from '../../../functions/documents/signer';
import type { UsedSigner } from '../../../functions/events/letters/shared-letter';
import { signerId } from '../../../functions/events/letters/signers';
import { type FieldSpec, type Fields, type FilledForm, valueAt } from '../../ui/form';

/** The value of the choice for a signer who is typed. */
const OTHER = 'khac';

export const AUTHORITY_WORDS: Record<Authority, string> = {
  head: 'Người đứng đầu ký',
  Q: 'Q. (quyền cấp trưởng)',
  KT: 'KT. (ký thay cấp trưởng)',
  TM: 'TM. (thay mặt tập thể)',
  TL: 'TL. (thừa lệnh)',
  TUQ: 'TUQ. (thừa ủy quyền)',
};

export const signerFields = () =>
  ({
    signer: { as: 'select', label: 'Người ký' },
    signerAuthority: {
      as: 'select',
      label: 'Quyền hạn ký',
      options: Object.entries(AUTHORITY_WORDS).map(([value, label]) => ({ value, label })),
    },
    signerPrincipal: {
      label: 'Ký thay, thay mặt, theo lệnh hoặc ủy quyền của',
      hint: 'Ví dụ: Giám đốc. Bỏ trống khi người đứng đầu ký.',
      optional: true,
      maxlength: 120,
      errorsOf: ['signer.principal'],
    },
    signerTitle: {
      label: 'Chức vụ của người ký',
      hint: 'Ví dụ: Phó Giám đốc',
      optional: true,
      maxlength: 120,
      errorsOf: ['signer.title'],
    },
    signerName: { label: 'Họ và tên người ký', optional: true, maxlength: 80, errorsOf: ['signer.name'] },
  }) satisfies Record<string, FieldSpec>;

type SignerField = keyof ReturnType<typeof signerFields>;

/** Who may sign: those of earlier letters, or the head without a name. */
const offered = (used: readonly UsedSigner[], chosen?: Signer): Signer[] => {
  const all = [...(chosen ? [chosen] : []), ...used.map(({ signer }) => signer)];
  const each = new Map((all.length > 0 ? all : [HEAD]).map((signer) => [signerId(signer), signer]));
  return [...each.values()];
};

/** Chosen among those who signed before, or typed. */
export const SignerQuestions: FC<{
  form: FilledForm<SignerField>;
  used: readonly UsedSigner[];
  chosen?: Signer;
}> = ({ form, used, chosen }) => (
  <>
    <form.Field
      name="signer"
      options={[
        ...offered(used, chosen).map((signer) => ({ value: signerId(signer), label: signerLine(signer) })),
        { value: OTHER, label: 'Người khác (ghi ở mục dưới đây)' },
      ]}
    />
    <details open={valueAt(form, 'signer') === OTHER || form.errors.some((e) => e.path.startsWith('signer'))}>
      <summary>Người ký khác</summary>
      <form.Field name="signerAuthority" />
      <form.Field name="signerPrincipal" />
      <form.Field name="signerTitle" />
      <form.Field name="signerName" />
    </details>
  </>
);

/** The signer as the schema takes it; undefined where the form says nothing. What was typed counts before the choice. */
export const readSigner = (
  fields: Fields<SignerField>,
  used: readonly UsedSigner[],
  chosen?: Signer,
): Record<string, unknown> | undefined => {
  const {
    signerAuthority: authority,
    signerPrincipal: principal,
    signerTitle: title,
    signerName: name,
  } = fields;
  if (fields.signer === OTHER || title) return { authority, principal, title: title ?? '', name };
  return offered(used, chosen).find((signer) => signerId(signer) === fields.signer);
};
