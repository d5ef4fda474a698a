/**
 * What has to come before a view can show a session's snapshots, or null when all is there.
 * @param {import('../store.js').Store} store
 * @returns {{text: string, kind: 'empty'|'error'}|null}
 */
export function awaited(store) {
  if (store.problem) return {text: store.problem, kind: 'error'};
  if (store.sessions === null) return {text: 'Loading the sessions …', kind: 'empty'};
  if (store.sessionId === null) return {text: 'Waiting for the first session: it appears here when a training begins.', kind: 'empty'};
  if (store.session?.id !== store.sessionId) return {text: 'Loading the session …', kind: 'empty'};
  if (store.iterations.length === 0) {
    return {text: 'Waiting for the first snapshot of this session: it is taken at iteration 0, before the first update.', kind: 'empty'};
  }
  return null;
}
