import { Duration } from 'aws-cdk-lib';
import { Metric, Stats } from 'aws-cdk-lib/aws-cloudwatch';
import type { Stage } from '../../stages/stage';
import type { Handler } from '../function';
import type { MailService } from '../mail';
import { fullQueue, measured, type Trouble } from './alarm';
import { countOf } from './log-lines';

/** Alarms for mail that stands, is refused or comes back. */
export const watchMail = (
  add: (id: string, trouble: Trouble) => void,
  { stage, mail, feedback }: { stage: Stage; mail: MailService; feedback: Handler },
): void => {
  add('MailLate', {
    what: 'A mail has been due for a quarter of an hour, or the clock does not say',
    impact: 'People are not told: confirmations, invitations and cancellations wait.',
    look: "The clock's and the mailer's log, level error; then SES: sandbox, quota, sending paused.",
    metric: measured(stage, 'oldestDueSeconds'),
    over: 900,
    silenceIsTrouble: true,
  });
  add('MailRefused', {
    what: 'SES does not take mails',
    impact: 'Mails are tried again later; after six refusals their people stand on the call list.',
    look: "The log lines mail-refused, mail-throttled and mail-unknown: they say SES's reason.",
    metric: measured(stage, 'mailsRefused', Stats.SUM),
    over: 5,
    periods: 3,
  });
  add('MailHeld', {
    what: 'Sending has been held for an hour',
    impact: 'No notice goes out by mail until a person releases it.',
    look: 'The console, under the mails sent: who holds it, or whether tables were restored.',
    metric: measured(stage, 'mailsHeld'),
    over: 0,
    periods: 12,
  });
  add('MailUnknown', {
    what: 'The answers to many mails were lost',
    impact: 'It is unknown whether these people were told; such a mail is never sent again by itself.',
    look: 'The console, under the mails sent: decide there; and whether the feedback function works.',
    metric: measured(stage, 'mailsUnknown'),
    over: 20,
    periods: 12,
  });
  add('FeedbackLost', {
    what: "SES's word on some mails could not be handled",
    impact: 'Bounces stay unseen: people believed told were not.',
    look: "The feedback function's log; mend, then `npm run redrive` (docs/operations.md).",
    ...fullQueue(mail.undelivered),
  });
  add('ReceiptsStopped', {
    what: 'Receipts of people who register by themselves came back too often, and have stopped',
    impact: 'These people read their code on the screen alone. All other mail goes out.',
    look: 'The console, under the mails sent: look at the latest registrations, then let the receipts go out again.',
    metric: countOf('unasked-mail-stopped', 'unasked-mail-stopped', feedback, stage),
    over: 0,
  });
  add('Bounces', {
    what: 'Too many mails bounce',
    impact: 'Above 5 % SES reviews the account, above 10 % it stops all mail.',
    look: 'The console lists marked addresses; look for a wrong import.',
    metric: ses('Reputation.BounceRate'),
    over: 0.04,
  });
  add('Complaints', {
    what: 'Too many people call our mail spam',
    impact: 'Above 0.1 % SES reviews the account, above 0.5 % it may stop all mail.',
    look: 'Which notice it was, and whether its unsubscribe link works.',
    metric: ses('Reputation.ComplaintRate'),
    over: 0.0008,
  });
};

const ses = (metricName: string) =>
  new Metric({ namespace: 'AWS/SES', metricName, period: Duration.hours(1), statistic: Stats.MAXIMUM });
