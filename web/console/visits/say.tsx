import { parse } from '../../../functions/platform/input/parse';
import { newToken } from '../../../functions/platform/keys/ids';
import { EnteredSaid } from '../../../functions/recommendations/recommendation';
import { enterConfirmation, enterFindingAnswer } from '../../../functions/visits/answer';
import type { Finding } from '../../../functions/visits/finding';
import { createMonitoringNote, NoteInput } from '../../../functions/visits/notes';
import { EnteredConfirmed, type Visit } from '../../../functions/visits/visit';
import type { Page } from '../../env';
import { throughField } from '../../parts/inquiries/through';
import { SaidQuestions, saidFields, saidOf } from '../../parts/recommendations/answer';
import { replyValues } from '../../parts/visits/finding';
import { confirmedOf, confirmFields, confirmValues } from '../../parts/visits/visit';
import { DONE, QUERY, withQuery } from '../../query';
import { routes } from '../../routes';
import { Button, defineForm, versionIn } from '../../ui/form';
import { Island } from '../../ui/island';
import { BelowVisits, idOf, mustWrite, readFinding, readVisit, toFinding, toVisit } from './access';

const through = throughField('Đơn vị trả lời bằng cách nào?');

const confirmationForm = defineForm({
  fields: () => ({ through, ...confirmFields() }),
  fill: confirmValues,
  page: (c, form, visit: Visit) => (
    <BelowVisits c={c} title="Nhập trả lời của đơn vị" back={toVisit(visit)}>
      <form.Errors />
      <form.Post
        class="form"
        action={routes.consoleVisitAct(visit.id, 'tra-loi')}
        hidden={form.errors.length > 0 ? { version: String(visit.version) } : {}}
      >
        <form.Fields />
        <Button>Lưu trả lời</Button>
      </form.Post>
    </BelowVisits>
  ),
});

/** The organizer enters what the unit said of the day of the visit. */
export const confirmationPage = {
  get: async (c: Page) => {
    await mustWrite(c);
    return confirmationForm.show(c, await readVisit(c));
  },
  post: async (c: Page) => {
    await mustWrite(c);
    return confirmationForm.handle(
      c,
      async ({ fields }) => {
        const { version, through, ...said } = parse(EnteredConfirmed, {
          ...confirmedOf(fields),
          through: fields.through,
          version: versionIn(fields),
        });
        await enterConfirmation(c.get('world'), idOf(c), { version, through, said });
        return withQuery(routes.consoleVisit(idOf(c)), { [QUERY.done]: DONE.saved });
      },
      () => readVisit(c),
    );
  },
};

const replyForm = defineForm({
  fields: () => ({ through, ...saidFields() }),
  fill: replyValues,
  page: (c, form, finding: Finding) => (
    <BelowVisits c={c} title="Nhập giải trình của đơn vị" back={toFinding(finding)}>
      <form.Errors />
      <form.Post
        class="form"
        action={routes.consoleFindingAct(finding.id, 'tra-loi')}
        hidden={form.errors.length > 0 ? { version: String(finding.version) } : {}}
      >
        <form.Field name="through" />
        <SaidQuestions form={form} />
        <Button>Lưu giải trình</Button>
      </form.Post>
    </BelowVisits>
  ),
});

/** The organizer enters a reply that came by phone or letter. */
export const replyPage = {
  get: async (c: Page) => {
    await mustWrite(c);
    return replyForm.show(c, await readFinding(c));
  },
  post: async (c: Page) => {
    await mustWrite(c);
    return replyForm.handle(
      c,
      async ({ fields }) => {
        const { version, through, ...said } = parse(EnteredSaid, {
          ...saidOf(fields),
          through: fields.through,
          version: versionIn(fields),
        });
        await enterFindingAnswer(c.get('world'), idOf(c), { version, through, said });
        return withQuery(routes.consoleFinding(idOf(c)), { [QUERY.done]: DONE.saved });
      },
      () => readFinding(c),
    );
  },
};

const noteForm = defineForm({
  fields: () => ({
    nonce: { as: 'hidden' },
    from: { label: 'Cơ quan giám sát', hint: 'Ví dụ: Ủy ban MTTQ Việt Nam huyện Gò Quao. Không ghi họ tên.' },
    words: { as: 'text-area', label: 'Ghi chú', rows: 5 },
  }),
  fill: (_: Visit) => ({ nonce: newToken() }),
  page: (c, form, visit) => (
    <BelowVisits c={c} title="Thêm ghi chú giám sát" back={toVisit(visit)}>
      <form.Errors />
      <form.Post class="form" action={routes.consoleVisitAct(visit.id, 'ghi-chu')}>
        <form.Fields />
        <Button>Lưu ghi chú</Button>
      </form.Post>
      <Island name="form" />
    </BelowVisits>
  ),
});

/** Who sees a visit, as the Front, may leave a note about it. */
export const notePage = {
  get: async (c: Page) => noteForm.show(c, await readVisit(c)),
  post: async (c: Page) => {
    const visit = await readVisit(c);
    return noteForm.handle(
      c,
      async ({ fields }) => {
        await createMonitoringNote(c.get('world'), visit.id, parse(NoteInput, { ...fields }));
        return withQuery(routes.consoleVisit(visit.id), { [QUERY.done]: DONE.saved });
      },
      visit,
    );
  },
};
