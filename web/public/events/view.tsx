export { EventView } from '../../parts/events/event-view';
