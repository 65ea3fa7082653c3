import type { Copy } from '.';
import { events } from './en/events';
import { info } from './en/info';
import { invitations } from './en/invitations';
import { nominations } from './en/nominations';
import { notices } from './en/notices';
import { problems } from './en/problems';
import { registrations } from './en/registrations';
import { shared } from './en/shared';

export const en: Copy = { shared, events, registrations, nominations, invitations, info, notices, problems };
