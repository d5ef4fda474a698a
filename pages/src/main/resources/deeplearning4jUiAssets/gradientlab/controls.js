import {el, show} from './dom.js';
import {whole} from './numbers.js';
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

/**
 * A labelled choice from a list.
 * @param {string} label
 * @param {(value: string) => void} onChange
 * @returns {{element: HTMLElement, update: (options: {value: string, label: string}[], value: string) => void}}
 */
export function selectControl(label, onChange) {
  const select = el('select', {on: {change: () => onChange(select.value)}});
  let before = '';
  const update = (options, value) => {
    const now = JSON.stringify(options);
    if (now !== before)
      show(
        select,
        options.map(option => el('option', {value: option.value, text: option.label})),
      );
    before = now;
    select.value = value;
  };
  return {element: el('label', {class: 'gl-select'}, el('span', {text: label}), select), update};
}

/**
 * The layer that the address names, of those that a view can show.
 * @param {import('./store.js').Store} store
 * @param {(layer: Object) => boolean} [suits]
 */
export function layerControl(store, suits = () => true) {
  const control = selectControl(say('control.layer'), layer => store.set({layer}));
  const layers = () => (store.session?.layers ?? []).filter(suits);
  /** The chosen layer's details, or the first one's that suits, or undefined. */
  const chosen = () => layers().find(layer => layer.name === store.param('layer')) ?? layers()[0];
  const update = () =>
    control.update(
      layers().map(layer => ({value: layer.name, label: layer.name})),
      chosen()?.name ?? '',
    );
  return {element: control.element, update, chosen};
}

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
  return {
    element: el('label', {class: 'gl-check'}, box, ' ' + label),
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
