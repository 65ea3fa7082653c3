import { may } from '../../../functions/directory/accounts/may';
import { mayEvent } from '../../../functions/events/event/may';
import { readRoom } from '../../../functions/events/event/room';
import { createEvent } from '../../../functions/events/scheduling/create';
import { updateEvent } from '../../../functions/events/scheduling/update';
import { newId } from '../../../functions/platform/keys/ids';
import { missing, Problem } from '../../../functions/platform/problem/problem';
import type { Page, Pages } from '../../env';
import { routes } from '../../routes';
import { ConsolePage, staffOnly } from '../../ui/console';
import { type FormState, freshForm } from '../../ui/form';
import { orShowAgain, readForm, versionIn } from '../../ui/read-form';
import { readChoices } from './choices';
import { formValues, type Merged, marksOf, mergeEdits, namesOf, readEvent, underFormNames } from './fields';
import { EventForm } from './form';

interface Showing {
  form: FormState;
  hidden: Record<string, string>;
  id?: string;
  merged?: Merged;
  published?: boolean;
  /** A row was asked for: more of them stand ready. */
  spare?: number;
}

const show = async (c: Page, { form, hidden, id, merged, published, spare }: Showing) => {
  const choices = await readChoices(c.get('world'));
  const title = id ? 'Sửa lớp, hội nghị' : 'Tạo lớp, hội nghị';
  return c.html(
    <ConsolePage
      c={c}
      title={title}
      tab={form.errors.length ? `Lỗi: ${title}` : undefined}
      at={routes.consoleEvents()}
      above={
        <a class="back" href={id ? routes.consoleEvent(id) : routes.consoleEvents()}>
          ‹ {id ? 'Trở lại' : 'Lớp, hội nghị'}
        </a>
      }
    >
      <EventForm
        form={form}
        choices={choices}
        action={id ? routes.consoleEditEvent(id) : routes.consoleNewEvent()}
        hidden={hidden}
        merged={merged}
        published={published}
        spare={spare}
      />
    </ConsolePage>,
  );
};

const readForEdit = async (c: Page, id: string) => {
  const room = await readRoom(c.get('world'), id);
  if (!room.event) throw missing('event');
  if (room.event.status === 'cancelled') throw new Problem('conflict', 'event-cancelled');
  if (!mayEvent(c.get('account'), room.event, c.get('world').now()).edit)
    throw new Problem('forbidden', 'forbidden');
  return { room, event: room.event };
};

const mustSchedule = (c: Page) => {
  if (!may(c.get('account')).schedule) throw new Problem('forbidden', 'forbidden');
};

export const editPages: Pages = (app) => {
  app.get(routes.consoleNewEvent(), staffOnly, async (c) => {
    mustSchedule(c);
    const account = c.get('account')!;
    const { help } = c.get('world').settings;
    const values = {
      mode: 'in-person',
      admission: 'open',
      contactName: account.name,
      contactPhone: help.phone,
    };
    // The id travels with the form, so that a form sent twice makes one event.
    return show(c, { form: freshForm('vi', values), hidden: { id: newId('event', c.get('world').now()) } });
  });

  app.post(routes.consoleNewEvent(), staffOnly, async (c) => {
    mustSchedule(c);
    const { fields, typed } = await readForm(c);
    const world = c.get('world');
    const id = /^evt_[0-9a-z]{19}$/.test(fields.id ?? '') ? fields.id! : newId('event', world.now());
    const form = freshForm('vi', typed);
    if (fields.them) return show(c, { form, hidden: { id }, spare: 2 });
    return orShowAgain(
      form,
      async () => {
        const input = readEvent(fields, typed);
        const { rows, pools } = namesOf(input);
        await underFormNames(rows, pools, () => createEvent(world, input, { id }));
        return c.redirect(`${routes.consoleEvent(id)}?xong=tao`, 303);
      },
      (again) => {
        c.status(422);
        return show(c, { form: again, hidden: { id } });
      },
    );
  });

  app.get(routes.consoleEditEvent(':id'), staffOnly, async (c) => {
    const id = c.req.param('id')!;
    const { event, room } = await readForEdit(c, id);
    const values = formValues(event, room);
    return show(c, {
      id,
      form: freshForm('vi', values),
      hidden: { version: String(event.version), marks: marksOf(values) },
      spare: 1,
      published: event.shelf === 'public',
    });
  });

  app.post(routes.consoleEditEvent(':id'), staffOnly, async (c) => {
    const id = c.req.param('id')!;
    const { event, room } = await readForEdit(c, id);
    const { fields, typed } = await readForm(c);
    const world = c.get('world');
    const hidden = { version: fields.version ?? '0', marks: fields.marks ?? '' };
    const form = freshForm('vi', typed);
    const published = event.shelf === 'public';
    if (fields.them) return show(c, { id, form, hidden, published, spare: 2 });
    const stale = (again: FormState) => {
      const values = formValues(event, room);
      const merged = mergeEdits(hidden.marks, typed, values);
      c.status(412);
      return show(c, {
        id,
        form: { ...again, values: merged.values },
        hidden: { version: String(event.version), marks: marksOf(values) },
        merged,
        published,
      });
    };
    return orShowAgain(
      form,
      async () => {
        const input = readEvent(fields, typed);
        const { rows, pools } = namesOf(input);
        await underFormNames(rows, pools, () => updateEvent(world, id, versionIn(hidden), input));
        return c.redirect(`${routes.consoleEvent(id)}?xong=luu`, 303);
      },
      (again) => {
        if (again.errors.some((e) => e.code === 'event-changed')) return stale(again);
        c.status(422);
        return show(c, { id, form: again, hidden, published });
      },
    );
  });
};
