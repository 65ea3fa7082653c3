import type { AuthenticationResponseJSON } from '@simplewebauthn/server';
import * as z from 'zod';
import { callerAddress } from '../../../functions/directory/sign-in/caller-address';
import { askPasskey, signInByPasskey } from '../../../functions/directory/sign-in/passkey-sign-in';
import { parse } from '../../../functions/platform/input/parse';
import type { Page } from '../../env';
import { keepNever } from '../../ui/cache';
import { afterSignIn } from './kept';
import { credentialOf } from './read-credential';
import { giveSession } from './session-cookie';
import { addressForm } from './sign-in';

const PasskeyAnswer = z.object({ credential: credentialOf<AuthenticationResponseJSON>() });

/** The script asks for a challenge, and the form sends what the device made of it. */
export const signInByKey = {
  challenge: async (c: Page) => {
    keepNever(c);
    const world = c.get('world');
    return c.json(await askPasskey(world, { ip: callerAddress(world, c) }));
  },
  post: (c: Page) => {
    keepNever(c);
    return addressForm.handle(
      c,
      async ({ fields }) => {
        const world = c.get('world');
        const { credential: response } = parse(PasskeyAnswer, fields);
        const from = { ip: callerAddress(world, c), agent: c.req.header('user-agent') };
        const { account, session } = await signInByPasskey(world, { response, ...from });
        await giveSession(c, account, session);
        return afterSignIn(c, fields);
      },
      undefined,
    );
  },
};
