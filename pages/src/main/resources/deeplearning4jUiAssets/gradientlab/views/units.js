import {awaited} from '../awaited.js';
import {iterationControl, layerControl} from '../controls.js';
import {el, message, newestOnly, show} from '../dom.js';
import {theme} from '../draw/colours.js';
import {curves} from '../draw/curves.js';
import {countsOf, orderOf, stateColours, STATES, strips} from '../draw/lives.js';
import {Picture} from '../draw/picture.js';
import {unitmap, unitMapOf} from '../draw/unitmap.js';
import {number, whole} from '../numbers.js';
import {box, heading, key, legend, lineKey, linearOrLog, note, toggle} from '../parts.js';
import {swatch} from '../sessionlist.js';
import {tableBelow} from '../table.js';
import {onTheme} from '../theme.js';
import {livesText, mapRows, mapText, noLimits, saturatedWhen} from '../unitwords.js';
import {say} from '../words.js';

/** The units of a layer: where they are saturated at one iteration, and what became of each over time. */

const LEFT = 56;
const RIGHT = 16;
/** Series colours and dashes of alive, saturated, dead. */
const LOOKS = [0, 4, 6];

export const view = {mount: (container, store) => new Units(container, store)};

class Units {
  constructor(container, store) {
    this.store = store;
    this.answered = newestOnly();
    this.iteration = iterationControl(store);
    this.layer = layerControl(store);
    this.shade = toggle(say('units.shade'), 'shade', store, [
      ['state', say('units.shade.state')],
      ['level', '|a|'],
    ]);
    this.sort = toggle(say('units.sort'), 'sort', store, [
      ['unit', say('units.sort.unit')],
      ['death', say('units.sort.death')],
    ]);
    this.axis = linearOrLog(say('control.iterations'), 'axis', store);
    this.map = new Picture(width => this.units && unitmap(this.units, {...this.common(width), grey: this.grey}), '');
    this.lives = new Picture(
      width =>
        this.alive &&
        strips(this.alive, {
          ...this.common(width),
          iterations: this.kept,
          kind: store.param('axis', 'linear'),
          chosen: () => store.iteration,
          pick: n => store.setIteration(n),
        }),
      '',
    );
    this.counts = new Picture(
      width =>
        this.alive &&
        curves(this.numbers, {
          width,
          height: 240,
          kind: store.param('axis', 'linear'),
          logarithmic: false,
          title: say('units.number'),
          zero: true,
          format: whole,
          chosen: () => store.iteration,
          pick: n => store.setIteration(n),
        }),
      say('units.countsLabel'),
    );
    this.mapTable = tableBelow(say('units.mapTable'));
    this.table = tableBelow(say('units.table'));
    [this.mapTitle, this.mapNote, this.livesNote] = [heading(), note(), note()];
    [this.legend, this.mapKey, this.countsKey] = [1, 2, 3].map(() => legend());
    this.state = el('div');
    this.pictures = el(
      'div',
      {hidden: true},
      box(this.mapTitle, this.mapNote, this.mapKey, this.map.root, this.mapTable.element),
      box(heading(say('units.lives')), this.livesNote, this.legend, this.lives.root),
      box(heading(say('units.counts')), this.countsKey, this.counts.root, this.table.element),
    );
    this.controls = [this.layer.element, this.shade.element, this.sort.element, this.axis.element];
    container.append(this.iteration.element, el('div', {class: 'gl-controls'}, this.controls), this.state, this.pictures);
    follow(this.map.box, this.lives.box);
    follow(this.lives.box, this.map.box);
    this.stopTheme = onTheme(() => this.explain());
  }

  common(width) {
    const sorted = say(this.store.param('sort') === 'death' ? 'units.deadFirst' : 'units.sort.unit');
    return {width, left: LEFT, right: RIGHT, order: this.order, sorted};
  }

  get grey() {
    return this.store.param('shade') === 'level';
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
    this.shade.update(this.grey ? 'level' : 'state');
    this.sort.update(store.param('sort', 'unit'));
    this.axis.update(store.param('axis', 'linear'));
    const layer = this.asked();
    if (!layer) return this.say(message(say('units.noMaps')));
    if (!layer.unitMap) return this.say(this.withoutMap(layer));
    this.ask(layer);
  }

  /** The layer that the address names, or the first one that has a map. */
  asked() {
    const layers = this.store.session.layers;
    const layer = layers.find(l => l.name === this.store.param('layer')) ?? layers.find(l => l.unitMap);
    if (layer) this.layer.element.querySelector('select').value = layer.name;
    return layer;
  }

  withoutMap(layer) {
    const links = this.store.session.layers
      .filter(l => l.unitMap)
      .map(l => el('a', {href: this.store.link('units', {layer: l.name}), text: l.name}));
    const listed = links.flatMap((link, i) => (i ? [', ', link] : [link]));
    const where = links.length ? [` ${say('units.withMap')} `, listed, '.'] : [];
    const text = message(noLimits(layer));
    text.append(...where.flat());
    return text;
  }

  ask(layer) {
    const {store} = this;
    const [session, iteration] = [store.sessionId, store.iteration];
    const question = JSON.stringify([session, layer.name]);
    if (question !== this.question) this.say(message(say('wait.units')), (this.question = question));
    this.answered(
      Promise.all([store.api.units(session, layer.name, iteration), store.api.lives(session, layer.name, store.version())]),
      ([units, lives]) => this.take(units, lives),
      error => this.say(message(error.message, 'error')),
    );
  }

  take(units, lives) {
    const {store} = this;
    const drawn = JSON.stringify(['sort', 'shade', 'axis'].map(name => store.param(name)));
    const fresh = drawn !== this.drawn || lives !== this.livesAnswer;
    if (units === this.unitsAnswer && !fresh) return this.markIteration();
    this.units = units === this.unitsAnswer ? this.units : unitMapOf(units);
    [this.unitsAnswer, this.livesAnswer, this.drawn] = [units, lives, drawn];
    this.alive = lives.units;
    this.kept = store.iterations.filter(n => n <= lives.latest);
    this.order =
      lives.units.length === units.units ? orderOf(lives.units, store.param('sort') === 'death') : [...Array(units.units).keys()];
    show(this.state);
    this.pictures.hidden = false;
    this.map.redraw();
    if (fresh) this.drawLives();
    else this.markIteration();
    this.explain();
  }

  markIteration() {
    this.lives.mark();
    this.counts.mark();
  }

  drawLives() {
    this.lives.redraw();
    const counts = countsOf(this.alive, this.kept);
    this.numbers = STATES.map((state, i) => ({
      name: say(`state.${state}`),
      look: LOOKS[i],
      iterations: this.kept,
      values: counts[state],
    }));
    this.counts.redraw();
    this.table.update([say('column.iteration'), ...STATES.map(state => say(`state.${state}`))], () =>
      this.kept.map((n, i) => [n, ...STATES.map(state => counts[state][i])].map(whole)),
    );
  }

  /** Titles, notes and legends: what the pictures show, in words. */
  explain() {
    if (!this.units) return;
    const {units: map, alive} = this;
    const {layer, nonlinearity} = map;
    this.mapTitle.textContent = say('units.map', {layer, nonlinearity, n: whole(map.iteration)});
    this.mapNote.textContent = mapText(map);
    this.map.setLabel(`${this.mapTitle.textContent}. ${this.mapNote.textContent}`);
    this.mapTable.update([say('column.unit'), say('column.saturated'), say('state.DEAD')], () => mapRows(map, this.order));
    const colours = stateColours(theme());
    show(
      this.mapKey,
      ...(this.grey
        ? [key('#000', 'a = 0'), key('#808080', say('units.between')), key('#fff', `|a| = ${number(map.scale)}`)]
        : [key('#fff', say('units.white', {when: saturatedWhen(nonlinearity)})), key('#000', say('units.black'))]),
      key(theme().notFinite, say('units.notFinite')),
    );
    this.livesNote.textContent = livesText(alive);
    this.lives.setLabel(`${say('units.livesLabel', {layer})} ${this.livesNote.textContent}`);
    show(
      this.countsKey,
      this.numbers.map(({look, name}) => lineKey(swatch(look), name)),
    );
    show(
      this.legend,
      ...STATES.map(state => key(colours[state], say(`state.${state}`))),
      key(theme().notFinite, say('units.revived'), 'diamond'),
    );
  }

  say(what) {
    show(this.state, what);
    this.pictures.hidden = true;
    this.unitsAnswer = null;
  }

  destroy() {
    this.answered.cancel();
    this.stopTheme();
    [this.map, this.lives, this.counts].forEach(part => part.destroy());
  }
}

/** Two boxes with the same axis scroll as one. */
const follow = (box, other) =>
  box.addEventListener('scroll', () => {
    other.scrollLeft = box.scrollLeft;
  });
