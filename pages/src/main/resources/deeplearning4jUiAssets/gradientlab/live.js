import {say} from './words.js';

/** Keeps a store up to date with its server, every two seconds while the page is seen. */

const EVERY_MILLISECONDS = 2000;

/** @param {import('./store.js').Store} store */
export function keepLive(store) {
  let timer = null;
  const turn = async () => {
    clearTimeout(timer);
    await refresh(store);
    clearTimeout(timer);
    if (!document.hidden) timer = setTimeout(turn, EVERY_MILLISECONDS);
  };
  document.addEventListener('visibilitychange', () => (document.hidden ? clearTimeout(timer) : turn()));
  turn();
}

/** Asks for the sessions, and for the chosen one's details if there is anything new in it. */
export async function refresh(store) {
  try {
    const {sessions, problems = []} = await store.api.sessions();
    if (begunAgain(store.sessions, sessions)) store.api.forget();
    const changed = store.gone || JSON.stringify([store.sessions, store.problems]) !== JSON.stringify([sessions, problems]);
    store.sessions = sessions;
    store.problems = problems;
    store.gone = false;
    if (changed) store.changed();
  } catch (error) {
    failed(store, error);
  }
  await choose(store);
}

/** Makes the details those of the chosen session. */
export async function choose(store) {
  const id = store.sessionId;
  if (store.gone) return;
  try {
    const {details, problem} = store.sessions && id !== null ? await known(store, id) : {details: null, problem: null};
    if (id === store.sessionId) take(store, details, problem);
  } catch (error) {
    failed(store, error);
  }
}

function take(store, details, problem) {
  if (details === store.session && problem === store.problem) return;
  store.session = details;
  store.problem = problem;
  store.changed();
}

function failed(store, error) {
  if (error.status === 0) {
    if (!store.gone) store.changed();
    store.gone = true;
  } else {
    take(store, null, error.message);
  }
}

async function known(store, id) {
  if (!store.row(id)) return {details: null, problem: say('error.noSession', {id})};
  try {
    return {details: await store.details(id), problem: null};
  } catch (error) {
    if (error.status === 0) throw error;
    return {details: null, problem: error.message};
  }
}

function begunAgain(before, now) {
  return (before ?? []).some(row => now.some(other => other.id === row.id && other.started !== row.started));
}
