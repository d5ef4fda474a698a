import {SHORTEST} from './zoom.js';

/**
 * Dragging with the mouse over an element, from one place of it to another; a finger scrolls instead. A click that ends a
 * drag is nobody's.
 * @param {Element} element
 * @param {{moved: (from: number|null, to: number|null) => void, dropped: (from: number, to: number) => void}} on pixels from
 *     the element's left edge; null when nothing is dragged any more
 */
export function onDrag(element, {moved, dropped}) {
  let from = null;
  let dragged = false;
  const at = event => event.clientX - element.getBoundingClientRect().left;
  const end = event => {
    const [start, done] = [from, dragged];
    from = null;
    if (!done || start === null) return;
    moved(null, null);
    if (event.type === 'pointerup') dropped(start, at(event));
  };
  element.addEventListener('pointerdown', event => {
    dragged = false;
    from = event.pointerType === 'mouse' && event.button === 0 ? at(event) : null;
  });
  element.addEventListener('pointermove', event => {
    if (from === null) return;
    if (!dragged && Math.abs(at(event) - from) >= SHORTEST) {
      dragged = true;
      element.setPointerCapture(event.pointerId);
    }
    if (dragged) moved(from, at(event));
  });
  element.addEventListener('pointerup', end);
  element.addEventListener('pointercancel', end);
  element.addEventListener('dragstart', event => event.preventDefault());
  element.addEventListener(
    'click',
    event => {
      if (!dragged) return;
      dragged = false;
      event.preventDefault();
      event.stopImmediatePropagation();
    },
    true,
  );
}
