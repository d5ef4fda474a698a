import {awaited} from '../awaited.js';
import {checkControl, iterationControl, layerControl, selectControl} from '../controls.js';
import {el, message, newestOnly, show} from '../dom.js';
import {heatmap} from '../draw/heatmap.js';
import {historyOf, NOT_FINITE, spansDecades} from '../draw/history.js';
import {Picture} from '../draw/picture.js';
import {finiteCount, support, totalCount} from '../draw/rebin.js';
import {ridgeline} from '../draw/ridgeline.js';
import {snapshotDrawing} from '../draw/snapshot.js';
import {counted, number, whole} from '../numbers.js';
import {box, heading, linearOrLog, note, toggle} from '../parts.js';
import {quantitiesOf, quantityName} from '../quantities.js';
import {tableBelow} from '../table.js';

/** Histograms of one quantity of one layer over time: ridgeline, heat map, and the one at the chosen iteration. */

const NOTHING_FINITE = 'No value of it is finite in any snapshot.';

export const view = {title: 'Histograms over time', mount: (container, store) => new Histograms(container, store)};

class Histograms {
  constructor(container, store) {
    this.store = store;
    this.answered = newestOnly();
    this.iteration = iterationControl(store);
    this.layer = layerControl(store);
    this.quantity = selectControl('Quantity', quantity => store.set({quantity}));
    this.values = toggle('Value axis', 'values', store, [
      ['linear', 'linear', 'Equal steps'],
      ['symlog', 'symmetric log', 'Logarithmic on both sides of 0: shows spreads that differ by decades'],
    ]);
    this.shares = toggle('Share of values', 'shares', store, [
      ['linear', 'linear', ''],
      ['log', 'log', 'Shows rare values'],
    ]);
    this.axis = linearOrLog('Iterations', 'axis', store);
    this.moments = checkControl('mean ± std', on => store.set({moments: on ? 1 : null}));
    this.ridges = this.picture('ridgeline', ridgeline, 560);
    this.heat = this.picture('heat map', heatmap, 560);
    this.one = new Picture(
      width => this.histograms && snapshotDrawing(this.current(), {width, ...this.choice(), title: this.title()}),
      '',
    );
    this.table = tableBelow('Statistics of each snapshot');
    this.note = note();
    this.oneTitle = heading();
    this.oneNote = note();
    this.state = el('div');
    this.pictures = el(
      'div',
      {hidden: true},
      this.note,
      el('div', {class: 'pic-pair'}, box(heading('Ridgeline'), this.ridges.root), box(heading('Heat map'), this.heat.root)),
      box(this.oneTitle, this.oneNote, this.one.root, this.table.element),
    );
    this.controls = [
      this.layer.element,
      this.quantity.element,
      this.values.element,
      this.shares.element,
      this.axis.element,
      this.moments.element,
    ];
    container.append(this.iteration.element, el('div', {class: 'gl-controls'}, this.controls), this.state, this.pictures);
  }

  picture(name, drawing, height) {
    return new Picture(
      width =>
        this.history &&
        drawing(this.history, {
          width,
          height,
          ...this.choice(),
          title: this.title(),
          chosen: () => this.store.iteration,
          pick: n => this.store.setIteration(n),
        }),
      name,
    );
  }

  /** The options of drawing, from the address. */
  choice() {
    const {store} = this;
    return {
      symmetric: store.param('values', this.wide ? 'symlog' : 'linear') === 'symlog',
      logarithmic: store.param('shares', 'linear') === 'log',
      iterations: store.param('axis', 'linear'),
      moments: store.param('moments') !== null,
    };
  }

  quantityOf(layer) {
    const known = quantitiesOf(layer).map(q => q.value);
    return known.includes(this.store.param('quantity')) ? this.store.param('quantity') : 'a';
  }

  title() {
    return `${quantityName(this.shown.quantity)} of ${this.shown.layer}`;
  }

  update() {
    const {store} = this;
    const waiting = awaited(store);
    this.iteration.update();
    this.controls.forEach(control => {
      control.hidden = waiting !== null;
    });
    if (waiting) return this.say(waiting);
    this.layer.update();
    const layer = this.layer.chosen();
    if (!layer) return this.say(message('This session has no layers.'));
    const quantity = this.quantityOf(layer);
    this.quantity.update(quantitiesOf(layer), quantity);
    this.ask(layer.name, quantity);
  }

  ask(layer, quantity) {
    const {store} = this;
    const question = JSON.stringify([store.sessionId, layer, quantity]);
    if (question !== this.question) this.say(message('Loading the histograms …'), (this.question = question));
    this.answered(
      store.api.histograms(store.sessionId, layer, quantity, store.version()),
      answer => this.take(answer),
      error => this.say(message(error.message, 'error')),
    );
  }

  take(answer) {
    this.shown = {layer: answer.layer, quantity: answer.quantity};
    if (answer.histograms !== this.histograms) this.drawn = null;
    this.histograms = answer.histograms;
    const empty = answer.histograms.every(h => totalCount(h) === 0);
    if (answer.histograms.length === 0) return this.say(message('No snapshot of this layer yet.'));
    if (empty)
      return this.say(message(`There is no ${this.title()} in any snapshot: the layer has none, or no gradient flows there.`));
    this.draw();
  }

  draw() {
    this.wide = spansDecades(this.histograms);
    const choice = this.choice();
    this.values.update(choice.symmetric ? 'symlog' : 'linear');
    this.shares.update(choice.logarithmic ? 'log' : 'linear');
    this.axis.update(choice.iterations);
    this.moments.update(choice.moments);
    show(this.state);
    this.pictures.hidden = false;
    const drawn = JSON.stringify(choice);
    if (drawn !== this.drawn) {
      this.history = historyOf(this.histograms, choice.symmetric);
      this.heat.redraw();
      this.describe();
    }
    if (drawn !== this.drawn || this.iterationDrawn !== this.store.iteration) this.drawIteration();
    this.drawn = drawn;
    this.iterationDrawn = this.store.iteration;
  }

  drawIteration() {
    this.ridges.redraw();
    this.heat.mark();
    const h = this.current();
    this.oneTitle.textContent = `At iteration ${whole(h.iteration)}: ${this.title()}`;
    this.oneNote.textContent =
      `${counted(finiteCount(h), 'finite value')}, mean ${number(h.mean)}, std ${number(h.std)}; ` +
      `NaN ${whole(h.nan)}, +∞ ${whole(h.positiveInfinity)}, −∞ ${whole(h.negativeInfinity)}.` +
      (finiteCount(h) === 0 ? ' Nothing to draw.' : '');
    this.one.setLabel(`Histogram: ${this.oneTitle.textContent}. ${this.oneNote.textContent}`);
    this.one.root.hidden = finiteCount(h) === 0;
    this.one.redraw();
  }

  /** The histogram at the chosen iteration, or the nearest one there is. */
  current() {
    const wanted = this.store.iteration;
    return this.histograms.reduce((best, h) => (Math.abs(h.iteration - wanted) < Math.abs(best.iteration - wanted) ? h : best));
  }

  describe() {
    const {history, histograms} = this;
    const first = histograms[0].iteration;
    const notes = [
      `${this.title()}: ${counted(histograms.length, 'snapshot')}, iterations ${whole(first)} to ${whole(histograms.at(-1).iteration)}.`,
      'Each snapshot’s own bins are shared out by overlap to the same 100 bins; a share is one of all values, finite or not.',
      history.notFinite.length ? '' : 'No NaN and no ±∞ in any of them.',
      history.anyFinite ? '' : NOTHING_FINITE,
      history.anySingle ? 'Where all values are the same, they are drawn as one line or cell of full height.' : '',
      history.symmetric
        ? 'On the symmetric log axis bins are wider the farther from 0 they are, so that a bell has two humps.'
        : '',
      this.wide && !history.symmetric ? 'Its spread differs by decades over time: the symmetric log axis shows all of them.' : '',
    ];
    this.note.textContent = notes.filter(Boolean).join(' ');
    for (const [picture, name] of [
      [this.ridges, 'Ridgeline'],
      [this.heat, 'Heat map'],
    ])
      picture.setLabel(`${name}: ${this.note.textContent}`);
    this.table.update(['iteration', 'values', 'mean', 'std', 'least', 'greatest', ...NOT_FINITE.map(n => n.name)], () =>
      histograms.map(h => [
        whole(h.iteration),
        whole(totalCount(h)),
        number(h.mean),
        number(h.std),
        ...bounds(h),
        ...NOT_FINITE.map(n => whole(h[n.key])),
      ]),
    );
  }

  say(what) {
    show(this.state, what);
    this.pictures.hidden = true;
    this.drawn = null;
  }

  destroy() {
    this.answered.cancel();
    [this.ridges, this.heat, this.one].forEach(picture => picture.destroy());
  }
}

const bounds = h => (finiteCount(h) === 0 ? ['none', 'none'] : support(h).map(v => number(v)));
