import {languageAsked} from './language.js';
import {whole} from './numbers.js';
import {say} from './words.js';

/** The server's JSON (see http-api.md): numbers decoded, answers kept, failures as one sentence. */

const NUMBERS = {NaN: NaN, Infinity: Infinity, '-Infinity': -Infinity};
const TEXTS = new Set(
  (
    'id name layer kind role nonlinearity quantity started rule ' +
    'title severity evidence cause remedy source error state level text label value phase verdict sentence'
  ).split(' '),
);
const REMEMBERED = 400;

/** Parses JSON in which a number that is not finite is a string. */
export function decode(text) {
  return JSON.parse(text, (key, value) =>
    typeof value === 'string' && value in NUMBERS && !TEXTS.has(key) ? NUMBERS[value] : value,
  );
}

/** What the server refused, in its own words, or that it gave no answer (status 0). */
export class ApiError extends Error {
  constructor(message, status) {
    super(message);
    this.status = status;
  }
}

export class Api {
  /** @param {string} base where the routes are */
  constructor(base = '/gradients/api/') {
    this.base = base;
    /** @type {Map<string, {version: string, answer: Promise<any>}>} the oldest first */
    this.kept = new Map();
    /** how many questions are under way */
    this.pending = 0;
  }

  /** Pages of this server besides DL4J's and Gradients: the explorer, where there is one. */
  async pages() {
    return (await this.fetch('pages')).pages;
  }

  /** Every session; never kept. */
  sessions() {
    return this.fetch('sessions');
  }

  /** What there is to choose from in a session, as it was at a version ({@link Store#version}). */
  session(session, version) {
    return this.once('session', {session}, version);
  }

  flow(session, iteration) {
    return this.once('flow', {session, iteration});
  }

  histograms(session, layer, quantity, version) {
    return this.once('histograms', {session, layer, quantity}, version);
  }

  units(session, layer, iteration) {
    return this.once('units', {session, layer, iteration});
  }

  lives(session, layer, version) {
    return this.once('lives', {session, layer}, version);
  }

  findings(session, version) {
    return this.once('findings', {session, ...languageAsked()}, version);
  }

  /** Forgets all answers: a session of the same name may have begun again. */
  forget() {
    this.kept.clear();
  }

  /** The answer to a question, asked once per version; a failure is not kept. */
  once(route, parameters, version = '') {
    const question = `${route}?${new URLSearchParams(parameters)}`;
    const known = this.kept.get(question);
    this.kept.delete(question);
    const answer = known && known.version === version ? known.answer : this.fetch(question);
    const entry = {version, answer};
    this.kept.set(question, entry);
    answer.catch(() => this.kept.get(question) === entry && this.kept.delete(question));
    if (this.kept.size > REMEMBERED) this.kept.delete(this.kept.keys().next().value);
    return answer;
  }

  /** The answer to a question, or to an order by `options` as of the browser's `fetch`. */
  async fetch(question, options = {}) {
    const [status, text] = await this.ask(question, options);
    let json;
    try {
      json = decode(text);
    } catch {
      throw new ApiError(say('error.noJson', {status, n: whole(text.length)}), status);
    }
    if (status !== 200) throw new ApiError(json.error ?? say('error.status', {status}), status);
    return json;
  }

  async ask(question, options) {
    this.pending++;
    try {
      const response = await fetch(this.base + question, {cache: 'no-store', ...options});
      return [response.status, await response.text()];
    } catch {
      throw new ApiError(say('error.noAnswer'), 0);
    } finally {
      this.pending--;
    }
  }
}
