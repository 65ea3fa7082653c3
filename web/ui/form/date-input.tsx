import type { FC } from 'hono/jsx';
import { weekdayOf } from '../../../functions/platform/time/format-date';
import { typedDate } from '../../../functions/platform/time/typed';

interface DateInputProps {
  id: string;
  name: string;
  value: string;
  'aria-describedby'?: string | undefined;
  'aria-invalid'?: 'true' | undefined;
}

/**
 * A date, typed as people write it. The weekday of what was typed stands beside it: a browser's own date input would show
 * mm/dd on the many office machines that speak English. With the island `dates` a month opens to choose from.
 */
export const DateInput: FC<DateInputProps> = ({ id, ...input }) => (
  <span class="date-input">
    <input type="text" autocomplete="off" id={id} {...input} data-date />
    <output for={id}>{weekdayOf(typedDate(input.value))}</output>
  </span>
);
