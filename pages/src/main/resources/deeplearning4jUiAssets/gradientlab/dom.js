/** Building elements. Data only ever becomes text or an attribute, never markup. */

const SVG = 'http://www.w3.org/2000/svg';

/**
 * An HTML element.
 * @param {string} tag
 * @param {Object} [props] attributes; `class`, `text`, `on` ({event: listener}), `style` ({name: value}) and `data` ({name: value}) are special;
 *     null, undefined and false leave an attribute out
 * @param {...(Node|string|null)} children
 * @returns {HTMLElement}
 */
export function el(tag, props = {}, ...children) {
  return fill(document.createElement(tag), props, children);
}

/** The same for SVG elements. */
export function svg(tag, props = {}, ...children) {
  return fill(document.createElementNS(SVG, tag), props, children);
}

function fill(node, props, children) {
  for (const [name, value] of Object.entries(props)) set(node, name, value);
  node.append(...children.flat().filter(child => child !== null && child !== undefined));
  return node;
}

function set(node, name, value) {
  if (value === null || value === undefined || value === false) return;
  if (name === 'text') node.textContent = value;
  else if (name === 'on') for (const [event, listener] of Object.entries(value)) node.addEventListener(event, listener);
  else if (name === 'style') for (const [property, v] of Object.entries(value)) node.style.setProperty(property, v);
  else if (name === 'data') Object.assign(node.dataset, value);
  else node.setAttribute(name, value === true ? '' : String(value));
}

/** Replaces what is in a node. */
export function show(node, ...children) {
  node.replaceChildren(...children.flat().filter(child => child !== null && child !== undefined));
}

/** What is said where data would be: what is awaited, or what went wrong. */
export function message(text, kind = 'empty') {
  return el('p', {class: `gl-${kind}`, role: kind === 'error' ? 'alert' : 'status', text});
}

/** Runs tasks of which only the newest one's outcome counts. */
export function newestOnly() {
  let turn = 0;
  /**
   * @template T
   * @param {Promise<T>} promise
   * @param {(value: T) => void} done
   * @param {(error: Error) => void} failed
   */
  const run = (promise, done, failed) => {
    const mine = ++turn;
    return promise.then(
      value => mine === turn && done(value),
      error => mine === turn && failed(error),
    );
  };
  run.cancel = () => turn++;
  return run;
}
