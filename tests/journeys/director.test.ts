import { expect, test } from 'vitest';
import { routes } from '../../web/routes';
import { useJourney } from './journey';

const journey = useJourney();

test.each(['pln_2021', 'pln_nay'])(
  'the figures of the plan %s print on one sheet of A4, for the director',
  async (plan) => {
    const page = await journey.organizer();
    await page.goto(journey.url(routes.consoleDashboard(plan)));
    await page.getByRole('link', { name: 'Bản một trang để trình' }).click();
    await page.getByText('TÌNH HÌNH THỰC HIỆN KẾ HOẠCH NĂM').waitFor();
    const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: true });
    expect(pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
  },
);
