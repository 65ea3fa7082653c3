import { inquiryToken } from '../../../functions/inquiries/read';
import { parse } from '../../../functions/platform/input/parse';
import { DAY, localDate, ms } from '../../../functions/platform/time/dates';
import { as, type World } from '../../../functions/platform/world/world';
import { answerReview } from '../../../functions/reviews/answer';
import { createReview } from '../../../functions/reviews/create';
import { decideReview } from '../../../functions/reviews/decide';
import { type Review, ReviewInput } from '../../../functions/reviews/review';
import { at } from '../time/calendar';

const create = (world: World, id: string, unitId: string, dueOn: string): Promise<Review> =>
  createReview(world, parse(ReviewInput, { unitId, dueOn }), { id, sample: true });

const answer = (world: World, review: Review, by: string): Promise<Review> => {
  const commune = as(world, 'public');
  return answerReview(commune, inquiryToken(commune, review), {
    version: review.version,
    said: {
      words: 'Bầu bổ sung hòa giải viên cho các tổ còn thiếu (nội dung mẫu).',
      by,
      position: 'Trưởng phòng Tư pháp',
    },
  });
};

/** The review of 2021 under plan 77 (II.3a): asked, answered, ended with a decision. */
const reviewOf2021 = async (organizer: World): Promise<void> => {
  const on = (date: string) => at(organizer, ms(`${date}T09:00:00+07:00`));
  const made = await create(on('2021-06-01'), 'inq_2021_ra_soat', 'unt_mau_2', '2021-06-30');
  const { version } = await answer(on('2021-06-21'), made, '2021-08-31');
  await decideReview(on('2021-08-23'), made.id, {
    version,
    decision: { number: '45/QĐ-UBND', on: '2021-08-20' },
    words: 'Công nhận thêm hòa giải viên của các tổ còn thiếu (nội dung mẫu).',
  });
};

/** Reviews of this year in every state. */
const reviewsOfNow = async (organizer: World): Promise<void> => {
  const now = organizer.now();
  const before = at(organizer, now - 30 * DAY);
  const soon = localDate(now + 20 * DAY);
  await create(before, 'inq_mau_ra_soat_tre', 'unt_mau_1', localDate(now - 3 * DAY));
  await create(before, 'inq_mau_ra_soat', 'unt_mau_3', soon);
  await create(before, 'inq_mau_ra_soat_hoi', 'unt_mau_4', soon);
  await create(before, 'inq_mau_ra_soat_lai', 'unt_mau_2', soon);
  await create(before, 'inq_mau_ra_soat_nhap', 'unt_mau_3', soon);
  await create(before, 'inq_mau_ra_soat_thoi', 'unt_mau_4', soon);
  const answered = await create(before, 'inq_mau_ra_soat_xong', 'unt_mau_2', soon);
  await answer(at(organizer, now - 10 * DAY), answered, localDate(now + 40 * DAY));
};

/** Reviews of teams: that of 2021, and samples of this year. */
export const seedReviews = async (organizer: World): Promise<void> => {
  await reviewOf2021(organizer);
  await reviewsOfNow(organizer);
};
