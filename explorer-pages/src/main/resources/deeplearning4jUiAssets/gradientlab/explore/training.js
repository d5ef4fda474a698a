import {essential} from './settings.js';

/** A training of the nets that are shown, from exactly their weights: orders to the server, and how it stands. */

const EVERY_MILLISECONDS = 120;

/** Losses known so far and those of a newer answer; what is missing between them is asked for next time. */
export function joined(before, {from, values}, step) {
  const kept = before.slice(0, Math.min(from, step));
  return from > kept.length ? kept : [...kept, ...values];
}

export class Training {
  /** @param {import('./state.js').ExploreState} state */
  constructor(state) {
    this.state = state;
    this.queue = Promise.resolve();
    /** what went wrong with the newest order: a sentence, or '' */
    this.problem = '';
    /** whether it has been asked how it stands since the last order */
    this.asked = false;
    document.addEventListener('visibilitychange', () => this.poll());
  }

  get running() {
    return this.state.training?.phase === 'RUNNING';
  }

  /** Whether it does something by itself. */
  get busy() {
    return this.running || this.state.training?.phase === 'RECORDING';
  }

  /** Whether no further step can be taken. */
  get over() {
    return !this.state.training || ['DONE', 'FAILED'].includes(this.state.training.phase);
  }

  /** Begins with the nets as the controls describe them: A where one is pinned, and B. */
  start() {
    const {controls, pinned, settings} = this.state;
    const nets = [pinned, settings].filter(Boolean).map(net => essential(controls, net));
    return this.send(async () => {
      if (this.state.training) await this.state.api.order(this.order('end')).catch(() => {});
      this.state.training = null;
      this.take(await this.state.api.order({do: 'start', nets}));
      this.state.training.of = {settings, pinned};
    });
  }

  /** Tells the training something; the charts then show it. */
  tell(what, number = 0, net = 0) {
    return this.send(async () => {
      this.take(await this.state.api.order(this.order(what, number, net)));
      if (what === 'end') this.state.training = null;
      this.state.now = what !== 'end' && (this.state.now || ['step', 'run'].includes(what));
    });
  }

  order(what, number = 0, net = 0) {
    this.asked = false;
    return {do: what, training: this.state.training.training, number, net};
  }

  /** Orders and questions go one after the other. */
  send(work) {
    this.queue = this.queue.then(work).then(
      () => (this.problem = ''),
      error => {
        this.problem = error.message;
        if (error.status === 404) this.state.training = null;
      },
    );
    return this.queue.then(() => {
      this.state.changed();
      this.poll();
    });
  }

  /** Asks again while it runs and the page is seen, and once after an order for losses that its answer leaves out. */
  poll() {
    clearTimeout(this.timer);
    const {training} = this.state;
    const behind = training && !this.asked && fewest(training) < training.step;
    if (!(this.busy || behind) || document.hidden || this.problem) return;
    this.timer = setTimeout(() => this.send(() => this.question()), this.busy ? EVERY_MILLISECONDS : 0);
  }

  async question() {
    const {training, api} = this.state;
    if (!training) return;
    this.asked = true;
    this.take(await api.training(training.training, fewest(training)));
  }

  take(answer) {
    const before = this.state.training;
    const nets = answer.nets.map((net, i) => ({...net, curve: joined(before?.nets[i]?.curve ?? [], net.losses, answer.step)}));
    this.state.training = {...answer, nets, of: before?.of};
  }
}

/** The step from which a net's losses are not known yet. */
const fewest = training => Math.min(...training.nets.map(net => net.curve.length));
