import {el, show} from './dom.js';
import {number, whole} from './numbers.js';
import {say} from './words.js';

/** The controls that views share. Each is {element, update()}; `update` takes over what the store says. */

/**
 * Slider over the kept iterations, play, one back, one on, follow the newest.
 * @param {import('./store.js').Store} store
 */
export function iterationControl(store) {
  const play = button(say('control.play'), () => store.setPlaying(!store.playing), {
    class: 'gl-button gl-play',
    title: say('control.playHelp'),
  });
  const stepButton = (text, by, name) => button(text, () => store.step(by), {'aria-label': name, title: name});
  const back = stepButton('‹', -1, say('control.back'));
  const on = stepButton('›', 1, say('control.on'));
  const slider = el('input', {
    type: 'range',
    min: 0,
    step: 1,
    'aria-label': say('control.iteration'),
    class: 'gl-slider',
    on: {input: () => store.setIteration(store.iterations[Number(slider.value)])},
  });
  const where = el('output', {class: 'gl-where'});
  const follow = el('input', {type: 'checkbox', on: {change: () => store.setFollow(follow.checked)}});
  const element = el(
    'div',
    {class: 'gl-controls gl-iteration', role: 'group', 'aria-label': say('control.iteration')},
    play,
    back,
    slider,
    on,
    where,
    el('label', {class: 'gl-check'}, follow, ` ${say('control.follow')}`),
  );
  const update = () => {
    const kept = store.iterations;
    const at = kept.indexOf(store.iteration);
    [play, back, on, slider].forEach(control => {
      control.disabled = kept.length < 2;
    });
    slider.max = Math.max(0, kept.length - 1);
    slider.value = Math.max(0, at);
    where.textContent =
      at < 0 ? say('about.none') : say('control.where', {n: whole(kept[at]), at: whole(at + 1), of: whole(kept.length)});
    slider.setAttribute('aria-valuetext', where.textContent);
    follow.checked = store.follow;
    play.textContent = say(store.playing ? 'control.pause' : 'control.play');
    play.setAttribute('aria-pressed', store.playing);
  };
  return {element, update};
}

/** A button with a text. */
export function button(text, onClick, props = {}) {
  return el('button', {type: 'button', class: 'gl-button', text, on: {click: onClick}, ...props});
}

/** So many choices are looked through by eye. */
const FEW = 12;

/**
 * A labelled choice from a list; with a field that filters it where it is long.
 * @param {string} label
 * @param {(value: string) => void} onChange
 * @returns {{element: HTMLElement, update: (options: {value: string, label: string}[], value: string) => void}}
 */
export function selectControl(label, onChange) {
  const select = el('select', {on: {change: () => onChange(select.value)}});
  const search = el('input', {type: 'search', class: 'gl-search', placeholder: say('control.search'), hidden: true});
  search.ariaLabel = `${label}: ${say('control.search')}`;
  let [before, all, chosen] = ['', [], ''];
  const fitting = () => all.filter(option => option.label.toLowerCase().includes(search.value.trim().toLowerCase()));
  const draw = () => {
    const found = fitting();
    const options = all.filter(option => found.includes(option) || option.value === chosen);
    show(
      select,
      options.map(option => el('option', {value: option.value, text: option.label})),
    );
    select.value = chosen;
  };
  search.addEventListener('input', draw);
  search.addEventListener('keydown', event => {
    const [first] = fitting();
    if (event.key === 'Enter' && first) onChange(first.value);
  });
  const update = (options, value) => {
    [all, chosen] = [options, value];
    search.hidden = options.length <= FEW;
    const now = JSON.stringify(options);
    if (now !== before) draw();
    before = now;
    select.value = value;
  };
  return {
    element: el('span', {class: 'gl-choice'}, el('label', {class: 'gl-select'}, el('span', {text: label}), select), search),
    update,
  };
}

/**
 * The layer that the address names, of those that a view can show.
 * @param {import('./store.js').Store} store
 * @param {(layer: Object) => boolean} [suits]
 */
export function layerControl(store, suits = () => true) {
  const control = selectControl(say('control.layer'), layer => store.set({layer}));
  const layers = () => (store.session?.layers ?? []).filter(suits);
  /** The chosen layer's details, or those of the first nonlinearity that suits, or of the first layer, or undefined. */
  const chosen = () => layers().find(layer => layer.name === store.param('layer')) ?? firstOf(layers());
  const update = () =>
    control.update(
      layers().map(layer => ({value: layer.name, label: layer.name})),
      chosen()?.name ?? '',
    );
  return {element: control.element, update, chosen};
}

/** What a reader expects first: the first hidden layer that bends its signal. */
const firstOf = layers => layers.find(({role, nonlinearity}) => role !== 'OUTPUT' && nonlinearity !== 'IDENTITY') ?? layers[0];

/**
 * Buttons of which exactly one is on.
 * @param {string} label what is chosen
 * @param {{value: string, label: string, title?: string}[]} options
 * @param {(value: string) => void} onChange
 */
export function toggleControl(label, options, onChange) {
  const buttons = options.map(option =>
    button(option.label, () => onChange(option.value), {title: option.title, data: {value: option.value}}),
  );
  const element = el(
    'div',
    {class: 'gl-toggle', role: 'group', 'aria-label': label},
    el('span', {class: 'gl-label', text: label}),
    buttons,
  );
  const update = value => buttons.forEach(one => one.setAttribute('aria-pressed', one.dataset.value === value));
  return {element, update};
}

/** Something that is on or off. */
export function checkControl(label, onChange) {
  const box = el('input', {type: 'checkbox', on: {change: () => onChange(box.checked)}});
  const text = el('span', {text: label});
  return {
    element: el('label', {class: 'gl-check'}, box, ' ', text),
    name: other => (text.textContent = other),
    update: value => {
      box.checked = value;
    },
  };
}

/** A button that copies a text. */
export function copyButton(text, label) {
  const element = button(label, async () => {
    try {
      await navigator.clipboard.writeText(text());
      element.textContent = say('control.copied');
    } catch {
      element.textContent = say('control.notCopied');
    }
    setTimeout(() => {
      element.textContent = label;
    }, 2000);
  });
  return element;
}

const SMOOTHEST = 0.98;

/** How much curves are smoothed: the weight of what was before, 0 for none. @param {import('./store.js').Store} store */
export function smoothingControl(store) {
  const weight = () => Math.min(SMOOTHEST, Math.max(0, Number(store.param('smooth', 0)) || 0));
  const set = () => store.set({smooth: Number(slider.value) > 0 ? slider.value : null});
  const slider = el('input', {type: 'range', min: 0, max: SMOOTHEST, step: 0.02, on: {input: set}});
  const value = el('output', {class: 'gl-smoothing'});
  const update = () => {
    slider.value = weight();
    value.textContent = number(weight());
  };
  return {
    element: el('label', {class: 'gl-select'}, el('span', {text: say('control.smoothing')}), slider, value),
    update,
    weight,
  };
}
