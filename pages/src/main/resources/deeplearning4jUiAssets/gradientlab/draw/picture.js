/**
 * A drawing on canvas that one can point at: with the mouse, a finger, or arrow keys. The drawing is made anew when its
 * data, its width or the colours change; what is pointed at and what is chosen lie on a sheet above it.
 */
import {el} from '../dom.js';
import {onTheme} from '../theme.js';
import {theme} from './colours.js';

const INSTRUCTIONS = 'Point at it, or focus it and use the arrow keys, to read values.';
const STEPS = {ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1]};

/**
 * @typedef {Object} Drawing what is drawn at one width
 * @property {number} width pixels of the whole drawing, which scrolls in its box when it is wider
 * @property {number} height
 * @property {(g: CanvasRenderingContext2D, theme: Object) => void} draw
 * @property {(x: number, y: number) => Object|null} probe what lies at a place: {text, ...}, null for nothing
 * @property {(g: CanvasRenderingContext2D, theme: Object, hit: Object|null) => void} [overlay] marks above the drawing
 * @property {(hit: Object) => void} [pick] what a click or Enter does
 * @property {(hit: Object|null, dx: number, dy: number) => Object|null} [step] the neighbour of what is pointed at
 */
export class Picture {
  /** @param {(width: number) => Drawing|null} plan the drawing for a box of that width; null when there is nothing to draw */
  constructor(plan, label) {
    this.plan = plan;
    this.base = el('canvas', {class: 'pic-base', 'aria-hidden': 'true'});
    this.top = el('canvas', {class: 'pic-top', tabindex: '0', role: 'img', 'aria-label': label});
    this.sheets = el('div', {class: 'pic-sheets'}, this.base, this.top);
    this.box = el('div', {class: 'pic-scroll'}, this.sheets);
    this.readout = el('p', {class: 'pic-readout', 'aria-live': 'polite', text: INSTRUCTIONS});
    this.root = el('div', {class: 'pic'}, this.box, this.readout);
    this.hit = null;
    this.listen();
  }

  listen() {
    const at = event => this.point(this.drawing?.probe(event.offsetX, event.offsetY) ?? null);
    this.top.addEventListener('pointermove', at);
    this.top.addEventListener('pointerdown', at);
    this.top.addEventListener('pointerleave', event => event.pointerType === 'mouse' && this.point(null));
    this.top.addEventListener('click', () => this.hit && this.drawing?.pick?.(this.hit));
    this.top.addEventListener('keydown', event => this.key(event));
    this.sizes = new ResizeObserver(() => this.box.clientWidth !== this.seenWidth && this.redraw());
    this.sizes.observe(this.box);
    this.stopTheme = onTheme(() => this.redraw());
  }

  key(event) {
    if (event.key === 'Enter' && this.hit) this.drawing?.pick?.(this.hit);
    if (!(event.key in STEPS) || !this.drawing?.step) return;
    event.preventDefault();
    this.point(this.drawing.step(this.hit, ...STEPS[event.key]));
  }

  point(hit) {
    this.hit = hit;
    const text = hit?.text ?? INSTRUCTIONS;
    if (this.readout.textContent !== text) this.readout.textContent = text;
    this.top.style.cursor = hit && this.drawing?.pick ? 'pointer' : 'default';
    this.mark();
  }

  setLabel(label) {
    this.top.setAttribute('aria-label', label);
  }

  /** Draws all anew. */
  redraw() {
    this.seenWidth = this.box.clientWidth;
    if (this.seenWidth === 0) return;
    this.drawing = this.plan(this.seenWidth);
    if (!this.drawing) return;
    const {width, height} = this.drawing;
    this.sheets.style.width = `${width}px`;
    this.sheets.style.height = `${height}px`;
    for (const canvas of [this.base, this.top]) fit(canvas, width, height);
    this.drawing.draw(context(this.base), theme());
    this.point(this.hit && this.drawing.step ? this.drawing.step(this.hit, 0, 0) : null);
  }

  /** Draws what is pointed at and what is chosen anew. */
  mark() {
    if (!this.drawing) return;
    const g = context(this.top);
    g.clearRect(0, 0, this.drawing.width, this.drawing.height);
    this.drawing.overlay?.(g, theme(), this.hit);
  }

  destroy() {
    this.sizes.disconnect();
    this.stopTheme();
  }
}

function fit(canvas, width, height) {
  const ratio = devicePixelRatio || 1;
  canvas.width = Math.round(width * ratio);
  canvas.height = Math.round(height * ratio);
  canvas.style.width = `${width}px`;
  canvas.style.height = `${height}px`;
}

function context(canvas) {
  const g = canvas.getContext('2d');
  const ratio = devicePixelRatio || 1;
  g.setTransform(ratio, 0, 0, ratio, 0, 0);
  return g;
}
