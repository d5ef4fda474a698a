/** What the reader wants of the list of sessions, which the browser keeps: pinned ones, hidden ones, colours. */

const KEY = 'gradientlab.sessions';
const LOOKS = 7;

/** @typedef {{pinned: string[], hidden: string[], looks: Object<string, number>}} Preferences */

/** @returns {Preferences} */
export function preferences() {
  const none = {pinned: [], hidden: [], looks: {}};
  try {
    return {...none, ...JSON.parse(localStorage.getItem(KEY) ?? '{}')};
  } catch {
    return none;
  }
}

/** @param {(before: Preferences) => Partial<Preferences>} change */
function keep(change) {
  try {
    const before = preferences();
    localStorage.setItem(KEY, JSON.stringify({...before, ...change(before)}));
  } catch {
    // Where nothing may be kept, the list stays as it is.
  }
}

const toggled = (ids, id) => (ids.includes(id) ? ids.filter(other => other !== id) : [...ids, id]);

/** Pins a session to the top of the list, or no more. */
export const pin = id => keep(({pinned}) => ({pinned: toggled(pinned, id)}));

/** Hides a session, or shows it again. */
export const hide = id => keep(({hidden}) => ({hidden: toggled(hidden, id)}));

/** Gives a session the look after the one it has. */
export const recolour = (id, now) => keep(({looks}) => ({looks: {...looks, [id]: (now + 1) % LOOKS}}));

/** The orders of a list; the lecture's sessions start in the order of the lecture. Their words are `sessions.ORDER`. */
export const ORDERS = {
  started: () => 0,
  newest: null,
  name: (a, b) => a.id.localeCompare(b.id, undefined, {numeric: true}),
  loss: (a, b) => rank(a.loss) - rank(b.loss),
};

const rank = loss => (Number.isFinite(loss) ? loss : Number.MAX_VALUE);

/**
 * The sessions of a list: pinned ones first, in an order, those whose name has all words of a filter; hidden ones only if asked.
 * @param {{id: string, loss: number}[]} rows oldest first
 * @param {{filter?: string, order?: string, all?: boolean, keep?: string[]}} choice `keep`: those that are shown in any case
 * @param {Preferences} wanted
 */
export function arranged(rows, {filter = '', order = 'started', all = false, keep: kept = []}, wanted) {
  const words = filter.toLowerCase().split(/\s+/).filter(Boolean);
  const fits = ({id}) => words.every(word => id.toLowerCase().includes(word)) && (all || !wanted.hidden.includes(id));
  const shown = rows.filter(row => kept.includes(row.id) || fits(row));
  const sorted = order === 'newest' ? shown.reverse() : shown.sort(ORDERS[order] ?? ORDERS.started);
  return [true, false].flatMap(pinned => sorted.filter(({id}) => wanted.pinned.includes(id) === pinned));
}
