import {curveOf, difference, histogramsOf, nearestTo, onCommonBins, SUBJECTS} from '../comparison.js';
import {iterationControl, selectControl, toggleControl} from '../controls.js';
import {el, message, newestOnly, show} from '../dom.js';
import {curves} from '../draw/curves.js';
import {Picture} from '../draw/picture.js';
import {finiteCount, totalCount} from '../draw/rebin.js';
import {steps} from '../draw/steps.js';
import {number, percent, whole} from '../numbers.js';
import {quantitiesOf, quantityName} from '../quantities.js';
import {chosenSessions, sessionList, swatch} from '../sessionlist.js';
import {tableBelow} from '../table.js';
import {onTheme} from '../theme.js';

/** Two or more sessions over each other on one axis, and what each of them minus the first is. */

const INTERPOLATED = 'At the iterations of both, as far as both reach; between its own points each curve is taken as linear.';

export const view = {title: 'Compare', mount: (container, store) => new Compare(container, store)};

class Compare {
  constructor(container, store) {
    this.store = store;
    this.answered = newestOnly();
    this.sessions = sessionList(store);
    this.iteration = iterationControl(store);
    this.subject = selectControl('Compare', what => store.set({what}));
    this.layer = selectControl('Layer', layer => store.set({layer}));
    this.quantity = selectControl('Quantity', quantity => store.set({quantity}));
    this.parameter = selectControl('Parameter', parameter => store.set({parameter}));
    this.height = toggle('Height', 'height', store, ['linear', 'log']);
    this.axis = toggle('Iterations', 'axis', store, ['linear', 'log']);
    this.values = toggleControl('Value axis', [{value: 'linear', label: 'linear'}, {value: 'symlog', label: 'symmetric log'}], values => store.set({values}));
    this.over = new Picture(width => this.shown?.over(width), '');
    this.minus = new Picture(width => this.shown?.minus(width), '');
    [this.overTable, this.minusTable] = [tableBelow('The sessions over each other'), tableBelow('Differences')];
    [this.overTitle, this.minusTitle, this.minusNote] = [el('h2'), el('h2'), el('p', {class: 'gl-note'})];
    [this.overLegend, this.minusLegend] = [el('p', {class: 'pic-legend'}), el('p', {class: 'pic-legend'})];
    this.notes = el('ul', {class: 'cmp-notes'});
    this.state = el('div');
    this.difference = box(this.minusTitle, this.minusNote, this.minusLegend, this.minus.root, this.minusTable.element);
    this.pictures = el('div', {hidden: true}, box(this.overTitle, this.overLegend, this.over.root, this.overTable.element), this.difference);
    this.controls = el('div', {class: 'gl-controls'}, [this.subject, this.layer, this.quantity, this.parameter, this.height, this.axis, this.values].map(c => c.element));
    container.append(this.sessions.element, this.controls, this.iteration.element, this.notes, this.state, this.pictures);
    this.stopTheme = onTheme(() => this.update());
  }

  update() {
    const {store} = this;
    const none = store.sessions === null ? 'Loading the sessions …' : store.sessions.length === 0 ? 'No session yet: waiting for the first training run that reports to this dashboard.' : null;
    [this.sessions.element, this.controls, this.iteration.element].forEach(part => { part.hidden = none !== null; });
    if (none) return this.say(message(none));
    this.sessions.update();
    this.iteration.update();
    const chosen = chosenSessions(store);
    if (chosen.length === 0) return this.say(message(store.problem ?? 'Loading the session …', store.problem ? 'error' : 'empty'));
    this.answered(this.load(chosen), result => this.take(result), error => this.say(message(error.message, 'error')));
  }

  /** Everything that is to be drawn, of all sessions; what a session lacks becomes a note. */
  async load(ids) {
    const {store} = this;
    const all = await Promise.all(ids.map(id => store.details(id)));
    const choice = this.choose(all);
    const notes = [];
    const missing = choice.of ? all.filter(one => !one.layers.some(layer => layer.name === choice.layer)) : [];
    missing.forEach(one => notes.push(`“${one.id}” has no layer ${choice.layer}: it is left out.`));
    const having = all.map((details, look) => ({details, look})).filter(({details}) => !missing.includes(details));
    const parts = await Promise.all(having.map(async ({details, look}) => {
      try {
        const data = choice.what === 'histogram' ? await histogramsOf(store, details, choice.layer, choice.quantity) : await curveOf(store, details, choice);
        return {name: details.id, look, data};
      } catch (error) {
        if (error.status === 0) throw error;
        notes.push(`“${details.id}”: ${error.message}`);
        return null;
      }
    }));
    return {choice, notes, parts: parts.filter(part => part !== null), iteration: store.iteration};
  }

  /** What is compared: from the address as far as the sessions have it. */
  choose(all) {
    const {store} = this;
    const subject = SUBJECTS.find(s => s.value === store.param('what')) ?? SUBJECTS[0];
    const layers = [...new Map(all.flatMap(one => one.layers).map(layer => [layer.name, layer])).values()].filter(layer => subject.of !== 'parameter' || layer.parameters.length);
    const layer = layers.find(l => l.name === store.param('layer')) ?? layers[0];
    const quantities = layer ? quantitiesOf(layer) : [];
    const quantity = quantities.some(q => q.value === store.param('quantity')) ? store.param('quantity') : 'z';
    const parameter = layer?.parameters.includes(store.param('parameter')) ? store.param('parameter') : layer?.parameters[0];
    return {subjects: SUBJECTS, subject, of: subject.of, what: subject.value, layers, layer: layer?.name, quantities, quantity, parameters: layer?.parameters ?? [], parameter};
  }

  take({choice, notes, parts, iteration}) {
    this.showControls(choice);
    const drawn = parts.filter(({data}) => choice.what === 'histogram' ? data.some(h => totalCount(h) > 0) : data.iterations.length > 0);
    parts.filter(part => !drawn.includes(part)).forEach(({name}) => notes.push(this.lacking(name, choice)));
    const plan = drawn.length === 0 ? null : choice.what === 'histogram' ? this.histogramPlan(choice, drawn, iteration, notes) : this.curvePlan(choice, drawn, notes);
    show(this.notes, notes.map(text => el('li', {text})));
    this.notes.hidden = notes.length === 0;
    if (!plan) return this.say(message('There is nothing to draw of the sessions chosen.'));
    if (this.what !== choice.what) [this.over, this.minus].forEach(picture => picture.point(null));
    this.what = choice.what;
    this.shown = plan;
    show(this.state);
    this.pictures.hidden = false;
    this.overTitle.textContent = plan.title;
    this.minusTitle.textContent = `Difference of the ${plan.title.replace(/^H/, 'h')}`;
    this.minusNote.textContent = plan.how;
    show(this.overLegend, plan.legend.map(({look, text}) => key(look, text)));
    show(this.minusLegend, plan.minusLegend.map(({look, text}) => key(look, text)));
    this.over.setLabel(`${plan.title}: ${plan.legend.map(l => l.text).join('; ')}`);
    this.minus.setLabel(`${this.minusTitle.textContent}. ${plan.how} ${plan.minusLegend.map(l => l.text).join('; ')}`);
    this.difference.hidden = plan.minusLegend.length === 0;
    this.over.redraw();
    this.minus.redraw();
    this.overTable.update(...plan.table);
    this.minusTable.update(...plan.minusTable);
  }

  /** Why a session has nothing to draw. */
  lacking(id, choice) {
    if (this.store.row(id)?.latest < 0) return `“${id}” has no snapshot yet.`;
    return choice.of ? `“${id}” has no ${this.title(choice)}: the layer has none, or no gradient flows there.` : `“${id}” has no ${choice.subject.label}: none was reported.`;
  }

  showControls(choice) {
    const {store} = this;
    const named = names => names.map(name => ({value: name, label: name}));
    this.subject.update(SUBJECTS, choice.what);
    this.layer.update(named(choice.layers.map(layer => layer.name)), choice.layer ?? '');
    this.quantity.update(choice.quantities, choice.quantity);
    this.parameter.update(named(choice.parameters), choice.parameter ?? '');
    this.height.update(store.param('height', 'linear'));
    this.axis.update(store.param('axis', 'linear'));
    const histogram = choice.what === 'histogram';
    this.layer.element.hidden = !choice.of;
    this.quantity.element.hidden = choice.of !== 'quantity';
    this.parameter.element.hidden = choice.of !== 'parameter';
    this.height.element.hidden = choice.what === 'ratio' || choice.what === 'mean';
    this.axis.element.hidden = histogram;
    this.values.element.hidden = this.iteration.element.hidden = !histogram;
  }

  title({what, layer, quantity, parameter}) {
    if (what === 'ratio') return `${parameter} of ${layer}`;
    return `${quantityName(quantity)} of ${layer}`;
  }

  get logarithmic() {
    return this.store.param('height') === 'log';
  }

  curvePlan(choice, parts, notes) {
    const kind = this.store.param('axis', 'linear');
    const named = choice.of ? `${choice.what === 'ratio' ? 'log₁₀ of the update:parameter ratio' : choice.what} of ${this.title(choice)}` : choice.subject.label;
    const logarithmic = this.logarithmic && choice.what !== 'ratio' && choice.what !== 'mean';
    const list = parts.map(({name, look, data}) => ({name, look, ...data}));
    for (const {name, values, iterations} of list) {
      const odd = values.filter(v => !Number.isFinite(v)).length;
      const first = iterations[values.findIndex(v => !Number.isFinite(v))];
      if (odd) notes.push(`“${name}”: ${whole(odd)} of ${whole(values.length)} points are not finite (× on the upper edge), the first at iteration ${whole(first)}.`);
      const low = values.filter(v => v <= 0 && Number.isFinite(v)).length;
      if (logarithmic && low) notes.push(`“${name}”: ${whole(low)} points are not above 0 and have no place on a logarithmic axis.`);
    }
    const [first, ...others] = list;
    const minus = others.map(other => ({name: `${other.name} − ${first.name}`, look: other.look, ...difference(first, other)}));
    return {
      title: named, how: INTERPOLATED,
      over: width => curves(list, {width, kind, logarithmic, title: named}),
      minus: width => curves(minus, {width, height: 260, kind, logarithmic: false, title: 'difference', zero: true}),
      legend: list.map(({look, name}) => ({look, text: name})),
      minusLegend: minus.map(({look, name}) => ({look, text: name})),
      table: tableOf(list), minusTable: tableOf(minus),
    };
  }

  histogramPlan(choice, parts, iteration, notes) {
    const nearest = parts.map(part => ({...part, h: nearestTo(part.data.filter(h => totalCount(h) > 0), iteration ?? 0)}));
    for (const {name, h} of nearest) {
      const odd = [['NaN', h.nan], ['+∞', h.positiveInfinity], ['−∞', h.negativeInfinity]].filter(([, n]) => n > 0);
      if (odd.length) notes.push(`“${name}” at iteration ${whole(h.iteration)}: ${odd.map(([what, n]) => `${what} ${whole(n)} (${percent(n / totalCount(h))})`).join(', ')} of its ${whole(totalCount(h))} values.`);
    }
    const shown = nearest.filter(({h}) => finiteCount(h) > 0);
    const values = this.store.param('values');
    const common = onCommonBins(shown.map(({h}) => h), values ? values === 'symlog' : undefined);
    this.values.update(common.symmetric ? 'symlog' : 'linear');
    if (shown.length === 0) return null;
    const text = ({name, h}) => `${name}, iteration ${whole(h.iteration)}: mean ${number(h.mean)}, std ${number(h.std)}`;
    const layers = shown.map((part, i) => ({name: part.name, note: part.name, look: part.look, counts: common.rows[i].counts, shares: common.shares[i]}));
    const minus = layers.slice(1).map((layer, i) => ({...layer, name: `${layer.name} − ${layers[0].name}`, counts: null, shares: layer.shares.map((share, bin) => share - common.shares[0][bin])}));
    const base = {edges: common.edges, scale: common.scale, symmetric: common.symmetric, title: this.title(choice)};
    const bins = list => [['from', 'to', ...list.map(l => l.name)], () => list.length === 0 ? [] : Array.from(list[0].shares, (_, i) => [number(common.edges[i]), number(common.edges[i + 1]), ...list.map(l => percent(l.shares[i]))])];
    return {
      title: `Histograms: ${this.title(choice)}`,
      how: 'Densities (share of all of a session’s values) on the same bins, to which each histogram’s own bins are shared out by overlap.',
      over: width => steps(layers, {...base, width, height: 340, logarithmic: this.logarithmic, unit: 'share of values per bin'}),
      minus: width => minus.length ? steps(minus, {...base, width, height: 240, logarithmic: false, unit: 'difference of shares'}) : null,
      legend: shown.map(part => ({look: part.look, text: text(part)})),
      minusLegend: minus.map(({look, name}) => ({look, text: name})),
      table: bins(layers), minusTable: bins(minus),
    };
  }

  say(what) {
    show(this.state, what);
    this.pictures.hidden = true;
  }

  destroy() {
    this.answered.cancel();
    this.stopTheme();
    [this.over, this.minus].forEach(picture => picture.destroy());
  }
}

const box = (title, ...children) => el('section', {class: 'gl-box'}, title, el('div', {class: 'gl-inside'}, children));

const toggle = (label, parameter, store, options) => toggleControl(label, options.map(value => ({value, label: value})), value => store.set({[parameter]: value}));

const key = (look, text) => el('span', {class: 'pic-key'}, swatch(look), text);

/** Columns and rows of curves: each iteration of any of them. */
function tableOf(list) {
  const rows = () => {
    const maps = list.map(({iterations, values}) => new Map(iterations.map((n, i) => [n, values[i]])));
    const all = [...new Set(list.flatMap(curve => curve.iterations))].sort((a, b) => a - b);
    return all.map(n => [whole(n), ...maps.map(map => (map.has(n) ? number(map.get(n), 4) : ''))]);
  };
  return [['iteration', ...list.map(curve => curve.name)], rows];
}
