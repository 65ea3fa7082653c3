import type { FC } from 'hono/jsx';
import type { Posted } from './read';

/** What was sent travels on in another form, unseen. @param but names that the other form asks again or drops */
export const CarriedFields: FC<{ posted: Pick<Posted, 'typed'>; but?: readonly string[] }> = ({
  posted: { typed },
  but = [],
}) => (
  <>
    {Object.entries(typed)
      .filter(([name]) => !but.includes(name))
      .flatMap(([name, value]) =>
        [value].flat().map((v) =>
          v?.includes('\n') ? (
            <textarea name={name} hidden>
              {/* A browser drops the first line break of a text area. */}
              {`\n${v}`}
            </textarea>
          ) : (
            v !== undefined && <input type="hidden" name={name} value={v} />
          ),
        ),
      )}
  </>
);
