import {Observable} from './observable.js';

/**
 * What is chosen, and what there is to choose from. The choice lives in the address's hash
 * (`#/flow?session=ID&iteration=N`), so that every view can be linked and reloaded; without `iteration` the newest one
 * is followed.
 */

const STEP_MILLISECONDS = 350;

export class Store extends Observable {
  /** @param {import('./api.js').Api} api */
  constructor(api) {
    super();
    this.api = api;
    /** every session, oldest first; null before the first answer */
    this.sessions = null;
    /** a sentence for each storage that cannot be read */
    this.problems = [];
    /** details of the chosen session; null before they are there */
    this.session = null;
    /** what went wrong with the chosen session: a sentence, or null */
    this.problem = null;
    /** whether the server gives no answer */
    this.gone = false;
    this.preferred = null;
    this.timer = null;
    this.read();
  }

  /** Takes over the address's hash. */
  read() {
    const [path, query] = location.hash.replace(/^#\/?/, '').split(/\?(.*)/s);
    this.view = path;
    this.query = new URLSearchParams(query ?? '');
  }

  /** The chosen session's ID: the address's, else the stock pages', else the newest; null without any. */
  get sessionId() {
    const asked = this.query.get('session');
    if (asked !== null) return asked;
    if (this.preferred !== null && this.row(this.preferred)) return this.preferred;
    return this.sessions?.at(-1)?.id ?? null;
  }

  /** A session's row in the list of all, or undefined. */
  row(id) {
    return this.sessions?.find(row => row.id === id);
  }

  /** Changes whenever there is something new in a session. */
  version(id = this.sessionId) {
    return JSON.stringify(this.row(id) ?? null);
  }

  /** Details of any session, such as one to compare with. */
  details(id) {
    return this.api.session(id, this.version(id));
  }

  /** The iterations kept, ascending. */
  get iterations() {
    return this.session?.iterations ?? [];
  }

  /** The iteration shown: the kept one nearest to the one asked for, or the newest; null without any. */
  get iteration() {
    const kept = this.iterations;
    if (kept.length === 0) return null;
    return this.follow ? kept.at(-1) : kept[nearest(kept, Number(this.query.get('iteration')))];
  }

  /** Whether the newest iteration is shown, whichever it is. */
  get follow() {
    return !/^\d+$/.test(this.query.get('iteration') ?? '');
  }

  get playing() {
    return this.timer !== null;
  }

  /** A parameter of the address, or a default. */
  param(name, otherwise = null) {
    return this.query.get(name) ?? otherwise;
  }

  /** All values of a parameter of the address. */
  params(name) {
    return this.query.getAll(name);
  }

  /**
   * Sets parameters of the address; null removes one, an array sets several values.
   * @param {Object<string, string|number|null|Array>} changes
   * @param {boolean} [step] whether the browser's Back button comes back to what was before
   */
  set(changes, step = false) {
    const query = changedQuery(this.query, changes);
    if (query.toString() === this.query.toString()) return;
    this.query = query;
    history[step ? 'pushState' : 'replaceState'](null, '', this.address());
    this.changed();
  }

  /** The address of a view with this session and iteration, and other parameters. */
  link(view, changes = {}) {
    const query = new URLSearchParams();
    if (this.sessionId !== null) query.set('session', this.sessionId);
    if (!this.follow) query.set('iteration', this.query.get('iteration'));
    return hash(view, changedQuery(query, changes));
  }

  address() {
    return hash(this.view, this.query);
  }

  setIteration(iteration) {
    this.set({iteration});
  }

  /** Shows the newest iteration from now on, or stays at the one that is shown. */
  setFollow(follow) {
    this.set({iteration: follow ? null : this.iteration});
  }

  /** Shows the kept iterations one after the other, from the first one when the last one is shown. */
  setPlaying(playing) {
    if (playing === this.playing || (playing && this.iterations.length < 2)) return;
    clearInterval(this.timer);
    this.timer = playing ? setInterval(() => this.advance(), STEP_MILLISECONDS) : null;
    if (playing && this.iteration === this.iterations.at(-1)) this.setIteration(this.iterations[0]);
    this.changed();
  }

  /** The next iteration, once the one before is there. */
  advance() {
    if (this.api.pending > 0) return;
    this.step(1);
    if (this.iteration === this.iterations.at(-1)) this.setPlaying(false);
  }

  /** Goes some kept iterations on, or back. */
  step(by) {
    const kept = this.iterations;
    if (kept.length === 0) return;
    const at = Math.min(kept.length - 1, Math.max(0, kept.indexOf(this.iteration) + by));
    this.setIteration(kept[at]);
  }

  /** Another session, at its newest iteration; the first of those compared. */
  setSession(id) {
    this.setPlaying(false);
    this.set(
      {
        session: [
          id,
          ...this.params('session')
            .slice(1)
            .filter(other => other !== id),
        ],
        iteration: null,
        layer: null,
      },
      true,
    );
  }
}

/** The index of the value nearest to one. */
function nearest(values, wanted) {
  let best = 0;
  values.forEach((value, i) => {
    if (Math.abs(value - wanted) < Math.abs(values[best] - wanted)) best = i;
  });
  return best;
}

function changedQuery(query, changes) {
  const result = new URLSearchParams(query);
  for (const [name, value] of Object.entries(changes)) {
    result.delete(name);
    for (const one of [value].flat()) if (one !== null && one !== undefined) result.append(name, one);
  }
  return result;
}

function hash(view, query) {
  const text = query.toString();
  return `#/${view}${text ? '?' + text : ''}`;
}
