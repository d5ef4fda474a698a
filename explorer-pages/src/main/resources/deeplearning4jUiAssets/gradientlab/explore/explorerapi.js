import {Api} from '../api.js';
import {languageParameter} from '../language.js';
import {query} from './settings.js';

/** What the page asks of the server: the JSON under /explore/api. */
export class ExplorerApi extends Api {
  constructor() {
    super('/explore/api/');
    this.page = Math.random().toString(36).slice(2);
    this.turn = 0;
    this.known = [];
  }

  async controls() {
    const answer = await this.fetch(`controls${languageParameter().replace('&', '?')}`);
    this.known = answer.controls;
    return answer;
  }

  /**
   * The fresh net of some settings.
   * @param {import('./settings.js').Settings} settings
   * @param {string} net what is asked for: of each net only the newest question counts
   * @param {boolean} tried whether the remedies are tried
   */
  picture(settings, net, tried = false) {
    const turn = `page=${this.page}${net}&turn=${++this.turn}${tried ? '&try=true' : ''}${languageParameter()}`;
    return this.fetch(`picture?${this.parameters(settings)}${turn}`);
  }

  /** @param {string} whose parameters that name a fresh net by its settings, or one in training */
  units(whose, layer) {
    return this.fetch(`units?${whose && `${whose}&`}layer=${layer}`);
  }

  histogram(whose, layer, quantity) {
    return this.fetch(`histogram?${whose && `${whose}&`}layer=${layer}&quantity=${quantity}`);
  }

  java(settings) {
    return this.fetch(`java?${this.parameters(settings)}`);
  }

  map(settings, level) {
    return this.fetch(`map?${this.parameters(settings)}level=${level}`);
  }

  /** The maps of nets that sweeps have trained. */
  sweeps() {
    return this.fetch('sweeps');
  }

  training(name, since) {
    return this.fetch(`training?${new URLSearchParams({training: name, since})}`);
  }

  /** Begins a training, or tells one what to do. */
  order(order) {
    return this.fetch('training', {
      method: 'POST',
      headers: {'content-type': 'application/json'},
      body: JSON.stringify(order),
    });
  }

  parameters(settings) {
    const text = query(this.known, settings);
    return text ? `${text}&` : '';
  }
}
