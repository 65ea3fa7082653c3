import * as z from 'zod';
import { askAgain } from '../../inquiries/change';
import { cutPage, idOf, Paging, pageOf } from '../../platform/input/fields';
import { AgainInput, EndInput } from '../../recommendations/recommendation';
import { enterReviewAnswer, getReview } from '../../reviews/answer';
import { createReview } from '../../reviews/create';
import { decideReview, withdrawReview } from '../../reviews/decide';
import { inReviews, REVIEW_STATES, readReviews } from '../../reviews/register';
import { DecideInput, EnteredPlanned, REVIEW, type Review, ReviewInput } from '../../reviews/review';
import { mustSeeVisit, mustWriteVisits, visitScope } from '../../visits/may';
import { operation } from '../contract/operation';
import { ReviewView, reviewView } from './view';

const one = (example: string) => z.object({ id: idOf('inq').meta({ param: { example } }) });
const shared = { tag: 'Reviews', who: 'staff', answer: ReviewView } as const;

/** Reviews of the mediation teams of pilot communes. Who may inspect may ask; officers see those of their area. */
export const operations = [
  operation({
    ...shared,
    id: 'createReview',
    method: 'post',
    path: '/reviews',
    summary: 'Ask a pilot commune to review its mediation teams',
    description:
      'Its committee, or the nearest one above it, gets a personal link with the teams below the requirements, and is reminded.',
    body: ReviewInput,
    example: { unitId: 'unt_mau_3', dueOn: '2032-10-15', words: 'Đề nghị đối chiếu với thực tế.' },
    status: 201,
    run: async ({ world, account, body }) => {
      await mustWriteVisits(world, account);
      return reviewView(await createReview(world, body), world.now());
    },
  }),
  operation({
    ...shared,
    id: 'listReviews',
    method: 'get',
    path: '/reviews',
    summary: 'The reviews of teams, late ones first',
    description: 'An officer sees those of their own area.',
    query: Paging.extend({ state: z.enum(REVIEW_STATES).optional() }),
    status: 200,
    answer: pageOf(ReviewView),
    run: async ({ world, account, query }) => {
      const now = world.now();
      const all = await readReviews(world, await visitScope(world, account));
      const { items, next } = cutPage(inReviews(all, query.state, now), query);
      return { items: items.map((r) => reviewView(r, now)), next };
    },
  }),
  operation({
    ...shared,
    id: 'getReview',
    method: 'get',
    path: '/reviews/{id}',
    summary: 'A review of teams with its latest answer',
    params: one('inq_2021_ra_soat'),
    status: 200,
    run: async ({ world, account, params }) =>
      reviewView(await mustSeeVisit(world, account, await getReview(world, params.id)), world.now()),
  }),
  operation({
    ...shared,
    id: 'askReviewAgain',
    method: 'post',
    path: '/reviews/{id}/turns',
    summary: 'Ask the commune for another answer, with words and a new last day',
    description: 'It gets a new link; the old one is dead. Earlier answers stay.',
    params: one('inq_mau_ra_soat_lai'),
    body: AgainInput,
    example: { version: 1, dueOn: '2032-12-15', words: 'Đề nghị nêu rõ thời gian kiện toàn.' },
    status: 200,
    run: async ({ world, account, params, body: { version, ...asked } }) => {
      await mustWriteVisits(world, account);
      return reviewView(
        await askAgain<Review>(world, { id: params.id, kind: REVIEW, version }, asked),
        world.now(),
      );
    },
  }),
  operation({
    ...shared,
    id: 'enterReviewAnswer',
    method: 'put',
    path: '/reviews/{id}/answer',
    summary: 'Enter what a commune said by phone or letter about its teams',
    params: one('inq_mau_ra_soat_nhap'),
    body: EnteredPlanned,
    example: {
      version: 1,
      through: 'phone',
      words: 'Bầu thêm một hòa giải viên nữ.',
      by: '2032-11-30',
      position: 'Công chức Tư pháp - Hộ tịch',
    },
    status: 200,
    run: async ({ world, account, params, body: { version, through, ...said } }) => {
      await mustWriteVisits(world, account);
      return reviewView(await enterReviewAnswer(world, params.id, { version, through, said }), world.now());
    },
  }),
  operation({
    ...shared,
    id: 'decideReview',
    method: 'post',
    path: '/reviews/{id}/decision',
    summary: 'End a review with the decision about the teams',
    description: '409 `review-not-answered` before the commune has answered.',
    params: one('inq_mau_ra_soat_xong'),
    body: DecideInput,
    example: {
      version: 2,
      decision: { number: '45/QĐ-UBND', on: '2021-08-20' },
      words: 'Công nhận thêm hai hòa giải viên.',
    },
    refusals: ['Conflict'],
    status: 200,
    run: async ({ world, account, params, body }) => {
      await mustWriteVisits(world, account);
      return reviewView(await decideReview(world, params.id, body), world.now());
    },
  }),
  operation({
    ...shared,
    id: 'withdrawReview',
    method: 'post',
    path: '/reviews/{id}/withdrawal',
    summary: 'Take a review of teams back',
    description: 'The link says so, and a commune that was told of it is told the reason.',
    params: one('inq_mau_ra_soat_thoi'),
    body: EndInput,
    example: { version: 1, words: 'Đã rà soát trong đợt kiểm tra.' },
    status: 200,
    run: async ({ world, account, params, body }) => {
      await mustWriteVisits(world, account);
      return reviewView(await withdrawReview(world, params.id, body), world.now());
    },
  }),
];
