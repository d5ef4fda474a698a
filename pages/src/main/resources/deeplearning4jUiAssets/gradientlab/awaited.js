/** What a view says while there is nothing to show yet. */
import {message} from './dom.js';
import {say} from './words.js';

/**
 * What is awaited, or what went wrong, as an element; null when the chosen session has snapshots.
 * @param {import('./store.js').Store} store
 */
export const awaited = store => awaitedSession(store) ?? (store.iterations.length === 0 ? message(say('wait.snapshot')) : null);

/** The same; null as soon as the chosen session is known. */
export function awaitedSession(store) {
  if (store.problem) return message(store.problem, 'error');
  const unknown = store.session === null || store.session.id !== store.sessionId;
  return awaitedSessions(store) ?? (unknown ? message(say('wait.session')) : null);
}

/** The same; null as soon as there is any session. */
export function awaitedSessions(store) {
  if (store.sessions === null) return message(say('wait.sessions'));
  return store.sessions.length === 0 ? message(say('wait.none')) : null;
}
