import type { FC } from 'hono/jsx';
import { moment } from '../../../functions/platform/time/format-date';
import { RESULT_WORD } from '../../../functions/visits/checklist';
import { inFindings, listFindings, stateOf, type VisitState } from '../../../functions/visits/list';
import { visitScope } from '../../../functions/visits/may';
import { type MonitoringNote, notesOf } from '../../../functions/visits/notes';
import type { Visit } from '../../../functions/visits/visit';
import type { Page } from '../../env';
import { Confirmation, VISIT_TAG, VISIT_WORD, VisitFacts } from '../../parts/visits/visit';
import { routes } from '../../routes';
import { BelowVisits, readVisit } from './access';
import { FindingsTable } from './list';

const Checklist: FC<{ visit: Visit }> = ({ visit }) => (
  <ol>
    {visit.about.checklist.map(({ words, result, note }) => (
      <li>
        {words}
        {result && (
          <>
            {' '}
            <strong>{RESULT_WORD[result]}</strong>
          </>
        )}
        {note && <span class="soft"> ({note})</span>}
      </li>
    ))}
  </ol>
);

const Notes: FC<{ visit: Visit; notes: readonly MonitoringNote[] }> = ({ visit, notes }) => (
  <>
    <h2>Ghi chú giám sát</h2>
    {notes.length === 0 && <p class="soft">Chưa có ghi chú.</p>}
    {notes.map(({ from, words, at }) => (
      <div>
        <p class="prose">{words}</p>
        <p class="soft small">
          {from}, {moment(at)}
        </p>
      </div>
    ))}
    <p>
      <a href={routes.consoleVisitAct(visit.id, 'ghi-chu')}>Thêm ghi chú giám sát</a>
    </p>
  </>
);

/** What an organizer may do next. */
const Acts: FC<{ visit: Visit; state: VisitState }> = ({ visit: { id }, state }) => {
  const acts =
    state === 'held'
      ? ([
          ['danh-muc', 'Ghi danh mục kiểm tra'],
          ['noi-dung', 'Ghi nội dung cần khắc phục'],
          ['ket-luan', 'Kết luận'],
        ] as const)
      : [];
  const always = [
    ['sua', 'Sửa, đổi ngày'],
    ['tra-loi', 'Nhập trả lời của đơn vị qua điện thoại, công văn'],
    ['bo', 'Không tổ chức'],
  ] as const;
  if (state !== 'held' && state !== 'planned') return null;
  return (
    <ul class="steps">
      {[...acts, ...always].map(([verb, label]) => (
        <li>
          <a href={routes.consoleVisitAct(id, verb)}>{label}</a>
        </li>
      ))}
    </ul>
  );
};

/** One visit: who, when, what was seen, found and concluded, what the Front noted. */
export const visitPage = async (c: Page): Promise<Response> => {
  const world = c.get('world');
  const now = world.now();
  const visit = await readVisit(c);
  const scope = await visitScope(world, c.get('account'));
  const [all, notes] = await Promise.all([listFindings(world, scope), notesOf(world, visit.id)]);
  const findings = inFindings(all, { visitId: visit.id }, now);
  const state = stateOf(visit, now);
  return c.html(
    <BelowVisits c={c} title={`Kiểm tra: ${visit.about.unitName}`}>
      <p>
        <span class={VISIT_TAG[state]}>{VISIT_WORD[state]}</span>
      </p>
      {scope.write && <Acts visit={visit} state={state} />}
      <VisitFacts visit={visit} />
      {visit.answer ? <Confirmation answer={visit.answer} /> : <p class="soft">Đơn vị chưa xác nhận.</p>}
      <h2>Danh mục kiểm tra</h2>
      <Checklist visit={visit} />
      <h2>Nội dung cần khắc phục</h2>
      {findings.length === 0 ? (
        <p class="soft">Chưa ghi nội dung nào.</p>
      ) : (
        <FindingsTable findings={findings} now={now} />
      )}
      {visit.endWords && (
        <>
          <h2>{state === 'cancelled' ? 'Lý do không tổ chức' : 'Kết luận'}</h2>
          <p class="prose">{visit.endWords}</p>
        </>
      )}
      {state === 'concluded' && (
        <p>
          <a class="btn plain" href={routes.consoleVisitAct(visit.id, 'ket-luan.docx')}>
            Tải dự thảo Kết luận kiểm tra (Word)
          </a>
        </p>
      )}
      <Notes visit={visit} notes={notes} />
    </BelowVisits>,
  );
};
