import type { FC } from 'hono/jsx';
import { may } from '../../../functions/directory/accounts/may';
import { listBodies } from '../../../functions/directory/bodies/list';
import { allUnits, listUnits } from '../../../functions/directory/units/list';
import type { Unit } from '../../../functions/directory/units/unit';
import { inSentence } from '../../../functions/directory/units/words';
import type { Event } from '../../../functions/events/event/event';
import { getEvent } from '../../../functions/events/event/get';
import { listNominations } from '../../../functions/events/nominations/list';
import { mayNominations } from '../../../functions/events/nominations/may';
import { type QuotaView, viewQuotas } from '../../../functions/events/nominations/read';
import { proposeQuotas, type QuotaProposal } from '../../../functions/participation/propose-quotas';
import { Problem } from '../../../functions/platform/problem/problem';
import { showCount, typedNumber } from '../../../functions/platform/text/count';
import type { Handler, Page } from '../../env';
import { QUERY, QUOTA, withQuery } from '../../query';
import { routes } from '../../routes';
import { defineForm } from '../../ui/form';
import { EventFrame } from '../events/parts/frame';
import { idOf, mustGive } from './access';
import { type Candidate, candidatesFor, firstLevel, levelOfArea } from './candidates';
import { GiveForm } from './give-form';
import { Quotas } from './quotas-table';
import { giveQuotas, prefill } from './read-quotas';
import { actOnRequest, RequestLetter, type RequestShown, readRequest } from './request';

/** The event's quotas that this account sees: all of them, or those of an officer's own area. */
const quotasFor = async (c: Page, event: Event): Promise<QuotaView[]> => {
  const world = c.get('world');
  const account = c.get('account');
  const units = await allUnits(world);
  if (!mayNominations(account, units).see) throw new Problem('forbidden', 'forbidden');
  const nominations = (await listNominations(world, event.id)).filter(
    (n) => mayNominations(account, units, n).see,
  );
  return viewQuotas(world, event.id, nominations);
};

interface Given {
  event: Event;
  rows: readonly QuotaView[];
  units: readonly Unit[];
  level: string;
  candidates: readonly Candidate[];
  /** Where the account gives quotas. */
  request: RequestShown | undefined;
  /** Where quotas for the mediators who were never trained are asked for. */
  proposal: QuotaProposal | undefined;
}

/** What would be asked for the mediators who were never trained, where the address asks for it. */
const readProposal = async (c: Page, event: Event): Promise<QuotaProposal | undefined> => {
  const { [QUERY.neverTrained]: asked, [QUERY.area]: area, [QUERY.count]: seats } = c.req.query();
  if (asked === undefined || event.admission !== 'nomination' || event.status === 'cancelled')
    return undefined;
  mustGive(c);
  return proposeQuotas(c.get('world'), c.get('account'), event.id, { area, seats: typedNumber(seats ?? '') });
};

const readGiven = async (c: Page): Promise<Given> => {
  const world = c.get('world');
  const event = await getEvent(world, idOf(c));
  const rows = await quotasFor(c, event);
  const [units, bodies] = await Promise.all([listUnits(world), listBodies(world)]);
  const proposal = await readProposal(c, event);
  const level =
    c.req.query(QUERY.quotaLevel) ??
    (proposal ? levelOfArea(units, c.req.query(QUERY.area)) : firstLevel(units));
  const request = may(c.get('account')).nominateOthers ? await readRequest(world, event.id) : undefined;
  const candidates = candidatesFor(level, units, bodies, rows);
  return { event, rows, units, level, candidates, request, proposal };
};

/** What was just done, by the name in the query. */
const Done: FC<{ c: Page; rows: readonly QuotaView[] }> = ({ c, rows }) => {
  const name = (query: string) => {
    const row = rows.find((r) => r.nomination.id === c.req.query(query));
    return row && inSentence(row.nomination.name);
  };
  const given = Number(c.req.query(QUOTA.given));
  const [signed, sent] = [Number(c.req.query(QUOTA.signed)), Number(c.req.query(QUOTA.sent))];
  const marked = c.req.query(QUOTA.marked) !== undefined;
  const [reissued, reissuedCodes] = [name(QUOTA.reissued), name(QUOTA.reissuedCodes)];
  const [revoked, changed] = [name(QUOTA.revoked), name(QUOTA.changed)];
  const words =
    given > 0
      ? `Đã giao chỉ tiêu cho ${showCount(given)} nơi. Nơi có email được gửi đường dẫn, trừ nơi chờ công văn; nơi khác vui lòng sao chép nội dung dưới đây.`
      : signed
        ? `Đã lưu công văn đã ký cho ${showCount(signed)} nơi. Thư kèm công văn được gửi trong ít phút.`
        : marked
          ? 'Đã lưu số, ngày và người ký công văn. Dự thảo mới có các nội dung này.'
          : sent
            ? `Đã gửi đường dẫn đến ${showCount(sent)} nơi, không kèm công văn.`
            : reissuedCodes
              ? `Đã cấp đường dẫn mới cho ${reissuedCodes} và đổi mã đăng ký của người đã cử. Từng người được báo mã mới.`
              : reissued
                ? `Đã cấp đường dẫn mới cho ${reissued}. Đường dẫn cũ không dùng được nữa.`
                : revoked
                  ? `Đã thu hồi đường dẫn của ${revoked}. Người đã cử vẫn được giữ, với mã đăng ký mới; từng người được báo mã mới.`
                  : changed && `Đã lưu chỉ tiêu của ${changed}.`;
  return words ? (
    <p class="notice" role="status">
      {words}
    </p>
  ) : null;
};

/** Why no quotas can be given, or not used yet. */
const Hindrance: FC<{ event: Event }> = ({ event }) =>
  event.admission !== 'nomination' ? (
    <p class="notice">
      Lớp này không thuộc loại do đơn vị cử người. Muốn giao chỉ tiêu, vui lòng{' '}
      <a href={routes.consoleEditEvent(event.id)}>sửa hình thức đăng ký</a>.
    </p>
  ) : event.status === 'draft' ? (
    <p class="notice">Lớp chưa công bố: đường dẫn chỉ dùng được sau khi công bố.</p>
  ) : null;

/** Its fields, some for each candidate, are drawn by `GiveForm`; its errors are in the order of the rows. */
const giveForm = defineForm({
  fill: ({ event, candidates, proposal }: Given, c) =>
    prefill(event, candidates, {
      now: c.get('world').now(),
      tickAll: c.req.query(QUERY.allChosen) !== undefined,
      proposal,
    }),
  page: (c, form, given) => {
    const { event, rows, request } = given;
    const gives = request !== undefined;
    return (
      <EventFrame c={c} event={event} at={routes.consoleNominations(event.id)} title="Cử người">
        <form.Errors />
        <Done c={c} rows={rows} />
        <Hindrance event={event} />
        <Quotas c={c} rows={rows} />
        {request && <RequestLetter eventId={event.id} rows={rows} form={form} request={request} />}
        {gives && event.admission === 'nomination' && event.status !== 'cancelled' && (
          <GiveForm form={form} area={c.req.query(QUERY.area)} {...given} />
        )}
      </EventFrame>
    );
  },
});

/** An event's quotas, and giving new ones. */
export const givePage: { get: Handler; post: Handler } = {
  get: async (c) => giveForm.show(c, await readGiven(c)),
  post: async (c) => {
    mustGive(c);
    return giveForm.handle(
      c,
      async (posted) => {
        const given = await giveQuotas(c.get('world'), idOf(c), posted);
        return withQuery(routes.consoleNominations(idOf(c)), { [QUOTA.given]: String(given) });
      },
      () => readGiven(c),
    );
  },
};

/** Uploads the signed công văn for all quotas, or sends what waits for it without it. */
export const requestAct: Handler = async (c) => {
  mustGive(c);
  return giveForm.handle(
    c,
    (posted) => actOnRequest(c, posted),
    () => readGiven(c),
  );
};
