import type { Channel } from './delivery';

/** The person to tell, and on whose call list they are where mail does not reach them. */
export interface Recipient {
  name: string;
  phone?: string;
  email?: string;
  /** The id of the thing whose call list it is. */
  owner: string;
  unitId?: string | undefined;
}

/** A way to tell a person. SMS would be one more, between these two; no provider is bound. */
interface ChannelRule {
  name: Channel;
  /** @param unwanted whether the address bounced, complained, asked for no mail or got too much */
  reaches(recipient: Recipient, unwanted: boolean): boolean;
  /** How a new delivery of this channel begins. */
  begins: { state: 'due'; open: 'due' } | { state: 'to-call'; open: 'to-call' };
}

const email: ChannelRule = {
  name: 'email',
  reaches: (recipient, unwanted) => Boolean(recipient.email) && !unwanted,
  begins: { state: 'due', open: 'due' },
};

/** A person with a list. Always possible: without a phone number the caller must find another way. */
const call: ChannelRule = {
  name: 'call',
  reaches: () => true,
  begins: { state: 'to-call', open: 'to-call' },
};

const channels: readonly ChannelRule[] = [email, call];

export const chooseChannel = (recipient: Recipient, unwanted: boolean): ChannelRule =>
  channels.find((channel) => channel.reaches(recipient, unwanted)) ?? call;
