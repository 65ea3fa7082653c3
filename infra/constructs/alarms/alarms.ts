import { Duration } from 'aws-cdk-lib';
import { type Alarm, Stats } from 'aws-cdk-lib/aws-cloudwatch';
import { FilterPattern, MetricFilter } from 'aws-cdk-lib/aws-logs';
import type { Topic } from 'aws-cdk-lib/aws-sns';
import { Construct } from 'constructs';
import type { Stage } from '../../stages/stage';
import type { Api } from '../api';
import { canary } from '../canary';
import { type Handler, metricsNamespace } from '../function';
import type { MailService } from '../mail';
import type { ClockSchedule } from '../schedule';
import type { Streams } from '../streams';
import type { UsedTables } from '../used-tables';
import { addAlarm, alarmTopic, fullQueue, measured, type Trouble } from './alarm';
import { watchMail } from './mail';
import { watchReaders } from './readers';
import { watchSecurity } from './security';
import { watchTables } from './tables';

interface AlarmsProps {
  stage: Stage;
  api: Api;
  streams: Streams;
  schedule: ClockSchedule;
  feedback: Handler;
  mail: MailService;
  tables: UsedTables;
}

const MINUTES = Duration.minutes;

/** Alarms only for what people feel; each says what they feel and where to look first. */
export class Alarms extends Construct {
  private readonly topic: Topic;

  constructor(scope: Construct, id: string, props: AlarmsProps) {
    super(scope, id);
    const { stage, api, streams, schedule, feedback, mail, tables } = props;
    this.topic = alarmTopic(this, { key: mail.key, email: stage.alarmEmail });
    this.watchSite(api);
    const releaseAlarms = this.watchRelease(api);
    if (stage.canary) canary(this, api.handler, releaseAlarms);
    this.watchErrors(streams, schedule, feedback);
    watchReaders((id, trouble) => this.add(id, trouble), { stage, streams });
    this.watchClock(schedule);
    watchMail((id, trouble) => this.add(id, trouble), { stage, mail, feedback });
    this.watchLogs(stage, [
      api.handler,
      streams.mailer,
      streams.importer,
      streams.audit,
      schedule.clock,
      feedback,
    ]);
    watchTables((id, trouble) => this.add(id, trouble), tables);
    watchSecurity((id, trouble) => this.add(id, trouble), { stage, api });
  }

  /** A new version of the site that fails is taken back within a minute or two. */
  private watchRelease({ api, handler }: Api): Alarm[] {
    const now = { period: MINUTES(1), statistic: Stats.SUM };
    return [
      this.add('ReleaseFails', {
        what: 'The site answers with errors now',
        impact: 'People see an error page; a release that is under way is taken back.',
        look: 'The release of the log lines, level error: the new one, or both.',
        metric: api.metricServerError(now),
        over: 3,
      }),
      this.add('ReleaseBreaks', {
        what: 'The http function breaks',
        impact: 'People see an error page; a release that is under way is taken back.',
        look: "The http function's log: out of memory or time, or it does not start.",
        metric: handler.alias.metricErrors(now),
        over: 1,
      }),
    ];
  }

  private watchSite({ api, handler }: Api) {
    this.add('Http5xx', {
      what: 'The site answers with errors',
      impact: 'People see an error page instead of a class, a form or their code; some cannot register.',
      look: "The http function's log, level error; each entry has the id that the person can read out.",
      metric: api.metricServerError({ period: MINUTES(5), statistic: Stats.SUM }),
      over: 5,
    });
    this.add('HttpSlow', {
      what: 'The site is slow',
      impact: 'One visitor in twenty waits more than three seconds; on a weak line they give up.',
      look: "The http function's duration and cold starts; DynamoDB's latency.",
      metric: api.metricLatency({ period: MINUTES(5), statistic: 'p95' }),
      over: 3_000,
      periods: 3,
    });
    this.add('HttpThrottled', {
      what: 'The http function is refused a place to run',
      impact: 'In a rush of registrations some people get an error and must try again.',
      look: "The account's limit of concurrent functions in this region.",
      metric: handler.function.metricThrottles({ period: MINUTES(5) }),
      over: 0,
    });
  }

  private watchErrors({ mailer, importer, audit }: Streams, { clock }: ClockSchedule, feedback: Handler) {
    for (const { handler, impact } of [
      {
        handler: mailer,
        impact: 'Notices are written down late or not by the stream; the clock makes up for it in minutes.',
      },
      { handler: importer, impact: 'Imports of lists stand still, or go on only once a minute.' },
      {
        handler: audit,
        impact: 'The history of who changed what has gaps until records are sent again.',
      },
      { handler: clock, impact: 'Reminders, promotions after a crash and missed notices come late.' },
      { handler: feedback, impact: 'Bounced addresses keep being mailed, and their owners are not called.' },
    ])
      this.add(`${handler.node.id}Fails`, {
        what: `The ${handler.name} function fails`,
        impact,
        look: `The ${handler.name} function's log, level error.`,
        metric: handler.function.metricErrors({ period: MINUTES(5) }),
        over: 2,
        periods: 2,
      });
  }

  /** What the code catches and logs is no error of a function for Lambda. One metric for all functions: it has a price. */
  private watchLogs(stage: Stage, handlers: readonly Handler[]) {
    const filters = handlers.map(
      (handler) =>
        new MetricFilter(handler, 'ErrorsLogged', {
          logGroup: handler.log,
          filterPattern: FilterPattern.stringValue('$.level', '=', 'ERROR'),
          metricNamespace: metricsNamespace(stage),
          metricName: 'errors-logged',
        }),
    );
    this.add('ErrorsLogged', {
      what: 'The functions log errors, one after the other',
      impact: 'A step fails again and again: sign-in codes, a step of the clock, an import, or a page.',
      look: "Logs Insights over the stage's log groups: level ERROR, counted by message.what.",
      metric: filters[0]!.metric({ period: MINUTES(5), statistic: Stats.SUM }),
      over: 2,
      periods: 3,
    });
    this.add('RecordsReadAgain', {
      what: 'The readers of the streams ask for the same records again',
      impact: 'Notices and history come late, and nothing is lost: records wait for six hours.',
      look: "DynamoDB's health, then the logs of mailer and audit, level error.",
      metric: measured(stage, 'recordsReadAgain', Stats.SUM),
      over: 0,
      periods: 3,
    });
  }

  private watchClock({ clock, missed }: ClockSchedule) {
    this.add('ClockStands', {
      what: 'The clock has not run for ten minutes',
      impact: 'No reminder goes out, freed seats of crashed requests stay empty, missed notices stay missed.',
      look: 'The schedule, its queue of missed minutes, and the clock function.',
      metric: clock.function.metricInvocations({ period: MINUTES(5) }),
      below: 1,
      periods: 2,
      silenceIsTrouble: true,
    });
    this.add('ClockMissed', {
      what: 'The scheduler could not start the clock',
      impact: 'The same as a clock that stands, for single minutes.',
      look: "The queue's messages name the reason.",
      ...fullQueue(missed),
    });
  }

  private add(id: string, trouble: Trouble): Alarm {
    return addAlarm(this, id, this.topic, trouble);
  }
}
