import type { FC } from 'hono/jsx';
import type { Event } from '../../../../functions/events/event/event';
import { getEvent } from '../../../../functions/events/event/get';
import { remind } from '../../../../functions/events/invitations/asking/remind';
import type { Invitation } from '../../../../functions/events/invitations/invitation';
import { keepSignedLetter } from '../../../../functions/events/invitations/letter-files/signed-letter';
import { getInvitation } from '../../../../functions/events/invitations/list';
import { mayInvitations, notInvitableBecause } from '../../../../functions/events/invitations/may';
import type { Delivery } from '../../../../functions/outbox/deliveries/delivery';
import { deliveriesOf } from '../../../../functions/outbox/deliveries/find';
import { invalid, Problem } from '../../../../functions/platform/problem/problem';
import type { Handler, Page } from '../../../env';
import { AnswerView } from '../../../parts/invitations/answer-view';
import { QUERY } from '../../../query';
import { routes } from '../../../routes';
import { ConsolePage } from '../../../ui/console';
import { defineForm, type Fields, type FormState, readFile, versionIn } from '../../../ui/form';
import { History, readStory, type Story } from '../../history/history';
import { invitationTold } from '../../history/told-words';
import { DONE_WORDS, donePath, idOf, mustInvite, mustSee } from '../parts/access';
import { Actions, REMINDED, remindFields } from './actions';
import { Facts } from './facts';
import { LetterSection, SignedForm, signedFields } from './letter';
import { Told } from './told';

interface One {
  invitation: Invitation;
  event: Event;
  deliveries: readonly Delivery[];
  story: Story;
}

const readOne = async (c: Page): Promise<One> => {
  mustSee(c);
  const world = c.get('world');
  const invitation = await getInvitation(world, idOf(c));
  const [event, deliveries, story] = await Promise.all([
    getEvent(world, invitation.eventId),
    deliveriesOf(world, invitation.id),
    readStory(world, invitation.id),
  ]);
  return { invitation, event, deliveries, story };
};

/** What the history calls an invitation's attributes. */
const FIELD: Record<string, string> = {
  status: 'tình trạng',
  seatsOffered: 'số đại biểu',
  respondBy: 'hạn trả lời',
  letterText: 'nội dung thư',
  signedLetter: 'bản đã ký',
  answer: 'trả lời',
  remindedAt: 'lần nhắc',
  turn: 'lần gửi',
  askedAgainAt: 'lần mời lại',
};

const FirstSending: FC<{ invitation: Invitation }> = ({ invitation: i }) =>
  i.status === 'prepared' ? (
    <a class="btn" href={routes.consoleInvitationResend(i.id)}>
      Gửi thư mời
    </a>
  ) : null;

interface OneProps extends One {
  c: Page;
  /** The form that was refused, or a fresh one. */
  form: FormState & { Errors: FC };
}

const OneInvitation: FC<OneProps> = ({ c, form, invitation: i, event, deliveries, story }) => {
  const now = c.get('world').now();
  const may = mayInvitations(c.get('account')).invite;
  const sendable = may && i.status !== 'revoked' && !notInvitableBecause(event, now, false);
  const done = DONE_WORDS[(c.req.query(QUERY.done) ?? '') as keyof typeof DONE_WORDS];
  return (
    <ConsolePage
      c={c}
      title={`Thư mời ${i.bodyName}`}
      at={routes.consoleEvents()}
      back={{ href: routes.consoleInvitations(event.id), label: `Cơ quan được mời: ${event.title}` }}
      action={sendable && <FirstSending invitation={i} />}
    >
      <form.Errors />
      {done && (
        <div class="notice" role="status">
          <p>{done}</p>
        </div>
      )}
      <Facts c={c} invitation={i} event={event} deliveries={deliveries} />
      {may && i.status === 'issued' && <Actions invitation={i} event={event} now={now} sendable={sendable} />}

      {i.answer && (
        <>
          <h2>Trả lời</h2>
          <AnswerView answer={i.answer} language="vi" byStaff />
        </>
      )}

      <LetterSection c={c} invitation={i} event={event} may={may} sendable={sendable} />
      {may && i.status !== 'revoked' && <SignedForm form={form} invitation={i} />}

      <Told deliveries={deliveries} mayRead={may} />
      <History story={story} fields={FIELD} created="soạn thư mời" told={invitationTold(FIELD)} />

      {may && i.status !== 'revoked' && (
        <p class="actions">
          <a href={routes.consoleInvitationRevoke(i.id)}>Thu hồi thư mời này</a>
        </p>
      )}
    </ConsolePage>
  );
};

const signedForm = defineForm({
  fields: signedFields,
  page: (c, form, one: One) => <OneInvitation c={c} form={form} {...one} />,
});

const remindForm = defineForm({
  fields: remindFields,
  page: (c, form, one: One) => <OneInvitation c={c} form={form} {...one} />,
});

/** Idempotent: a double click sends one reminder, although the page of the second did not show the first. */
const remindOnce = async (c: Page, fields: Fields<keyof ReturnType<typeof remindFields>>): Promise<void> => {
  const world = c.get('world');
  try {
    await remind(world, idOf(c), versionIn(fields));
  } catch (error) {
    if (!(error instanceof Problem) || error.code !== 'reminded-just-now') throw error;
    const { remindedAt } = await getInvitation(world, idOf(c));
    if (remindedAt === fields[REMINDED]) throw error;
  }
};

/** One invitation; posting uploads its signed letter. */
export const invitationPage: { get: Handler; post: Handler } = {
  get: async (c) => signedForm.show(c, await readOne(c)),
  post: async (c) => {
    mustInvite(c);
    return signedForm.handle(
      c,
      async () => {
        const file = await readFile(c);
        if (!file) throw invalid('file', 'pdf-required');
        await keepSignedLetter(c.get('world'), idOf(c), new Uint8Array(await file.arrayBuffer()));
        return donePath(c, 'ky');
      },
      () => readOne(c),
    );
  },
};

export const remindAct: Handler = async (c) => {
  mustInvite(c);
  return remindForm.handle(
    c,
    async ({ fields }) => {
      await remindOnce(c, fields);
      return donePath(c, 'nhac');
    },
    () => readOne(c),
  );
};
