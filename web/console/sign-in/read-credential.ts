import * as z from 'zod';

/** What every answer of an authenticator has; what is inside is for the library to prove. */
const Credential = z.looseObject({
  id: z.string().min(1).max(1_500),
  rawId: z.string().max(1_500),
  type: z.literal('public-key'),
  clientExtensionResults: z.looseObject({}),
  response: z.looseObject({ clientDataJSON: z.string().max(10_000) }),
});

/** A browser's answer as the form has it, in JSON. */
export const credentialOf = <T>() =>
  z
    .string('passkey-refused')
    .max(50_000)
    .transform((text, context): T => {
      try {
        return Credential.parse(JSON.parse(text)) as T;
      } catch {
        context.addIssue({ code: 'custom', message: 'passkey-refused' });
        return z.NEVER;
      }
    });
