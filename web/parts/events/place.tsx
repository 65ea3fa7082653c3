import type { FC } from 'hono/jsx';
import type { Event } from '../../../functions/events/event/event';
import { copy, type Language } from '../../copy/copy';
import { Say, Vi } from '../../vietnamese';
import { placeWords } from './event-words';

interface PlaceProps {
  event: Pick<Event, 'mode' | 'venue' | 'placeName'>;
  language: Language;
}

/** Where an event takes place: what an organizer wrote of it stays Vietnamese (`placeWords`). */
export const Place: FC<PlaceProps> = ({ event, language }) => {
  if (event.mode === 'online') return <>{placeWords(event, language)}</>;
  const hall = placeWords({ ...event, mode: 'in-person' }, language);
  return event.mode === 'both' ? (
    <Say language={language} words={copy(language).events.orOnline}>
      {hall}
    </Say>
  ) : (
    <Vi language={language}>{hall}</Vi>
  );
};
