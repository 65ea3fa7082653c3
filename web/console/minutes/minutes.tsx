import type { FC } from 'hono/jsx';
import { mayDocuments, mustDocuments } from '../../../functions/documents/kept/may';
import type { Event } from '../../../functions/events/event/event';
import { placeOf } from '../../../functions/events/event/place';
import { minutesFile, type Recorded, readRecorded } from '../../../functions/minutes/document';
import { findMinutes, keepMinutes, mayHaveMinutes } from '../../../functions/minutes/keep';
import { type Minutes, MinutesInput, minutesKey } from '../../../functions/minutes/minutes';
import { parse } from '../../../functions/platform/input/parse';
import { showCount } from '../../../functions/platform/text/count';
import { localTime } from '../../../functions/platform/time/dates';
import { shortDate } from '../../../functions/platform/time/format-date';
import type { Page } from '../../env';
import { Documents } from '../../parts/documents/documents';
import { DONE, QUERY, withQuery } from '../../query';
import { routes } from '../../routes';
import { Done } from '../../ui/console';
import { sendFile } from '../../ui/download';
import { Button, defineForm, type Fields, versionIn } from '../../ui/form';
import { DateTime, typedInstant } from '../events/parts/date-time';
import { EventFrame } from '../events/parts/frame';
import { readForStaff } from '../events/parts/read';
import { History, readStory, type Story } from '../history/history';

const idOf = (c: Page): string => c.req.param('id') ?? '';

interface Shown {
  event: Event;
  minutes: Minutes | undefined;
  recorded: Recorded;
  story: Story;
}

const moments = (name: string, at: string) => ({
  [`${name}.date`]: shortDate(at),
  [`${name}.time`]: localTime(at),
});

const minutesForm = defineForm({
  fields: () => ({
    version: { as: 'hidden' },
    beganAt: { as: DateTime, label: 'Khai mạc lúc' },
    endedAt: { as: DateTime, label: 'Kết thúc lúc' },
    place: { label: 'Địa điểm' },
    chair: { label: 'Họ tên chủ tọa' },
    chairPosition: { label: 'Chức vụ của chủ tọa' },
    secretary: { label: 'Họ tên thư ký' },
    secretaryPosition: { label: 'Chức vụ của thư ký', optional: true },
    discussion: {
      as: 'text-area',
      label: 'Diễn biến, ý kiến phát biểu',
      hint: 'Mỗi ý kiến một đoạn. Không ghi họ tên các bên tranh chấp.',
      rows: 12,
    },
    conclusions: { as: 'text-area', label: 'Kết luận', rows: 6 },
  }),
  fill: ({ event, minutes }: Shown) => ({
    version: String(minutes?.version ?? 0),
    ...moments('beganAt', minutes?.beganAt ?? event.startsAt),
    ...moments('endedAt', minutes?.endedAt ?? event.endsAt),
    place: minutes?.place ?? placeOf(event),
    chair: minutes?.chair,
    chairPosition: minutes?.chairPosition,
    secretary: minutes?.secretary,
    secretaryPosition: minutes?.secretaryPosition,
    discussion: minutes?.discussion,
    conclusions: minutes?.conclusions,
  }),
  page: (c, form, { event, minutes, recorded, story }: Shown) => {
    const { keep } = mayDocuments(c.get('account'), 'minutes');
    const open = mayHaveMinutes(event, c.get('world').now());
    return (
      <EventFrame c={c} event={event} at={routes.consoleMinutes(event.id)} title="Biên bản">
        <Done c={c} words={{ [DONE.saved]: 'Đã lưu biên bản.' }} />
        <form.Errors />
        <RecordedFacts of={recorded} />
        {minutes && keep && (
          <p class="actions">
            <a class="btn plain" href={routes.consoleMinutesFile(event.id)}>
              Tải biên bản (Word)
            </a>
          </p>
        )}
        {!open && <p class="empty">Biên bản được ghi từ khi lớp, hội nghị bắt đầu.</p>}
        {open && keep && (
          <form.Post
            class="form"
            action={routes.consoleMinutes(event.id)}
            hidden={form.errors.length > 0 ? { version: String(minutes?.version ?? 0) } : {}}
          >
            <form.Fields />
            <Button>Lưu biên bản</Button>
          </form.Post>
        )}
        {!keep && (minutes ? <ReadOnly of={minutes} /> : open && <p class="empty">Chưa có biên bản.</p>)}
        <Documents c={c} subjectId={event.id} />
        {minutes && <History story={story} {...WORDS} />}
      </EventFrame>
    );
  },
});

/** What is counted and listed by itself. */
const RecordedFacts: FC<{ of: Recorded }> = ({ of: { people, papers, recommendations } }) => (
  <>
    <p>Biên bản tự ghi số người đã điểm danh, tham luận đã nhận và kiến nghị nêu tại hội nghị.</p>
    <dl class="summary">
      <div>
        <dt>Đã điểm danh</dt>
        <dd>{showCount(people.cameAtAll)}</dd>
      </div>
      <div>
        <dt>Tham luận</dt>
        <dd>{showCount(papers.length)}</dd>
      </div>
      <div>
        <dt>Kiến nghị</dt>
        <dd>{showCount(recommendations.length)}</dd>
      </div>
    </dl>
  </>
);

const ReadOnly: FC<{ of: Minutes }> = ({ of: minutes }) => (
  <dl class="facts">
    <dt>Chủ tọa</dt>
    <dd>{[minutes.chair, minutes.chairPosition].filter(Boolean).join(', ')}</dd>
    <dt>Thư ký</dt>
    <dd>{[minutes.secretary, minutes.secretaryPosition].filter(Boolean).join(', ')}</dd>
    <dt>Địa điểm</dt>
    <dd>{minutes.place}</dd>
    <dt>Diễn biến</dt>
    <dd class="prose">{minutes.discussion}</dd>
    <dt>Kết luận</dt>
    <dd class="prose">{minutes.conclusions}</dd>
  </dl>
);

const WORDS = {
  fields: {
    beganAt: 'giờ khai mạc',
    endedAt: 'giờ kết thúc',
    place: 'địa điểm',
    chair: 'chủ tọa',
    chairPosition: 'chức vụ của chủ tọa',
    secretary: 'thư ký',
    secretaryPosition: 'chức vụ của thư ký',
    discussion: 'diễn biến',
    conclusions: 'kết luận',
  },
  created: 'ghi biên bản',
};

const read = async (c: Page): Promise<Shown> => {
  const world = c.get('world');
  const { event } = await readForStaff(c, idOf(c));
  const [minutes, recorded, story] = await Promise.all([
    findMinutes(world, event.id),
    readRecorded(world, event),
    readStory(world, minutesKey(event.id).pk),
  ]);
  return { event, minutes, recorded, story };
};

const inputOf = (fields: Fields): MinutesInput => {
  const { secretaryPosition } = fields;
  return parse(MinutesInput, {
    version: versionIn(fields),
    beganAt: typedInstant(fields, 'beganAt'),
    endedAt: typedInstant(fields, 'endedAt'),
    place: fields.place,
    chair: fields.chair,
    chairPosition: fields.chairPosition,
    secretary: fields.secretary,
    ...(secretaryPosition && { secretaryPosition }),
    discussion: fields.discussion,
    conclusions: fields.conclusions,
  });
};

/** The minutes of an event: the form, the drafts with their signed copies, and who changed what. */
export const minutesPage = {
  get: async (c: Page) => {
    mustDocuments('see', c.get('account'), 'minutes');
    return minutesForm.show(c, await read(c));
  },
  post: (c: Page) => {
    mustDocuments('keep', c.get('account'), 'minutes');
    return minutesForm.handle(
      c,
      async ({ fields }) => {
        await keepMinutes(c.get('world'), idOf(c), inputOf(fields));
        return withQuery(routes.consoleMinutes(idOf(c)), { [QUERY.done]: DONE.saved });
      },
      () => read(c),
    );
  },
};

/** Notes a draft and answers it as a Word file. */
export const minutesDownload = async (c: Page): Promise<Response> => {
  mustDocuments('keep', c.get('account'), 'minutes');
  return sendFile(c, await minutesFile(c.get('world'), idOf(c)));
};
