import type { Pages } from '../../env';
import { mountDesk } from '../../parts/nominations/pages/mount';
import { behindLink, linkPaths } from './behind-link';

/** The pages behind the link by which a unit or body names its people. No account: the link is the key. */
export const nominationPages: Pages = (app) => mountDesk(app, linkPaths(':token'), behindLink);
