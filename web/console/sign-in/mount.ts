import type { Pages } from '../../env';
import { routes } from '../../routes';
import { staffOnly } from '../../ui/console';
import { latelyToPost, signInAgainPage } from './again';
import { codePage } from './code';
import { passkeysPage } from './passkeys';
import { recoveryPage } from './recovery';
import { newRecoveryCode } from './recovery-code';
import { signOut, signOutEverywhere } from './session-cookie';
import { signInPage } from './sign-in';
import { signInByKey } from './sign-in-by-passkey';

/** Signing in by a passkey or a one-time code, and out. Vietnamese only, like the console behind it. */
export const consoleSignIn: Pages = (app) => {
  app.get(routes.signIn(), signInPage.get);
  app.post(routes.signIn(), signInPage.post);
  app.get(routes.signInCode(), codePage.get);
  app.post(routes.signInCode(), codePage.post);
  app.post(routes.signInPasskeyAsk(), signInByKey.challenge);
  app.post(routes.signInPasskey(), signInByKey.post);
  app.get(routes.signInRecovery(), recoveryPage.get);
  app.post(routes.signInRecovery(), recoveryPage.post);
  app.get(routes.signInAskRecovery(), recoveryPage.get);
  app.post(routes.signInAskRecovery(), recoveryPage.ask);
  app.get(routes.signInAgain(), staffOnly, signInAgainPage.get);
  app.post(routes.signInAgain(), staffOnly, signInAgainPage.post);
  app.post(routes.signOut(), signOut);
  app.post(routes.signOutEverywhere(), signOutEverywhere);

  app.get(routes.consolePasskeys(), staffOnly, passkeysPage.get);
  app.post(routes.consolePasskeys(), staffOnly, latelyToPost, passkeysPage.post);
  app.post(routes.consolePasskeyAsk(), staffOnly, passkeysPage.challenge);
  app.post(routes.consolePasskeyRemove(), staffOnly, latelyToPost, passkeysPage.remove);
  app.post(routes.ownRecoveryCode(), staffOnly, latelyToPost, newRecoveryCode);
};
