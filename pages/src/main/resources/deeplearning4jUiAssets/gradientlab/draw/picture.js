/**
 * A drawing on canvas that one can point at: with the mouse, a finger, or arrow keys. The drawing is made anew when its
 * data, its width or the colours change; what is pointed at and what is chosen lie on a sheet above it. Dragging with the
 * mouse, or + and −, magnify a stretch of it; a double click, or 0, shows all again.
 */
import {el} from '../dom.js';
import {onTheme} from '../theme.js';
import {takeaway} from '../takeaway.js';
import {say} from '../words.js';
import {SvgContext} from './svgcontext.js';
import {theme} from './colours.js';
import {onDrag} from './drag.js';
import {magnified, scaled, stretchBetween} from './zoom.js';

const ZOOMS = {'+': 0.5, '-': 2, 0: Infinity};
const STEPS = {ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1]};

/**
 * @typedef {Object} Drawing what is drawn at one width
 * @property {number} width pixels of the whole drawing, which scrolls in its box when it is wider
 * @property {number} height
 * @property {import('./zoom.js').Across} across where its abscissa lies
 * @property {(g: CanvasRenderingContext2D, theme: Object) => void} draw
 * @property {(x: number, y: number) => Object|null} probe what lies at a place: {text, ...}, null for nothing
 * @property {(g: CanvasRenderingContext2D, theme: Object, hit: Object|null) => void} [overlay] marks above the drawing
 * @property {(hit: Object) => void} [pick] what a click or Enter does
 * @property {(hit: Object|null, dx: number, dy: number) => Object|null} [step] the neighbour of what is pointed at
 * @property {string} [file] the name of a file with it
 * @property {() => [string[], any[][]]} [csv] its numbers: columns and rows; without them it cannot be taken away
 */
export class Picture {
  /** @param {(width: number) => Drawing|null} plan the drawing for a box of that width; null when there is nothing to draw */
  constructor(plan, label) {
    this.plan = plan;
    this.base = el('canvas', {class: 'pic-base', 'aria-hidden': 'true'});
    this.top = el('canvas', {class: 'pic-top', tabindex: '0', role: 'img', 'aria-label': label});
    this.axis = el('canvas', {class: 'pic-axis', 'aria-hidden': 'true', hidden: true});
    this.sheets = el('div', {class: 'pic-sheets'}, this.base, this.top);
    this.box = el('div', {class: 'pic-scroll'}, this.sheets);
    this.frame = el('div', {class: 'pic-frame'}, this.box, this.axis);
    this.readout = el('p', {class: 'pic-readout', 'aria-live': 'polite', text: say('picture.how')});
    this.take = takeaway(() => this.chart());
    this.root = el('div', {class: 'pic'}, this.frame, this.readout, this.take);
    this.hit = null;
    this.stretch = null;
    this.drag = null;
    this.listen();
  }

  listen() {
    const at = event => this.point(this.drawing?.probe(event.offsetX, event.offsetY) ?? null);
    this.top.addEventListener('pointermove', at);
    this.top.addEventListener('pointerdown', at);
    this.top.addEventListener('pointerleave', event => event.pointerType === 'mouse' && this.point(null));
    onDrag(this.top, {
      moved: (from, to) => {
        this.drag = from === null ? null : [from, to].sort((a, b) => a - b);
        this.mark();
      },
      dropped: (from, to) => this.zoom(stretchBetween(this.drawing.across, from, to) ?? this.stretch),
    });
    this.top.addEventListener('click', () => this.hit && this.drawing?.pick?.(this.hit));
    this.top.addEventListener('dblclick', () => this.zoom(null));
    this.top.addEventListener('keydown', event => this.key(event));
    this.sizes = new ResizeObserver(() => this.box.clientWidth !== this.seenWidth && this.redraw());
    this.sizes.observe(this.box);
    this.stopTheme = onTheme(() => this.redraw());
  }

  /** Lets a stretch fill the box; null shows all. */
  zoom(stretch) {
    if (this.stretch === null && stretch === null) return;
    this.stretch = stretch;
    this.redraw();
  }

  key(event) {
    if (event.key === 'Enter' && this.hit) this.drawing?.pick?.(this.hit);
    if (event.key in ZOOMS) this.zoom(scaled(this.stretch ?? [0, 1], ZOOMS[event.key]));
    if (!(event.key in STEPS) || !this.drawing?.step) return;
    event.preventDefault();
    this.point(this.drawing.step(this.hit, ...STEPS[event.key]));
  }

  point(hit) {
    this.hit = hit;
    const text = hit?.text ?? say('picture.how');
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
    const wide = this.stretch && magnified(this.drawing.across, this.drawing.width, this.seenWidth, this.stretch, ratioOf());
    if (wide) this.drawing = this.plan(wide);
    const {width, height} = this.drawing;
    this.take.hidden = !this.drawing.csv;
    this.sheets.style.width = `${width}px`;
    this.sheets.style.height = `${height}px`;
    for (const canvas of [this.base, this.top]) fit(canvas, width, height);
    this.drawing.draw(context(this.base), theme());
    this.box.scrollLeft = wide ? this.stretch[0] * this.drawing.across.width : 0;
    this.keepAxis();
    this.point(this.hit && this.drawing.step ? this.drawing.step(this.hit, 0, 0) : null);
  }

  /** What can be taken away of it. */
  chart() {
    if (!this.drawing) return null;
    const {width, height, file, csv} = this.drawing;
    const g = new SvgContext((text, font) => widthOf(context(this.base), text, font));
    this.drawing.draw(g, theme());
    return {file, svg: g.document(width, height, theme().paper), width, height, csv: csv()};
  }

  /** The axis at the left stays in sight while the drawing scrolls beneath it. */
  keepAxis() {
    this.axis.hidden = this.stretch === null;
    if (this.stretch === null) return;
    const {left} = this.drawing.across;
    fit(this.axis, left, this.drawing.height);
    const g = context(this.axis);
    g.fillStyle = theme().paper;
    g.fillRect(0, 0, left, this.drawing.height);
    g.setTransform(1, 0, 0, 1, 0, 0);
    g.drawImage(this.base, 0, 0);
  }

  /** Draws what is pointed at and what is chosen anew. */
  mark() {
    if (!this.drawing) return;
    const g = context(this.top);
    g.clearRect(0, 0, this.drawing.width, this.drawing.height);
    this.drawing.overlay?.(g, theme(), this.hit);
    if (!this.drag) return;
    g.globalAlpha = 0.2;
    g.fillStyle = theme().mark;
    g.fillRect(this.drag[0], 0, this.drag[1] - this.drag[0], this.drawing.height);
    g.globalAlpha = 1;
  }

  destroy() {
    this.sizes.disconnect();
    this.stopTheme();
  }
}

function fit(canvas, width, height) {
  const ratio = ratioOf();
  canvas.width = Math.round(width * ratio);
  canvas.height = Math.round(height * ratio);
  canvas.style.width = `${width}px`;
  canvas.style.height = `${height}px`;
}

function context(canvas) {
  const g = canvas.getContext('2d');
  const ratio = ratioOf();
  g.setTransform(ratio, 0, 0, ratio, 0, 0);
  return g;
}

function widthOf(g, text, font) {
  g.font = font;
  return g.measureText(text).width;
}

const ratioOf = () => devicePixelRatio || 1;
