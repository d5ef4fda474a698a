import {awaitedSession, awaitedSessions} from '../awaited.js';
import {curveOf, histogramsOf, SUBJECTS} from '../comparison.js';
import {curvePlan, histogramPlan, titleOf} from '../comparisonplans.js';
import {iterationControl, selectControl, smoothingControl} from '../controls.js';
import {el, message, newestOnly, show} from '../dom.js';
import {acrossOf, placed, placer} from '../draw/across.js';
import {Picture} from '../draw/picture.js';
import {totalCount} from '../draw/rebin.js';
import {acrossToggle, box, heading, legend, lineKey, linearOrLog, note, toggle} from '../parts.js';
import {quantitiesOf} from '../quantities.js';
import {chosenSessions, lookOf, sessionList, swatch} from '../sessionlist.js';
import {tableBelow} from '../table.js';
import {onTheme} from '../theme.js';
import {say} from '../words.js';

/** Two or more sessions over each other on one axis, and what each of them minus the first is. */

export const view = {mount: (container, store) => new Compare(container, store)};

class Compare {
  constructor(container, store) {
    this.store = store;
    this.answered = newestOnly();
    this.sessions = sessionList(store);
    this.iteration = iterationControl(store);
    this.subject = selectControl(say('compare.what'), what => store.set({what}));
    this.layer = selectControl(say('control.layer'), layer => store.set({layer}));
    this.quantity = selectControl(say('control.quantity'), quantity => store.set({quantity}));
    this.parameter = selectControl(say('control.parameter'), parameter => store.set({parameter}));
    this.height = linearOrLog(say('control.height'), 'height', store);
    this.axis = linearOrLog(say('control.iterations'), 'axis', store);
    this.values = toggle(say('control.values'), 'values', store, [
      ['linear', say('axis.linear')],
      ['symlog', say('axis.symlog')],
    ]);
    this.smoothing = smoothingControl(store);
    this.across = acrossToggle(store);
    this.over = new Picture(width => this.shown?.over(width), '');
    this.minus = new Picture(width => this.shown?.minus(width), '');
    [this.overTable, this.minusTable] = [tableBelow(say('compare.overTable')), tableBelow(say('compare.minusTable'))];
    [this.overTitle, this.minusTitle, this.minusNote] = [heading(), heading(), note()];
    [this.overLegend, this.minusLegend] = [legend(), legend()];
    this.notes = el('ul', {class: 'cmp-notes'});
    this.state = el('div');
    this.difference = box(this.minusTitle, this.minusNote, this.minusLegend, this.minus.root, this.minusTable.element);
    this.pictures = el(
      'div',
      {hidden: true},
      box(this.overTitle, this.overLegend, this.over.root, this.overTable.element),
      this.difference,
    );
    this.controls = el(
      'div',
      {class: 'gl-controls'},
      [
        this.subject,
        this.layer,
        this.quantity,
        this.parameter,
        this.height,
        this.axis,
        this.values,
        this.across,
        this.smoothing,
      ].map(c => c.element),
    );
    container.append(this.sessions.element, this.controls, this.iteration.element, this.notes, this.state, this.pictures);
    this.stopTheme = onTheme(() => this.update());
  }

  update() {
    const {store} = this;
    const none = awaitedSessions(store);
    [this.sessions.element, this.controls, this.iteration.element].forEach(part => {
      part.hidden = none !== null;
    });
    if (none) return this.say(none);
    this.sessions.update();
    this.iteration.update();
    const chosen = chosenSessions(store);
    if (chosen.length === 0) return this.say(awaitedSession(store) ?? message(say('wait.session')));
    this.answered(
      this.load(chosen),
      result => this.take(result),
      error => this.say(message(error.message, 'error')),
    );
  }

  /** Everything that is to be drawn, of all sessions; what a session lacks becomes a note. */
  async load(ids) {
    const {store} = this;
    const all = await Promise.all(ids.map(id => store.details(id)));
    const choice = this.choose(all);
    const notes = [];
    const missing = choice.of ? all.filter(one => !one.layers.some(layer => layer.name === choice.layer)) : [];
    missing.forEach(one => notes.push(say('compare.noLayer', {id: one.id, layer: choice.layer})));
    const having = all
      .map(details => ({details, look: lookOf(store, details.id)}))
      .filter(({details}) => !missing.includes(details));
    const parts = await Promise.all(
      having.map(async ({details, look}) => {
        try {
          const data =
            choice.what === 'histogram'
              ? await histogramsOf(store, details, choice.layer, choice.quantity)
              : this.placed(details, await curveOf(store, details, choice), notes);
          return {name: details.id, look, data};
        } catch (error) {
          if (error.status === 0) throw error;
          notes.push(say('compare.problem', {id: details.id, problem: error.message}));
          return null;
        }
      }),
    );
    return {choice, notes, all, parts: parts.filter(part => part?.data), iteration: store.iteration};
  }

  /** A session's curve over what is chosen; null, and a note, where the session does not tell it. */
  placed(details, curve, notes) {
    const place = placer(acrossOf(this.store), details);
    if (!place) notes.push(say(`compare.no.${acrossOf(this.store)}`, {id: details.id}));
    return place && placed(curve, place);
  }

  /** What is compared: from the address as far as the sessions have it. */
  choose(all) {
    const {store} = this;
    const subject = SUBJECTS.find(s => s.value === store.param('what')) ?? SUBJECTS[0];
    const layers = [...new Map(all.flatMap(one => one.layers).map(layer => [layer.name, layer])).values()].filter(
      layer => subject.of !== 'parameter' || layer.parameters.length,
    );
    const layer = layers.find(l => l.name === store.param('layer')) ?? layers[0];
    const quantities = layer ? quantitiesOf(layer) : [];
    const quantity = quantities.some(q => q.value === store.param('quantity')) ? store.param('quantity') : 'z';
    const parameter = layer?.parameters.includes(store.param('parameter')) ? store.param('parameter') : layer?.parameters[0];
    return {
      of: subject.of,
      what: subject.value,
      layers,
      layer: layer?.name,
      quantities,
      quantity,
      parameters: layer?.parameters ?? [],
      parameter,
    };
  }

  take({choice, notes, all, parts, iteration}) {
    const {store} = this;
    this.showControls(choice);
    this.across.update(acrossOf(store), all);
    const drawn = parts.filter(({data}) =>
      choice.what === 'histogram' ? data.some(h => totalCount(h) > 0) : data.iterations.length > 0,
    );
    parts.filter(part => !drawn.includes(part)).forEach(({name}) => notes.push(this.lacking(name, choice)));
    const options = {
      iteration,
      kind: store.param('axis', 'linear'),
      logarithmic: store.param('height') === 'log',
      values: store.param('values'),
      smooth: this.smoothing.weight(),
      across: acrossOf(store),
    };
    const planOf = choice.what === 'histogram' ? histogramPlan : curvePlan;
    const plan = drawn.length === 0 ? null : planOf(choice, drawn, options, notes);
    if (plan?.minusLegend.length === 0 && chosenSessions(store).length > 1) notes.push(say('compare.noDifference'));
    show(
      this.notes,
      notes.map(text => el('li', {text})),
    );
    this.notes.hidden = notes.length === 0;
    if (!plan) return this.say(message(say('compare.nothing')));
    if (this.what !== choice.what) [this.over, this.minus].forEach(picture => picture.point(null));
    this.what = choice.what;
    this.shown = plan;
    this.values.update(plan.symmetric ? 'symlog' : 'linear');
    show(this.state);
    this.pictures.hidden = false;
    this.overTitle.textContent = plan.title;
    this.minusTitle.textContent = say('compare.minusTitle', {title: plan.title});
    this.minusNote.textContent = plan.how;
    show(
      this.overLegend,
      plan.legend.map(({look, text}) => lineKey(swatch(look), text)),
    );
    show(
      this.minusLegend,
      plan.minusLegend.map(({look, text}) => lineKey(swatch(look), text)),
    );
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
    if (this.store.row(id)?.latest < 0) return say('compare.noSnapshot', {id});
    return choice.of
      ? say('compare.lacks', {id, what: titleOf(choice)})
      : say('compare.unreported', {id, what: say(`compare.${choice.what}`)});
  }

  showControls(choice) {
    const {store} = this;
    const named = names => names.map(name => ({value: name, label: name}));
    this.subject.update(
      SUBJECTS.map(({value}) => ({value, label: say(`compare.${value}`)})),
      choice.what,
    );
    this.layer.update(named(choice.layers.map(layer => layer.name)), choice.layer ?? '');
    this.quantity.update(choice.quantities, choice.quantity);
    this.parameter.update(named(choice.parameters), choice.parameter ?? '');
    this.height.update(store.param('height', 'linear'));
    this.axis.update(store.param('axis', 'linear'));
    this.smoothing.update();
    const histogram = choice.what === 'histogram';
    this.layer.element.hidden = !choice.of;
    this.quantity.element.hidden = choice.of !== 'quantity';
    this.parameter.element.hidden = choice.of !== 'parameter';
    this.height.element.hidden = choice.what === 'ratio' || choice.what === 'mean';
    this.smoothing.element.hidden = this.across.element.hidden = histogram;
    this.axis.element.hidden = histogram || acrossOf(store) !== 'iteration';
    this.values.element.hidden = this.iteration.element.hidden = !histogram;
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
