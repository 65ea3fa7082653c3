import { getEvent } from '../../functions/events/event/get';
import { importList } from '../../functions/events/imports/start';
import { listInvitations } from '../../functions/events/invitations/list';
import { listNominations } from '../../functions/events/nominations/list';
import { requestIdOf } from '../../functions/events/person/forget-request';
import { isReserve, nomineesOf } from '../../functions/events/registrations/nominees';
import { listRegistrations } from '../../functions/events/registrations/roll/list';
import { readList } from '../../functions/events/rosters/read-list';
import { sendBroadcast } from '../../functions/notices/broadcasts/send';
import { deliveriesOfEvent } from '../../functions/outbox/deliveries/find';
import { linkToken } from '../../functions/platform/keys/link-token';
import { as } from '../../functions/platform/world/world';
import { forgetPerson } from '../../functions/privacy/forget';
import { refuseRequest } from '../../functions/privacy/refuse';
import { askToBeForgotten, requestForPerson } from '../../functions/privacy/requests';
import { reportId } from '../../functions/reports/create-period';
import { CURRENT_PERIOD } from '../../infra/demo/programme/reports';
import { ORGANIZER } from '../../infra/demo/seed';
import type { System } from '../../infra/local/system';
import { QUERY, withQuery } from '../../web/query';
import { routes } from '../../web/routes';

const OPEN = 'evt_mau_mo';
const NOMINATION = 'evt_mau_cu';
const FULL = 'evt_mau_day';
const APPROVAL = 'evt_mau_duyet';

/** Every page that can be looked at in the demo as it starts, by a name for its picture. */
export const everyPage = async ({ world }: Pick<System, 'world'>) => {
  const [nomination] = await listNominations(world, NOMINATION);
  const [invitation] = await listInvitations(world, OPEN);
  const { items } = await listRegistrations(world, OPEN, { status: 'confirmed', limit: 100 });
  // A delegate is changed by the body's answer alone: those pages say so with 409.
  const registration = items.find((r) => !r.invitationId);
  const named = (await listRegistrations(world, NOMINATION, { status: 'confirmed', limit: 100 })).items.find(
    (r) => r.nominationId === nomination?.id,
  );
  const [pending] = (await listRegistrations(world, APPROVAL, { status: 'pending', limit: 10 })).items;
  if (!nomination || !invitation || !registration || !named || !pending)
    throw new Error('the demo lacks something');
  const byNomination = linkToken(world, nomination.id, nomination.turn);
  const byInvitation = linkToken(world, invitation.id, invitation.turn);

  const list = await readList(world, 'Họ và tên\tSố điện thoại\tĐơn vị\nDanh Thị Mẫu Sen\t0900 72\tGò Quao');
  const ordered = await importList(as(world, ORGANIZER), OPEN, list);

  const broadcast = await sendBroadcast(
    as(world, ORGANIZER),
    OPEN,
    { groups: ['waiting', 'unanswered'], subject: 'Lời nhắn của ban tổ chức', words: 'Kính gửi {họ tên}.' },
    { nonce: 'every-page' },
  );
  const [delivery] = (await deliveriesOfEvent(world, OPEN, { limit: 1 })).items;
  if (!delivery) throw new Error('the demo told nothing');

  // Nobody whose registration is looked at below.
  const looked = [registration, named, pending].map(({ phone }) => phone);
  const past = (await listRegistrations(world, 'evt_2021_goquao', { limit: 100 })).items.find(
    ({ phone }) => !looked.includes(phone),
  );
  const forgetting = await forgetPerson(as(world, ORGANIZER), { id: past!.id }, 'asked');
  await askToBeForgotten(world, pending);
  // The reader's own page shows the answer.
  await askToBeForgotten(world, registration);
  await refuseRequest(as(world, ORGANIZER), requestIdOf(registration.id), {
    refusal: 'Chứng từ chi hỗ trợ tiền ăn phải lưu 10 năm theo Luật Kế toán.',
  });
  const asked = await requestForPerson(as(world, ORGANIZER), {
    fullName: nomination.contactName,
    phone: nomination.contactPhone!,
  });

  const open: [string, string][] = [
    ['home', routes.home()],
    ['home-en', '/en'],
    ['home-empty', `${routes.home()}?tim=kh%C3%B4ng-c%C3%B3`],
    ['event-open', routes.event(OPEN)],
    ['event-open-en', `/en${routes.event(OPEN)}`],
    ['event-full', routes.event(FULL)],
    ['event-nomination', routes.event(NOMINATION)],
    ['register', routes.register(OPEN)],
    ['register-en', `/en${routes.register(OPEN)}`],
    ['review', routes.review()],
    ['forgot-code', routes.forgotCode()],
    ['privacy', routes.privacy()],
    ['accessibility', routes.accessibility()],
    ['library', routes.library()],
    ['library-en', `/en${routes.library()}`],
    ['library-none', `${routes.library()}?tim=kh%C3%B4ng-c%C3%B3`],
    ['material', routes.material('mat_mau_ky_nang')],
    ['material-file', routes.material('mat_mau_tep')],
    ['material-video', routes.material('mat_mau_video')],
    ['material-en', `/en${routes.material('mat_mau_ky_nang')}`],
    ['legal-links', routes.legalLinks()],
    ['report', routes.report(linkToken(world, reportId(CURRENT_PERIOD, 'bod_hlg'), 1))],
    ['recommendation', routes.recommendation(linkToken(world, 'inq_mau_cho', 1))],
    ['support', routes.support(linkToken(world, 'inq_ho_tro_cho', 1))],
    ['missing', '/khong-co'],
    ['reference', '/api/docs'],
    ['nomination', routes.nomination(byNomination)],
    ['nomination-paste', routes.nominationPaste(byNomination)],
    ['nomination-mediators', routes.nominationMediators(byNomination)],
    ['nomination-replace', routes.nominationReplace(byNomination, named.id)],
    ['nomination-slip', routes.nominationSlip(byNomination, named.id)],
    ['nomination-slips', routes.nominationSlips(byNomination)],
    ['nomination-reserve', routes.nominationReserve(byNomination)],
    ['nomination-withdraw', routes.nominationWithdraw(byNomination, named.id)],
    ['nomination-en', `/en${routes.nomination(byNomination)}`],
    ['invitation-en', `/en${routes.invitation(byInvitation)}`],
    ['review-en', `/en${routes.review()}`],
    ['privacy-en', `/en${routes.privacy()}`],
    ['accessibility-en', `/en${routes.accessibility()}`],
    ['invitation', routes.invitation(byInvitation)],
    ['sign-in', routes.signIn()],
  ];
  const proven: [string, string][] = [
    ['reviewed', routes.reviewed()],
    ['correct', routes.correct()],
    ['change-way', routes.changeWay()],
    ['withdraw', routes.withdraw()],
    ['own-data', routes.ownData()],
    ['ask-to-forget', routes.askToForget()],
    ['own-support', routes.ownSupport()],
    ['own-points', routes.ownPoints()],
    ['own-classes', routes.ownClasses()],
  ];
  const desk: [string, string][] = [
    ['console', routes.console()],
    ['console-passkeys', routes.consolePasskeys()],
    ['console-sessions', routes.ownSessions()],
    ['console-new-token', routes.ownNewToken()],
    ['sign-in-again', routes.signInAgain()],
    ['console-events', routes.consoleEvents()],
    ['console-new-event', routes.consoleNewEvent()],
    ['console-event', routes.consoleEvent(OPEN)],
    ['console-event-nomination', routes.consoleEvent(NOMINATION)],
    ['console-event-past', routes.consoleEvent('evt_2021_goquao')],
    ['console-event-details', routes.consoleEventDetails(OPEN)],
    ['console-edit', routes.consoleEditEvent(OPEN)],
    ['console-preview', routes.consolePreview(OPEN)],
    ['console-publish', routes.consolePublish('evt_mau_nhap')],
    ['console-duplicate', routes.consoleDuplicate(OPEN)],
    ['console-discard', routes.consoleDiscard('evt_mau_nhap')],
    ['console-postpone', routes.consolePostpone(OPEN)],
    ['console-cancel', routes.consoleCancel(OPEN)],
    ['console-seats', routes.consoleSeats(OPEN)],
    ['console-registrations', routes.consoleRegistrations(OPEN)],
    [
      'console-registrations-pending',
      `${routes.consoleRegistrations(APPROVAL)}?tinh-trang=pending&chon-het=1`,
    ],
    ['console-many', `${routes.consoleMany(APPROVAL)}?viec=tu-choi&nguoi=${pending.id}`],
    ['console-register', routes.consoleRegister(OPEN)],
    ['console-import', routes.consoleImport(OPEN)],
    ['console-import-run', routes.consoleImportRun(ordered.id)],
    ['console-import-undo', routes.consoleImportUndo(ordered.id)],
    ['console-registration', routes.consoleRegistration(registration.id)],
    ['console-person-data', routes.consolePersonData(registration.id)],
    ['console-forget', routes.consoleForget(registration.id)],
    ['console-new-forget-request', routes.consoleNewForgetRequest()],
    ['console-forget-request', routes.consoleForgetRequest(asked.id)],
    ['console-requested-data', routes.consoleRequestedData(asked.id)],
    ['console-refuse-to-forget', routes.consoleRefuseToForget(asked.id)],
    ['console-forgettings', routes.consoleForgettings()],
    ['console-forgetting', routes.consoleForgetting(forgetting.sk)],
    ['console-decline', routes.consoleDecide(pending.id, 'tu-choi')],
    ['console-cancel-one', routes.consoleDecide(registration.id, 'huy')],
    ['console-replace', routes.consoleDecide(registration.id, 'thay')],
    ['console-move', routes.consoleDecide(registration.id, 'chuyen')],
    ['console-correct', routes.consoleDecide(registration.id, 'sua')],
    ['console-sheet', routes.consoleSignInSheet(OPEN)],
    ['console-check-in', routes.consoleCheckIn('evt_2021_goquao')],
    ['console-check-in-found', `${routes.consoleCheckIn(FULL)}?tim=mau`],
    ['console-remind', routes.consoleRemind(NOMINATION)],
    ['console-nominations', routes.consoleNominations(NOMINATION)],
    ['console-quota', routes.consoleNomination(nomination.id)],
    ['console-invitations', routes.consoleInvitations(OPEN)],
    ['console-invite', routes.consoleInvite(OPEN)],
    ['console-invitation', routes.consoleInvitation(invitation.id)],
    ['console-invitation-answer', routes.consoleInvitationAnswer(invitation.id)],
    ['console-invitation-revoke', routes.consoleInvitationRevoke(invitation.id)],
    ['console-invitation-resend', routes.consoleInvitationResend(invitation.id)],
    ['console-invite-all', `${routes.consoleInvite('evt_mau_moi')}?chon-het=1`],
    ['console-letter', routes.consoleLetter('ltr_mau_moi')],
    ['console-letter-edit', routes.consoleLetterEdit('ltr_mau_moi')],
    ['console-letter-add', routes.consoleLetterAdd('ltr_mau_moi')],
    ['console-reports', routes.consoleReports()],
    ['console-report-new', routes.consoleNewPeriod()],
    ['console-report', routes.consoleReport(reportId(CURRENT_PERIOD, 'bod_stc'))],
    ['console-report-give', routes.consoleReportAct(reportId(CURRENT_PERIOD, 'bod_ubnd_goquao'), 'nop')],
    ['console-report-again', routes.consoleReportAct(reportId(CURRENT_PERIOD, 'bod_mttq'), 'hoi-lai')],
    ['console-report-close', routes.consoleReportAct(reportId(CURRENT_PERIOD, 'bod_mttq'), 'chot')],
    ['console-report-withdraw', routes.consoleReportAct(reportId(CURRENT_PERIOD, 'bod_stc'), 'thoi')],
    ['console-points', routes.consolePoints()],
    ['console-point-new', routes.consoleNewPoint()],
    ['console-point', routes.consolePoint('pnt_mau_chuyen')],
    ['console-point-paper', routes.consolePoint('pnt_2021_goquao')],
    ['console-point-decide', routes.consolePointAct('pnt_mau_tham_luan', 'tra-loi')],
    ['console-point-pass', routes.consolePointAct('pnt_mau_moi', 'chuyen')],
    ['console-event-points', routes.consoleEventPoints('evt_2021_toadam')],
    ['console-minutes', routes.consoleMinutes('evt_2021_toadam')],
    ['console-support', routes.consoleSupport()],
    ['console-support-new', routes.consoleNewSupport()],
    ['console-support-one', routes.consoleOneSupport('sup_ho_tro_ket_thuc')],
    ['console-support-pass', routes.consoleSupportAct('sup_ho_tro_moi', 'chuyen')],
    ['console-support-answer', routes.consoleSupportAct('sup_ho_tro_nhap', 'tra-loi')],
    ['console-support-close', routes.consoleSupportAct('sup_ho_tro_ket_thuc', 'ket-thuc')],
    ['visit', routes.visit(linkToken(world, 'inq_mau_kiem_tra_den', 1))],
    ['finding', routes.finding(linkToken(world, 'inq_mau_tre', 1))],
    ['confirmation', routes.confirmation(linkToken(world, 'inq_mau_xac_nhan', 1))],
    ['console-confirmations', routes.consoleConfirmations()],
    ['console-new-confirmation', routes.consoleNewConfirmation()],
    ['console-confirmation', routes.consoleConfirmation('inq_mau_xac_nhan_xong')],
    ['console-enter-confirmation', routes.consoleConfirmationAct('inq_mau_xac_nhan_tre', 'tra-loi')],
    ['console-confirmation-again', routes.consoleConfirmationAct('inq_mau_xac_nhan_tre', 'hoi-lai')],
    ['console-close-confirmation', routes.consoleConfirmationAct('inq_mau_xac_nhan_dong', 'ket-thuc')],
    ['console-withdraw-confirmation', routes.consoleConfirmationAct('inq_mau_xac_nhan_tre', 'thoi')],
    ['team-review', routes.teamReview(linkToken(world, 'inq_mau_ra_soat', 1))],
    ['console-reviews', routes.consoleReviews()],
    ['console-review-new', routes.consoleNewReview()],
    ['console-review', routes.consoleReview('inq_2021_ra_soat')],
    ['console-review-answer', routes.consoleReviewAct('inq_mau_ra_soat', 'tra-loi')],
    ['console-review-again', routes.consoleReviewAct('inq_mau_ra_soat', 'hoi-lai')],
    ['console-review-decide', routes.consoleReviewAct('inq_mau_ra_soat', 'quyet-dinh')],
    ['console-review-withdraw', routes.consoleReviewAct('inq_mau_ra_soat', 'thoi')],
    ['console-visits', routes.consoleVisits()],
    ['console-visit-new', routes.consoleNewVisit()],
    ['console-visit', routes.consoleVisit('inq_2021_goquao')],
    ['console-visit-held', routes.consoleVisit('inq_mau_kiem_tra_nay')],
    ['console-visit-edit', routes.consoleVisitAct('inq_mau_kiem_tra', 'sua')],
    ['console-visit-checklist', routes.consoleVisitAct('inq_mau_kiem_tra_nay', 'danh-muc')],
    ['console-visit-record', routes.consoleVisitAct('inq_mau_kiem_tra_nay', 'noi-dung')],
    ['console-visit-conclude', routes.consoleVisitAct('inq_mau_kiem_tra_ket', 'ket-luan')],
    ['console-visit-cancel', routes.consoleVisitAct('inq_mau_kiem_tra', 'bo')],
    ['console-visit-answer', routes.consoleVisitAct('inq_mau_kiem_tra', 'tra-loi')],
    ['console-visit-note', routes.consoleVisitAct('inq_2021_goquao', 'ghi-chu')],
    ['console-findings', routes.consoleFindings()],
    ['console-finding', routes.consoleFinding('inq_2021_so')],
    ['console-finding-answer', routes.consoleFindingAct('inq_mau_tre', 'tra-loi')],
    ['console-finding-again', routes.consoleFindingAct('inq_mau_tre', 'hoi-lai')],
    ['console-finding-close', routes.consoleFindingAct('inq_mau_tre', 'ket-thuc')],
    ['console-finding-withdraw', routes.consoleFindingAct('inq_mau_tre', 'rut')],
    ['console-recommendations', routes.consoleRecommendations()],
    ['console-recommendation-new', routes.consoleNewRecommendation()],
    ['console-recommendation', routes.consoleRecommendation('inq_mau_tra_loi')],
    ['console-recommendation-answer', routes.consoleRecommendationAct('inq_mau_cho', 'tra-loi')],
    ['console-recommendation-again', routes.consoleRecommendationAct('inq_mau_cho', 'hoi-lai')],
    ['console-recommendation-close', routes.consoleRecommendationAct('inq_mau_cho', 'ket-thuc')],
    ['console-recommendation-withdraw', routes.consoleRecommendationAct('inq_mau_cho', 'thoi')],
    ['console-pledges', routes.consolePledges()],
    ['console-new-pledge', routes.consoleNewPledge()],
    ['console-pledge', routes.consolePledge('plg_mau_sach')],
    ['console-pledge-edit', routes.consolePledgeAct('plg_mau_tien', 'sua')],
    ['console-pledge-receive', routes.consolePledgeAct('plg_mau_tien', 'nhan')],
    ['console-pledge-withdraw', routes.consolePledgeAct('plg_mau_tien', 'rut')],
    ['console-receipt-strike', routes.consoleReceiptStrike('plg_mau_sach', '1')],
    ['appeal', routes.appeal(linkToken(world, 'inq_van_dong_cho', 1))],
    ['console-appeals', routes.consoleAppeals()],
    ['console-new-appeal', routes.consoleNewAppeal()],
    ['console-appeal', routes.consoleAppeal('apl_mau_sach')],
    ['console-appeal-past', routes.consoleAppeal('apl_2021_tai_lieu')],
    ['console-appeal-edit', routes.consoleAppealAct('apl_mau_sua', 'sua')],
    ['console-appeal-send', routes.consoleAppealAct('apl_mau_gui', 'gui')],
    ['console-appeal-close', routes.consoleAppealAct('apl_mau_ket_thuc', 'ket-thuc')],
    ['console-asked', routes.consoleAsked('inq_van_dong_tra_loi')],
    ['console-asked-answer', routes.consoleAsked('inq_van_dong_nhap', '/tra-loi')],
    ['console-asked-take', routes.consoleAsked('inq_van_dong_tra_loi', '/ghi-nhan')],
    ['console-handouts', routes.consoleHandouts()],
    ['console-new-handout', routes.consoleNewHandout()],
    ['console-handout', routes.consoleHandout('hnd_2021_so_tay')],
    ['console-handout-edit', routes.consoleHandoutAct('hnd_mau_sua', 'sua')],
    ['console-handout-deliver', routes.consoleHandoutAct('hnd_mau_xa', 'cap-xa')],
    ['console-handout-withdraw', routes.consoleHandoutAct('hnd_mau_thoi', 'thu-hoi')],
    ['console-delivery-strike', routes.consoleDeliveryStrike('hnd_2021_so_tay', '1')],
    ['console-handout-pilot', routes.consoleHandoutPilot('hnd_2021_so_tay')],
    ['console-handout-unit', routes.consoleHandoutUnit('hnd_2021_so_tay', 'unt_mau_1')],
    ['console-event-handouts', routes.consoleEventHandouts('evt_2021_goquao')],
    ['console-bodies', routes.consoleBodies()],
    ['console-body', routes.consoleBody('bod_hlg')],
    ['console-new-body', routes.consoleNewBody()],
    ['console-teams', routes.consoleTeams()],
    ['console-team', routes.consoleTeam('team_mau_1')],
    ['console-new-team', routes.consoleNewTeam()],
    ['console-edit-team', routes.consoleTeamEdit('team_mau_1')],
    ['console-dissolve-team', routes.consoleTeamDissolve('team_mau_trong')],
    ['console-mediators', routes.consoleMediators()],
    ['console-mediators-import', routes.consoleMediatorsImport()],
    ['console-mediator', routes.consoleMediator('med_mau_7')],
    ['console-new-mediator', routes.consoleNewMediator('team_mau_1')],
    ['console-edit-mediator', routes.consoleMediatorPart('med_mau_1', 'sua')],
    ['console-recognise', routes.consoleMediatorPart('med_mau_6', 'cong-nhan')],
    ['console-dismiss', routes.consoleMediatorPart('med_mau_1', 'thoi-lam')],
    ['console-elect-again', routes.consoleMediatorPart('med_mau_7', 'bau-lai')],
    ['console-trainer', routes.consoleMediatorPart('med_mau_1', 'tap-huan-vien')],
    ['console-likely-same', routes.consoleMediatorPart('med_mau_trung', 'gop')],
    [
      'console-merge',
      withQuery(routes.consoleMediatorPart('med_mau_28', 'gop'), { [QUERY.otherRecord]: 'med_mau_trung' }),
    ],
    ['console-split', routes.consoleMediatorPart('med_mau_18', 'tach')],
    ['console-forget-mediator', routes.consoleMediatorPart('med_mau_1', 'xoa-du-lieu')],
    ['console-gaps', routes.consoleGaps()],
    ['console-coverage', routes.consoleCoverage()],
    ['console-links', routes.consoleLinks()],
    ['console-team-rules', routes.consoleTeamRules()],
    ['console-calls', routes.consoleCalls()],
    ['console-deliveries', routes.consoleDeliveries()],
    ['console-delivery', routes.consoleDelivery(delivery.id)],
    ['console-broadcasts', routes.consoleBroadcasts(OPEN)],
    ['console-new-broadcast', `${routes.consoleNewBroadcast(OPEN)}?mau=mang-theo&nhom=registered`],
    ['console-broadcast', routes.consoleBroadcast(broadcast.id)],
    ['console-broadcast-withdraw', routes.consoleBroadcastWithdraw(broadcast.id)],
    ['console-programme', routes.consoleProgramme()],
    ['console-plan', routes.consolePlan('pln_nay')],
    ['console-plan-issued', routes.consolePlan('pln_2021')],
    ['console-plan-edit', routes.consolePlanAct('pln_2021', 'sua')],
    ['console-plan-issue', routes.consolePlanAct('pln_sau', 'ban-hanh')],
    ['console-plan-withdraw', routes.consolePlanAct('pln_sau', 'thu-hoi')],
    ['console-plan-text', routes.consolePlanText('pln_sau', 1)],
    ['console-task', routes.consoleTask('pln_2021', 'tsk_2021_ii3b')],
    ['console-task-done', routes.consoleTask('pln_2021', 'tsk_2021_ii1')],
    ['console-task-result', routes.consoleTask('pln_2021', 'tsk_2021_iii2', '/ket-qua')],
    ['console-task-finish', routes.consoleTask('pln_2021', 'tsk_2021_ii2', '/hoan-thanh')],
    ['console-task-reopen', routes.consoleTask('pln_2021', 'tsk_2021_ii1', '/lam-tiep')],
    ['console-task-edit', routes.consoleTaskEdit('pln_2021', 'tsk_2021_ii5c')],
    ['console-consultations', routes.consoleConsultations('pln_sau')],
    ['console-consultations-none', routes.consoleConsultations('pln_2021')],
    ['console-consult', routes.consoleConsult('pln_sau')],
    ['console-consultation', routes.consoleConsultation('inq_gop_y_xu_ly')],
    ['console-consultation-enter', routes.consoleConsultation('inq_gop_y_nhap', '/tra-loi')],
    ['consultation', routes.consultation(linkToken(world, 'inq_gop_y_cho', 1))],
    ['console-dashboard', routes.consoleDashboard('pln_2021')],
    ['console-dashboard-now', routes.consoleDashboard('pln_nay')],
    ['console-dashboard-sheet', routes.consoleDashboard('pln_2021', '/mot-trang')],
    ['console-goals', routes.consoleDashboard('pln_2021', '/muc-tieu')],
    ['console-timeline', routes.consoleTimeline('pln_2021')],
    ['console-budget', routes.consoleBudget('pln_2021')],
    ['console-event-budget', routes.consoleEventBudget('evt_2021_goquao')],
    ['console-money-list', `${routes.consoleMoneyList('evt_2021_goquao')}?muc=100.000`],
    ['console-new-budget-line', routes.consoleNewBudgetLine('pln_2021')],
    ['console-budget-line', routes.consoleBudgetLine('pln_2021', 'bgl_mau_goquao_hall')],
    ['console-plan-2021', routes.consolePlan('pln_2021')],
    ['console-library', routes.consoleLibrary()],
    ['console-material', routes.consoleMaterial('mat_mau_ky_nang')],
    ['console-material-file', routes.consoleMaterial('mat_mau_tep')],
    ['console-upload', routes.consoleMaterialUpload('mat_mau_tep')],
    ['console-new-material', routes.consoleNewMaterial()],
    ['console-legal-links', routes.consoleLegalLinks()],
    ['console-legal-link', routes.consoleLegalLink('lnk_mau_vbpl')],
    ['console-new-legal-link', routes.consoleNewLegalLink()],
    ['console-publications', routes.consolePublications()],
    ['console-units', routes.consoleUnits()],
    ['console-units-import', routes.consoleUnitsImport()],
    ['console-tiles', routes.consoleTiles()],
    ['console-bodies-import', routes.consoleBodiesImport()],
    ['console-unit', routes.consoleUnit('unt_goquao')],
    ['console-unit-end', routes.consoleUnitEnd('unt_goquao')],
    ['console-unit-pilot', routes.consoleUnitPilot('unt_mau_1')],
  ];
  const admin: [string, string][] = [
    ['console-accounts', routes.consoleAccounts()],
    ['console-recoveries', routes.consoleRecoveries()],
    ['console-accounts-none', `${routes.consoleAccounts()}?tim=kh%C3%B4ng-c%C3%B3`],
    ['console-account', routes.consoleAccount('acc_goquao')],
    ['console-account-own', routes.consoleAccount('acc_quantri')],
    ['console-account-invite', routes.consoleNewAccount()],
    ['console-account-suspend', routes.consoleAccountSuspend('acc_goquao')],
    ['console-account-reopen', routes.consoleAccountReopen('acc_goquao')],
    ['console-restrict', routes.consoleDecide(registration.id, 'han-che')],
    [
      'console-document',
      routes.consoleDocument({ subjectId: 'evt_2021_goquao', kind: 'money-list', nth: 1 }),
    ],
    ['console-office', routes.consoleOffice()],
    ['console-retention', routes.consoleRetention()],
    ['console-mediator-ethnicity', routes.consoleMediatorPart('med_mau_1', 'dan-toc')],
    ['console-mediator-restrict', routes.consoleMediatorPart('med_mau_1', 'han-che')],
    ['console-mediator-admin', routes.consoleMediator('med_mau_1')],
  ];
  const reserve = (await nomineesOf(world, await getEvent(world, NOMINATION), nomination.id)).find(isReserve);
  const unit: [string, string][] = [
    ['unit-home', routes.console()],
    ['unit-quota', routes.consoleQuota(nomination.id)],
    ['unit-paste', routes.consoleQuotaPart(nomination.id, 'dan-tu-excel')],
    ['unit-mediators', routes.consoleQuotaPart(nomination.id, 'hoa-giai-vien')],
    ['unit-reserve', routes.consoleQuotaPart(nomination.id, 'du-bi')],
    ['unit-slips', routes.consoleQuotaPart(nomination.id, 'in-phieu')],
    ['unit-correct', routes.consoleNominee(nomination.id, named.id, 'sua')],
    ['unit-replace', routes.consoleNominee(nomination.id, named.id, 'thay')],
    ['unit-take-off', routes.consoleNominee(nomination.id, reserve?.id ?? named.id, 'bo')],
    ['unit-registration', routes.consoleRegistration(named.id)],
    ['unit-nominations', routes.consoleNominations(NOMINATION)],
    ['unit-calls', routes.consoleCalls()],
    ['unit-teams', routes.consoleTeams()],
  ];
  return { open, proven, desk, admin, unit, registration };
};
