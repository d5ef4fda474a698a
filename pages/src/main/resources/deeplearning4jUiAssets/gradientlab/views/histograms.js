import {awaited} from '../awaited.js';
import {checkControl, iterationControl, layerControl, selectControl} from '../controls.js';
import {el, message, newestOnly, show} from '../dom.js';
import {heatmap} from '../draw/heatmap.js';
import {historyOf, NOT_FINITE, spansDecades} from '../draw/history.js';
import {Picture} from '../draw/picture.js';
import {finiteCount, support, totalCount} from '../draw/rebin.js';
import {ridgeline} from '../draw/ridgeline.js';
import {snapshotDrawing} from '../draw/snapshot.js';
import {number, whole} from '../numbers.js';
import {box, heading, linearOrLog, note, toggle} from '../parts.js';
import {quantitiesOf, quantityOf} from '../quantities.js';
import {tableBelow} from '../table.js';
import {say} from '../words.js';

/** Histograms of one quantity of one layer over time: ridgeline, heat map, and the one at the chosen iteration. */

export const view = {mount: (container, store) => new Histograms(container, store)};

class Histograms {
  constructor(container, store) {
    this.store = store;
    this.answered = newestOnly();
    this.iteration = iterationControl(store);
    this.layer = layerControl(store);
    this.quantity = selectControl(say('control.quantity'), quantity => store.set({quantity}));
    this.values = toggle(say('control.values'), 'values', store, [
      ['linear', say('axis.linear'), say('axis.linearHelp')],
      ['symlog', say('axis.symlog'), say('axis.symlogHelp')],
    ]);
    this.shares = toggle(say('control.shares'), 'shares', store, [
      ['linear', say('axis.linear'), ''],
      ['log', say('axis.log'), say('axis.logHelp')],
    ]);
    this.axis = linearOrLog(say('control.iterations'), 'axis', store);
    this.moments = checkControl(say('control.moments'), on => store.set({moments: on ? 1 : null}));
    this.ridges = this.picture(say('histograms.ridgeline'), ridgeline, 560);
    this.heat = this.picture(say('histograms.heatmap'), heatmap, 560);
    this.one = new Picture(
      width => this.histograms && snapshotDrawing(this.current(), {width, ...this.choice(), title: this.title()}),
      '',
    );
    this.table = tableBelow(say('histograms.table'));
    this.note = note();
    this.oneTitle = heading();
    this.oneNote = note();
    this.state = el('div');
    this.pictures = el(
      'div',
      {hidden: true},
      this.note,
      el(
        'div',
        {class: 'pic-pair'},
        box(heading(say('histograms.ridgeline')), this.ridges.root),
        box(heading(say('histograms.heatmap')), this.heat.root),
      ),
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
    return quantityOf(this.shown.quantity, this.shown.layer);
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
    if (!layer) return this.say(message(say('histograms.noLayers')));
    const quantity = this.quantityOf(layer);
    this.quantity.update(quantitiesOf(layer), quantity);
    this.ask(layer.name, quantity);
  }

  ask(layer, quantity) {
    const {store} = this;
    const question = JSON.stringify([store.sessionId, layer, quantity]);
    if (question !== this.question) this.say(message(say('wait.histograms')), (this.question = question));
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
    if (answer.histograms.length === 0) return this.say(message(say('wait.layer')));
    if (empty) return this.say(message(say('histograms.none', {what: this.title()})));
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
    this.oneTitle.textContent = say('histograms.at', {n: whole(h.iteration), what: this.title()});
    const text = say('histograms.about', {
      n: whole(finiteCount(h)),
      mean: number(h.mean),
      std: number(h.std),
      odd: NOT_FINITE.map(({key, name}) => `${name} ${whole(h[key])}`).join(', '),
    });
    this.oneNote.textContent = finiteCount(h) === 0 ? `${text} ${say('histograms.nothing')}` : text;
    this.one.setLabel(`${this.oneTitle.textContent}. ${this.oneNote.textContent}`);
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
    const reach = {n: whole(histograms.length), first: whole(first), last: whole(histograms.at(-1).iteration)};
    const notes = [
      say('histograms.of', {what: this.title(), ...reach}),
      say('histograms.bins'),
      !history.notFinite.length && say('histograms.allFinite'),
      !history.anyFinite && say('histograms.noneFinite'),
      history.anySingle && say('histograms.single'),
      history.symmetric && say('histograms.humps'),
      this.wide && !history.symmetric && say('histograms.wide'),
    ];
    this.note.textContent = notes.filter(Boolean).join(' ');
    for (const [picture, name] of [
      [this.ridges, say('histograms.ridgeline')],
      [this.heat, say('histograms.heatmap')],
    ])
      picture.setLabel(`${name}: ${this.note.textContent}`);
    const columns = ['iteration', 'values', 'mean', 'std', 'least', 'greatest'].map(name => say(`column.${name}`));
    this.table.update([...columns, ...NOT_FINITE.map(n => n.name)], () =>
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

const bounds = h => (finiteCount(h) === 0 ? [say('table.none'), say('table.none')] : support(h).map(v => number(v)));
