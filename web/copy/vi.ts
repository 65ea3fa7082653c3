import { events } from './vi/events';
import { info } from './vi/info';
import { invitations } from './vi/invitations';
import { nominations } from './vi/nominations';
import { notices } from './vi/notices';
import { problems } from './vi/problems';
import { registrations } from './vi/registrations';
import { shared } from './vi/shared';

/** Everything the public pages say, in Vietnamese: the first language, and the shape of every other. */
export const vi = { shared, events, registrations, nominations, invitations, info, notices, problems };
