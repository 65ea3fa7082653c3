import type { Child, FC } from 'hono/jsx';
import { areaOf } from '../../../../functions/directory/units/successors';
import { countPeople, type PlacedCall } from '../../../../functions/notices/calls/list';
import type { Delivery } from '../../../../functions/outbox/deliveries/delivery';
import { showCount } from '../../../../functions/platform/text/count';
import { moment } from '../../../../functions/platform/time/format-date';
import type { Page } from '../../../env';
import type { LineParts, SameCall } from '../../../parts/notices/call-lines';
import { soonWords } from '../../../parts/notices/words';
import { QUERY } from '../../../query';
import { routes } from '../../../routes';
import { CHOOSE, DO, FIELD } from './acting';
import { addressOf, type CallsAsked } from './asked';
import type { CallsShown } from './read';

interface Of extends Pick<CallsShown, 'all' | 'list' | 'lines'> {
  c: Page;
  asked: CallsAsked;
  here: readonly PlacedCall[];
  shown: string;
  names: ReadonlyMap<string, string>;
  /** What was just done, where it is said at its line. */
  notice: Child | undefined;
  next: string | undefined;
}

/** The page of the person, the quota or the invitation that a line is about. */
const pageOf = ({ pk }: Pick<Delivery, 'pk'>): string => {
  if (pk.startsWith('nom_')) return routes.consoleNomination(pk);
  return pk.startsWith('inv_') ? routes.consoleInvitation(pk) : routes.consoleRegistration(pk);
};

/** The box that chooses a line. */
const Box: FC<{ c: Page; line: Delivery }> = ({ c, line }) => (
  <input
    type="checkbox"
    class="tick"
    name={QUERY.chosen}
    value={line.id}
    form={CHOOSE}
    aria-label={`Chọn ${line.name}`}
    checked={c.req.query(QUERY.allChosen) !== undefined}
  />
);

/** The person's unit; it leads to all its people who are to be called. */
const Place: FC<{ of: Of; line: PlacedCall; count: number }> = ({ of: { asked }, line, count }) => (
  <>
    <br />
    {asked.area === line.unitId ? (
      line.place
    ) : (
      <a href={addressOf(asked, { area: line.unitId })}>
        {line.place}
        {count > 1 && ` (${showCount(count)} người)`}
      </a>
    )}
  </>
);

/** What callers noted, and a form for one more note. */
const Notes: FC<{ of: Of; line: Delivery }> = ({ of: { asked, names }, line }) => (
  <>
    {line.notes && (
      <ul class="small notes">
        {line.notes.map(({ text, by, at }) => (
          <li>
            {text} <span class="soft">({[names.get(by), moment(at)].filter(Boolean).join(', ')})</span>
          </li>
        ))}
      </ul>
    )}
    <details>
      <summary>
        Thêm ghi chú<span class="hidden-label"> về {line.name}</span>
      </summary>
      <form method="post" action={addressOf(asked, { page: asked.page })}>
        <input type="hidden" name="id" value={line.id} />
        <input
          name={FIELD.note}
          aria-label={`Ghi chú về ${line.name}`}
          placeholder="9 giờ gọi lại, vợ nghe máy"
          maxlength={300}
          required
        />
        <p class="actions">
          <button type="submit" class="btn plain" name={QUERY.act} value={DO.note}>
            Lưu ghi chú
          </button>
        </p>
      </form>
    </details>
  </>
);

const grouped = (lines: readonly PlacedCall[], keyOf: (line: PlacedCall) => string | undefined) => {
  const groups = new Map<string, PlacedCall[]>();
  for (const line of lines) {
    const key = keyOf(line);
    if (!key) continue;
    const group = groups.get(key);
    if (group) group.push(line);
    else groups.set(key, [line]);
  }
  return groups;
};

/** What the console adds to each line of the list. */
export const linePartsOf = (
  of: Of,
): {
  parts: LineParts;
  urgent: (line: Delivery) => string | undefined;
  sameCall: (line: Delivery) => SameCall[];
} => {
  const { c, here, list, lines, shown, notice, next } = of;
  const now = c.get('world').now();
  const placed = new Map(here.map((line) => [line.id, line]));
  const follows = new Map(here.map(({ id }, i) => [id, here[i + 1]?.id ?? here[i - 1]?.id]));
  const byPhone = grouped(of.all, ({ phone }) => phone);
  const byUnit = grouped(lines, ({ unitId }) => unitId);
  const countIn = (unitId: string) =>
    countPeople([...areaOf(list.units.all, unitId)].flatMap((id) => byUnit.get(id) ?? []));
  return {
    urgent: ({ id }) => {
      const { event, urgent } = placed.get(id)!;
      return urgent && event ? soonWords(event, now) : undefined;
    },
    sameCall: (line) =>
      (byPhone.get(line.phone ?? '') ?? []).flatMap(({ id, name = '', phone }) => {
        if (id === line.id) return [];
        const href = placed.has(id) ? `#${id}` : addressOf({ page: 1 }, { search: phone });
        return [{ id, name, href }];
      }),
    parts: {
      before: ({ id }) => notice !== undefined && id === next && <li>{notice}</li>,
      box: (line) => <Box c={c} line={line} />,
      href: pageOf,
      hidden: ({ id }) => {
        const after = follows.get(id);
        return { [FIELD.shown]: shown, ...(after && { [QUERY.nextLine]: after }) };
      },
      about: ({ id }) => {
        const line = placed.get(id)!;
        return line.place && <Place of={of} line={line} count={countIn(line.unitId!)} />;
      },
      after: (line) => <Notes of={of} line={line} />,
    },
  };
};
