import type { FC } from 'hono/jsx';

/**
 * Where the island `keep` says that a form is kept in the browser and not sent yet. Without scripts nothing is shown.
 * @param done the page that a sent form leads to: another answer means that it was not taken
 */
export const KeptHere: FC<{ done: string }> = ({ done }) => (
  <div class="notice lotus" data-keep={done} hidden>
    <p role="status" />
    <p>
      <button type="button" class="linklike" data-forget>
        Xóa bản giữ trên máy này
      </button>
    </p>
  </div>
);
