import type { Inquiry } from '../../inquiries/inquiry';
import type { InquiryKind } from '../../inquiries/kinds';
import { linkToken } from '../../platform/keys/link-token';
import type { Message } from '../../platform/mail/message';
import type { Links, World } from '../../platform/world/world';
import { appealMessage } from './inquiries/appeal';
import { confirmationMessage } from './inquiries/confirmation';
import { consultationMessage } from './inquiries/consultation';
import type { InquiryWording } from './inquiries/inquiry-wording';
import { reviewMessage } from './inquiries/review';
import { findingMessage, visitMessage } from './inspection';
import { recommendationMessage } from './recommendation';
import { reportMessage } from './report';
import { supportMessage } from './support';

interface KindWords {
  link(links: Links, token: string): string;
  message(template: string, wording: InquiryWording): Message;
}

const words = <T extends Inquiry>(
  link: KindWords['link'],
  message: (template: string, wording: InquiryWording<T>) => Message,
): KindWords => ({
  link,
  // An inquiry of a kind has the fields of that kind.
  message: (template, wording) => message(template, wording as InquiryWording<T>),
});

/** Which page a link of a kind opens, and in which words a body hears of it. */
const WORDS: Record<InquiryKind, KindWords> = {
  recommendation: words((links, token) => links.recommendation(token), recommendationMessage),
  report: words((links, token) => links.report(token), reportMessage),
  support: words((links, token) => links.support(token), supportMessage),
  visit: words((links, token) => links.visit(token), visitMessage),
  finding: words((links, token) => links.finding(token), findingMessage),
  consultation: words((links, token) => links.consultation(token), consultationMessage),
  review: words((links, token) => links.teamReview(token), reviewMessage),
  appeal: words((links, token) => links.appeal(token), appealMessage),
  confirmation: words((links, token) => links.confirmation(token), confirmationMessage),
};

/** A notice about what is asked of a body, in the words of its kind. */
export const inquiryMessage = (world: World, template: string, inquiry: Inquiry): Message => {
  const { link, message } = WORDS[inquiry.kind];
  return message(template, {
    inquiry,
    link: link(world.links, linkToken(world, inquiry.id, inquiry.turn)),
    settings: world.settings,
    now: world.now(),
  });
};
