import type { Channel } from './delivery';

/** Who is to be told, and who tells them where mail does not reach. */
export interface Recipient {
  name: string;
  phone?: string;
  email?: string;
  /** `nom_…` where an officer named the person, else `evt_…`: its organizer. */
  owner: string;
}

/** A way to tell somebody something. SMS would be one more, between these two; no provider is bound. */
export interface ChannelRule {
  name: Channel;
  /** @param unwanted whether mail to the recipient's address bounced, was complained about or is too much */
  reaches(recipient: Recipient, unwanted: boolean): boolean;
  /** How a new delivery of this channel begins. */
  begins: { state: 'due'; open: 'due' } | { state: 'to-call'; open: 'to-call' };
}

const email: ChannelRule = {
  name: 'email',
  reaches: (recipient, unwanted) => Boolean(recipient.email) && !unwanted,
  begins: { state: 'due', open: 'due' },
};

/** A person with a list in hand. Reaches everybody: even without a number, somebody must find a way. */
const call: ChannelRule = {
  name: 'call',
  reaches: () => true,
  begins: { state: 'to-call', open: 'to-call' },
};

export const channels: readonly ChannelRule[] = [email, call];

export const chooseChannel = (recipient: Recipient, unwanted: boolean): ChannelRule =>
  channels.find((channel) => channel.reaches(recipient, unwanted)) ?? call;
