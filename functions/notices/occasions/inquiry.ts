import { reminderDue } from '../../inquiries/days';
import type { Inquiry } from '../../inquiries/inquiry';
import { remindingOf, tellsEnd } from '../../inquiries/kinds';
import { iso } from '../../platform/time/dates';
import type { Occasion } from './occasion';

/** The notices due to a body of which something is asked. */
export const inquiryOccasions = (inquiry: Inquiry, now: number): Occasion[] => {
  const { status, turn, askedAt, createdAt, answer, kind } = inquiry;
  switch (status) {
    case 'asked': {
      const asked = {
        sk: `inquiry#${turn}`,
        template: turn > 1 ? 'inquiry-again' : 'inquiry',
        at: askedAt,
      };
      const reminder = reminderDue(inquiry, remindingOf(kind), now);
      if (!reminder) return [asked];
      const template = reminder.day > 0 ? 'inquiry-late' : 'inquiry-reminder';
      return [asked, { sk: `inquiry-reminder#${turn}#${reminder.day}`, template, at: iso(reminder.at) }];
    }
    case 'answered':
      if (!answer) return [];
      return [
        {
          sk: `inquiry-answered#${answer.n}`,
          template: 'inquiry-answered',
          at: answer.at,
          // It stands on the page, or was said on the phone: no call is made for it.
          seen: true,
        },
      ];
    case 'withdrawn':
      return [{ sk: `inquiry-withdrawn#${turn}`, template: 'inquiry-withdrawn', takesBack: createdAt }];
    case 'closed':
      return tellsEnd(kind)
        ? [{ sk: `inquiry-closed#${turn}`, template: 'inquiry-closed', at: inquiry.endedAt }]
        : [];
  }
};
