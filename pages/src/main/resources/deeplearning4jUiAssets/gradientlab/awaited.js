/** What a view says while there is nothing to show yet. */
import {message} from './dom.js';

export const FIRST_SNAPSHOT =
  'Waiting for the first snapshot of this session: it is taken at iteration 0, before the first update.';

/**
 * What is awaited, or what went wrong, as an element; null when the chosen session has snapshots.
 * @param {import('./store.js').Store} store
 */
export function awaited(store) {
  if (store.problem) return message(store.problem, 'error');
  if (store.sessions === null) return message('Loading the sessions …');
  if (store.sessions.length === 0)
    return message('No session yet: waiting for the first training run that reports to this dashboard.');
  if (store.session === null || store.session.id !== store.sessionId) return message('Loading the session …');
  return store.iterations.length === 0 ? message(FIRST_SNAPSHOT) : null;
}
