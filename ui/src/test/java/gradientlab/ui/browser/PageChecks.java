package gradientlab.ui.browser;

import java.util.List;

/** What must hold for everything that is seen on the page; each answer lists what breaks the rule. */
public final class PageChecks {

    private static final String DESCRIBED = """
            const described = e => `${e.tagName.toLowerCase()}#${e.id}.${[...e.classList].join('.')} "${(e.textContent ?? '').trim().slice(0, 40)}"`;
            const seen = e => e.checkVisibility({visibilityProperty: true}) && e.getClientRects().length > 0 && !e.closest('.sr-only');
            """;

    private PageChecks() {}

    /** Elements that reach out of the window, unless they scroll in a box inside it. */
    public static List<?> outside(Browser browser, int width) {
        return (List<?>) browser.script(DESCRIBED + """
                const width = arguments[0];
                const root = document.getElementById('content');
                const boxed = e => {
                  for (let box = e.parentElement; box && box !== root; box = box.parentElement)
                    if (getComputedStyle(box).overflowX !== 'visible') return box.getBoundingClientRect().right <= width + 1;
                  return false;
                };
                const out = e => { const {left, right} = e.getBoundingClientRect(); return right > width + 1 || left < -1; };
                const wide = ['html', '.app-body', '#content'].map(css => document.querySelector(css)).filter(e => e.scrollWidth > width);
                const header = document.querySelectorAll('.app-header span, .app-header select, .app-header button');
                return [...wide, ...[...root.querySelectorAll('*'), ...header].filter(e => seen(e) && out(e) && !boxed(e))].map(described);
                """, width);
    }

    /**
     * Texts with too little contrast to their ground by WCAG 2.2, 1.4.3 (AA): 4.5:1, or 3:1 from 24 px or bold 18.66 px on. What
     * is disabled is excepted there.
     */
    public static List<?> faint(Browser browser) {
        return (List<?>) browser.script(DESCRIBED + """
                const rgba = text => { const [r, g, b, a = 1] = text.match(/[\\d.]+/g).map(Number); return [r, g, b, a]; };
                const over = ([r, g, b, a], below) => [r, g, b].map((c, i) => c * a + below[i] * (1 - a));
                const known = new Map([[null, {paper: [255, 255, 255], opacity: 1}]]);
                const ground = e => {
                  if (!known.has(e)) {
                    const above = ground(e.parentElement), {backgroundColor, opacity} = getComputedStyle(e);
                    known.set(e, {paper: over(rgba(backgroundColor), above.paper), opacity: above.opacity * opacity});
                  }
                  return known.get(e);
                };
                const linear = c => c / 255 <= 0.04045 ? c / 255 / 12.92 : ((c / 255 + 0.055) / 1.055) ** 2.4;
                const luminance = ([r, g, b]) => 0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b);
                const ratio = e => {
                  const {paper, opacity} = ground(e), ink = rgba(getComputedStyle(e).color);
                  ink[3] *= opacity;
                  const [low, high] = [luminance(paper), luminance(over(ink, paper))].sort((a, b) => a - b);
                  return (high + 0.05) / (low + 0.05);
                };
                const wanted = e => {
                  const {fontSize, fontWeight} = getComputedStyle(e);
                  return parseFloat(fontSize) >= (fontWeight >= 700 ? 18.66 : 24) ? 3 : 4.5;
                };
                const texts = e => [...e.childNodes].some(one => one.nodeType === 3 && one.data.trim()) || e.matches('select, input:not([type=range]), textarea');
                return [...document.body.querySelectorAll('*')]
                  .filter(e => texts(e) && seen(e) && !e.matches('option, noscript') && !e.closest(':disabled'))
                  .filter(e => ratio(e) < wanted(e))
                  .map(e => `${ratio(e).toFixed(2)}:1 ${described(e)}`);
                """);
    }

    /** Pairs of elements of a kind of which one lies over another. */
    public static List<?> overlapping(Browser browser, String css) {
        return (List<?>) browser.script(DESCRIBED + """
                const all = [...document.querySelectorAll(arguments[0])].filter(seen).map(e => [e, e.getBoundingClientRect()]);
                const over = ([, a], [, b]) => Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1
                  && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 1;
                const inside = ([a], [b]) => a.contains(b) || b.contains(a);
                return all.flatMap((a, i) => all.slice(i + 1).filter(b => over(a, b) && !inside(a, b))
                  .map(b => `${described(a[0])} and ${described(b[0])}`));
                """, css);
    }

    /** Whether one sees what has the focus: an outline, at least two pixels wide. */
    public static boolean focusIsSeen(Browser browser) {
        return (Boolean) browser.script("""
                const {outlineStyle, outlineWidth} = getComputedStyle(document.activeElement);
                return outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2;
                """);
    }
}
