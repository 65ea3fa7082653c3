import type { Child, FC } from 'hono/jsx';
import { readAct } from '../../../../functions/outbox/calls/acts';
import type { Delivery } from '../../../../functions/outbox/deliveries/delivery';
import { deliveriesAt } from '../../../../functions/outbox/deliveries/find';
import type { CallAct } from '../../../../functions/outbox/deliveries/notices-table';
import { Problem } from '../../../../functions/platform/problem/problem';
import { showCount } from '../../../../functions/platform/text/count';
import type { World } from '../../../../functions/platform/world/world';
import type { Page } from '../../../env';
import { QUERY } from '../../../query';
import { messageOf } from '../../../ui/form';
import { DO, DONE_AT, FIELD } from './acting';
import { addressOf, type CallsAsked } from './asked';

/** What was just done to the list. */
export interface Done {
  act: CallAct;
  /** The lines that are named: one alone, those that were left out, those that were dropped meanwhile. */
  named: ReadonlyMap<string, Delivery>;
}

/** Lines of more people are not named one by one. */
const NAMED = 50;

/** The act that the address names; undefined where it is not this account's, or there is none. */
export const readDone = async (world: World, id: string | undefined): Promise<Done | undefined> => {
  if (!id?.startsWith('act_')) return undefined;
  try {
    const act = await readAct(world, id);
    const of = act.lines.length <= NAMED ? act.lines : (act.refused ?? []).slice(0, NAMED);
    const found = await deliveriesAt(world, of);
    return { act, named: new Map(found.map((d) => [d.id, d])) };
  } catch (error) {
    if (error instanceof Problem && error.kind === 'missing') return undefined;
    throw error;
  }
};

const Names: FC<{ lines: readonly Delivery[] }> = ({ lines }) => (
  <strong>{lines.map(({ name }) => name).join(', ')}</strong>
);

const Refused: FC<Done> = ({ act, named }) =>
  act.refused?.length ? (
    <>
      <p>{showCount(act.refused.length)} dòng chưa ghi được:</p>
      <ul>
        {act.refused.slice(0, NAMED).map(({ id, code }) => (
          <li>
            {named.get(id)?.name ?? 'Một người'}: {messageOf('vi', { code, detail: {} })}
          </li>
        ))}
      </ul>
    </>
  ) : null;

/** What was ticked, who was left out and why, and a button that takes it back. */
const ActDone: FC<Done & { asked: CallsAsked; next: string | undefined }> = ({ act, named, asked, next }) => {
  const { outcome, lines, refused = [] } = act;
  const done = lines.length - refused.length;
  const left = new Set(refused.map(({ id }) => id));
  const ticked = [...named.values()].filter(({ id, act: by }) => !left.has(id) && by === act.pk);
  const who = done === 1 && ticked.length === 1 ? <Names lines={ticked} /> : `${showCount(done)} người`;
  const changed = ticked.filter(({ state, droppedAt }) => state === 'told' && droppedAt);
  return (
    <>
      {done > 0 && (
        <p>
          {outcome === 'told' ? <>Đã báo {who}.</> : <>Chưa liên hệ được {who}, vẫn còn trong danh sách.</>}
        </p>
      )}
      {changed.length > 0 && (
        <p>
          Trong lúc gọi, tình trạng của <Names lines={changed} /> đã thay đổi. Việc mới cần báo, nếu có, nằm
          trong danh sách.
        </p>
      )}
      <Refused act={act} named={named} />
      {done > 0 && !act.undone && (
        <form method="post" action={addressOf(asked, { page: asked.page })}>
          <input type="hidden" name={FIELD.act} value={act.pk} />
          {next && <input type="hidden" name={QUERY.nextLine} value={next} />}
          <button type="submit" class="linklike" name={QUERY.act} value={DO.undo}>
            Hoàn tác{done > 1 && `: đưa lại ${showCount(done)} người vào danh sách`}
          </button>
        </form>
      )}
    </>
  );
};

/** What the page says of the act that led to it; undefined where there was none. */
export const doneWords = (c: Page, done: Done | undefined, asked: CallsAsked): Child | undefined => {
  const undone = c.req.query(QUERY.callUndone);
  if (done) return <ActDone {...done} asked={asked} next={c.req.query(QUERY.nextLine)} />;
  if (undone) return <p>Đã đưa lại {showCount(Number(undone) || 0)} người vào danh sách.</p>;
  return c.req.query(QUERY.callNoted) ? <p>Đã lưu ghi chú.</p> : undefined;
};

export const DoneNotice: FC<{ children: Child }> = ({ children }) => (
  <div class="notice" role="status" id={DONE_AT}>
    {children}
  </div>
);
