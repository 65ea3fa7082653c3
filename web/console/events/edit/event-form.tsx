import type { Child, FC } from 'hono/jsx';
import type { Event } from '../../../../functions/events/event/event';
import type { Page } from '../../../env';
import { routes } from '../../../routes';
import { ConsolePage } from '../../../ui/console';
import { Button, Checkbox, type FilledForm, type FormState, type Option } from '../../../ui/form';
import { Island } from '../../../ui/island';
import type { Choices } from './choices';
import { Differences } from './differences';
import type { EventField } from './fields';
import type { Merged } from './merge';
import { QuestionsField } from './questions';
import { Sessions } from './sessions';

interface EventFormProps {
  c: Page;
  form: FilledForm<EventField>;
  choices: Choices;
  /** The event that is edited; none where it is a new one. */
  event?: Event;
  /** Hidden fields whose value is not what was typed. */
  hidden?: Record<string, string>;
  /** Rows of the programme beyond those filled in. */
  spare?: number;
  merged?: Merged;
  /** What is said above the fields. */
  children?: Child;
}

/** The page of an event's form, new or edited. */
export const EventFormPage: FC<EventFormProps> = ({
  c,
  form,
  choices,
  event,
  hidden,
  spare = 0,
  merged,
  children,
}) => {
  const title = event ? 'Sửa lớp, hội nghị' : 'Tạo lớp, hội nghị';
  const action = event ? routes.consoleEditEvent(event.id) : routes.consoleNewEvent();
  const published = event?.shelf === 'public';
  return (
    <ConsolePage
      c={c}
      title={title}
      at={routes.consoleEvents()}
      back={{
        href: event ? routes.consoleEvent(event.id) : routes.consoleEvents(),
        label: event ? 'Quay lại' : 'Lớp, hội nghị',
      }}
    >
      <form.Post action={action} class="form" hidden={hidden} enter="Lưu">
        <form.Errors />
        {children}
        {merged && <Differences merged={merged} choices={choices} />}
        <AboutTheEvent form={form} />
        <WhenAndWhere form={form} choices={choices} />
        <Admission form={form} />
        <Sessions form={form} spare={spare} action={action} />
        <BodiesAndTask form={form} choices={choices} />
        <ContactAndAdvice form={form} />
        {published && (
          <p class="notice">Đã công bố: nếu đổi thời gian hoặc địa điểm, mọi người liên quan sẽ được báo.</p>
        )}
        <div class="actions at-hand">
          <Button>{published ? 'Lưu thay đổi' : 'Lưu bản nháp'}</Button>
        </div>
        <Island name="dates" />
      </form.Post>
    </ConsolePage>
  );
};

type Section = FC<{ form: FilledForm<EventField> }>;
type ChoosingSection = FC<{ form: FilledForm<EventField>; choices: Choices }>;

const AboutTheEvent: Section = ({ form }) => (
  <>
    <h2>Tên và nội dung</h2>
    <form.Field name="kind" />
    <form.Field name="title" />
    <form.Field name="titleEn" />
    <form.Field name="summary" />
    <form.Field name="summaryEn" />
    <form.Field name="audience" />
  </>
);

const WhenAndWhere: ChoosingSection = ({ form, choices }) => (
  <>
    <h2>Thời gian</h2>
    <form.Field name="startsAt" />
    <form.Field name="endsAt" />
    <h2>Hình thức và địa điểm</h2>
    <form.Field name="mode" />
    <form.Field name="venue" />
    <form.Field name="venueAddress" />
    <form.Field name="placeUnitId" options={choices.units} />
    <form.Field name="mapUrl" />
    <form.Field name="onlineUrl" />
  </>
);

const Admission: Section = ({ form }) => (
  <>
    <h2>Số chỗ và hình thức đăng ký</h2>
    <form.Field name="admission" />
    <form.Field name="capacity" />
    <form.Field name="onlineSeats" />
    <form.Field name="registrationOpensAt" />
    <form.Field name="registrationClosesAt" />
    <form.Field name="promotionHours" />
    <form.Field name="approval" />
    <QuestionsField form={form} />
  </>
);

const BodiesAndTask: ChoosingSection = ({ form, choices }) => (
  <>
    <h2>Cơ quan và nhiệm vụ</h2>
    <form.Field name="leadBodyId" options={choices.bodies} />
    <CoordinatingBodies form={form} bodies={choices.bodies} />
    {choices.tasks.length > 0 && <form.Field name="taskId" options={choices.tasks} />}
  </>
);

/** The ticked bodies come first. */
const CoordinatingBodies: FC<{ form: FormState; bodies: readonly Option[] }> = ({ form, bodies }) => {
  const ticked = (o: Option) => [form.values.coordinatingBodyIds].flat().includes(o.value);
  return (
    <fieldset id="o-coordinatingBodyIds">
      <legend>
        Đơn vị phối hợp <span class="optional">(không bắt buộc)</span>
      </legend>
      <div class="many">
        {[...bodies.filter(ticked), ...bodies.filter((o) => !ticked(o))].map((b) => (
          <Checkbox form={form} name="coordinatingBodyIds" value={b.value} label={b.label} />
        ))}
      </div>
    </fieldset>
  );
};

const ContactAndAdvice: Section = ({ form }) => (
  <>
    <h2>Liên hệ và dặn dò</h2>
    <form.Field name="contactName" />
    <form.Field name="contactPhone" />
    <form.Field name="contactEmail" />
    <form.Field name="lunch" />
    <form.Field name="travel" />
    <form.Field name="bring" />
  </>
);
