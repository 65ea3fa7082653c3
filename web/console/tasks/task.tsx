import type { FC } from 'hono/jsx';
import { showCount } from '../../../functions/platform/text/count';
import { localDate } from '../../../functions/platform/time/dates';
import { shortDay } from '../../../functions/platform/time/format-date';
import { type Indicator, TYPED } from '../../../functions/programme/plans/indicators';
import { mayProgramme } from '../../../functions/programme/plans/may';
import { dueNow } from '../../../functions/programme/progress/due';
import { readTaskProgress, type TaskProgress } from '../../../functions/programme/progress/progress';
import { readTieable, tiesOf } from '../../../functions/programme/progress/ties';
import type { Entry, Finished } from '../../../functions/programme/results/result';
import type { Page } from '../../env';
import { coordinatingOf } from '../../parts/programme/plan-content';
import { DueTag, Goals, ProgressBars } from '../../parts/programme/progress';
import { DONE, QUERY, withQuery } from '../../query';
import { routes } from '../../routes';
import { ConsolePage, Done } from '../../ui/console';
import { History, readStory } from '../history/history';
import { readTask, type TaskOfPlan } from './access';
import { TieGroups } from './ties';

const WORDS = {
  [DONE.resultEntered]: 'Đã ghi kết quả.',
  [DONE.finished]: 'Đã ghi nhiệm vụ hoàn thành.',
  [DONE.resumed]: 'Đã ghi nhiệm vụ làm tiếp.',
};

/** The words of the history. */
const FIELD = { entries: 'kết quả', finished: 'việc hoàn thành' } as const;

/** A task of a plan: who does it when, what it reached, and what is done about it. */
export const taskPage = async (c: Page): Promise<Response> => {
  const world = c.get('world');
  const at = await readTask(c);
  const { plan, task } = at;
  const { seeResults } = mayProgramme(c.get('account'));
  const account = c.get('account');
  const all = await readTieable(world, account, plan);
  const [progress, story] = seeResults
    ? await Promise.all([readTaskProgress(world, plan, task, all), readStory(world, task.id)])
    : [];
  return c.html(
    <ConsolePage
      c={c}
      title={`Nhiệm vụ ${task.row}`}
      at={routes.consoleProgramme()}
      back={{ href: `${routes.consolePlan(plan.id)}#${task.id}`, label: `Kế hoạch năm ${plan.year}` }}
    >
      <Done c={c} words={WORDS} />
      <p>
        {task.words} <DueTag due={progress && dueNow(plan, progress, world.now())} />
      </p>
      <TaskFacts at={at} />
      <Acts c={c} at={at} progress={progress} />
      <h2>Chỉ tiêu và kết quả</h2>
      {!task.indicators && (
        <p class="empty">
          Nhiệm vụ chưa có chỉ tiêu. Chỉ tiêu ghi khi sửa nhiệm vụ; kết quả được đếm từ các lớp, buổi kiểm
          tra, báo cáo, hoặc nhập bằng tay.
        </p>
      )}
      {progress ? <Results progress={progress} /> : <Goals indicators={task.indicators} />}
      <TieGroups ties={tiesOf(task, all)} />
      {story && <History story={story} fields={FIELD} created="ghi kết quả lần đầu" />}
    </ConsolePage>,
  );
};

const TaskFacts: FC<{ at: TaskOfPlan }> = ({ at: { task } }) => {
  const rows = [
    ['Chủ trì', task.lead.map(({ name }) => name).join('; ')],
    ['Phối hợp', coordinatingOf(task).join('; ')],
    ['Thời gian', task.time],
  ] as const;
  return (
    <dl class="facts">
      {rows.map(
        ([name, words]) =>
          words && (
            <>
              <dt>{name}</dt>
              <dd>{words}</dd>
            </>
          ),
      )}
    </dl>
  );
};

interface ActsProps {
  c: Page;
  at: TaskOfPlan;
  progress: TaskProgress | undefined;
}

const Acts: FC<ActsProps> = ({ c, at: { plan, task }, progress }) => {
  if (!mayProgramme(c.get('account')).edit || plan.withdrawn) return null;
  const isTyped = task.indicators?.some(({ source }) => source === TYPED);
  return (
    <p class="actions">
      {isTyped && (
        <a class="btn" href={routes.consoleTask(plan.id, task.id, '/ket-qua')}>
          Nhập kết quả
        </a>
      )}
      {progress?.finished ? (
        <a class="btn plain" href={routes.consoleTask(plan.id, task.id, '/lam-tiep')}>
          Ghi làm tiếp
        </a>
      ) : (
        <a class="btn plain" href={routes.consoleTask(plan.id, task.id, '/hoan-thanh')}>
          Ghi hoàn thành
        </a>
      )}
      <a class="btn plain" href={routes.consoleTaskEdit(plan.id, task.id)}>
        Sửa nhiệm vụ, chỉ tiêu
      </a>
      <a class="btn plain" href={withQuery(routes.consoleNewEvent(), { [QUERY.task]: task.id })}>
        Tạo lớp, hội nghị
      </a>
    </p>
  );
};

const Results: FC<{ progress: TaskProgress }> = ({ progress: { task, indicators, finished, result } }) => (
  <>
    {finished && <FinishedWords finished={finished} />}
    <ProgressBars indicators={indicators} />
    {result && result.entries.length > 0 && (
      <Entries entries={result.entries} indicators={task.indicators ?? []} />
    )}
  </>
);

const FinishedWords: FC<{ finished: Finished }> = ({ finished: { on, note } }) => (
  <p>
    <span class="tag">Đã hoàn thành</span> {shortDay(on)}: {note}
  </p>
);

/** Every result that was typed, the latest first. */
const Entries: FC<{ entries: readonly Entry[]; indicators: readonly Indicator[] }> = ({
  entries,
  indicators,
}) => (
  <details>
    <summary>Các lần nhập kết quả ({showCount(entries.length)})</summary>
    <ul>
      {entries.toReversed().map(({ indicatorId, on, value, note, at }) => (
        <li>
          {shortDay(on)}: {indicators.find(({ id }) => id === indicatorId)?.name ?? 'Chỉ tiêu đã bỏ'},{' '}
          {showCount(value)}
          {note && ` (${note})`} <span class="soft small">nhập ngày {shortDay(localDate(at))}</span>
        </li>
      ))}
    </ul>
  </details>
);
