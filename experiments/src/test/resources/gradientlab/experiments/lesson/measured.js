// Says what is wrong with a report as it is shown: one line for each fault, for each language.
(() => {
  const faults = [];
  const rgb = text => (text.match(/[\d.]+/g) || []).map(Number);
  const linear = c => (c / 255 <= 0.04045 ? c / 255 / 12.92 : ((c / 255 + 0.055) / 1.055) ** 2.4);
  const luminance = ([r, g, b]) => 0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b);
  const contrast = (a, b) => {
    const [x, y] = [luminance(a), luminance(b)];
    return (Math.max(x, y) + 0.05) / (Math.min(x, y) + 0.05);
  };
  const paper = element => {
    for (let e = element; e; e = e.parentElement) {
      const colour = rgb(getComputedStyle(e).backgroundColor);
      if (colour.length === 3 || colour[3] > 0) return colour;
    }
    return [255, 255, 255];
  };
  const texts = root => {
    const all = [];
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) if (walker.currentNode.data.trim()) all.push(walker.currentNode);
    return all;
  };
  const width = document.documentElement.clientWidth;
  let letters = Infinity;
  let read = 0;

  for (const button of document.querySelectorAll('[data-language]')) {
    button.click();
    const code = button.dataset.language;
    const main = document.querySelector('main:not([hidden])');
    const fault = (what, element) => faults.push(`${code} ${what}: ${element.textContent.trim().slice(0, 60)}`);
    main.querySelectorAll('details').forEach(details => (details.open = true));
    if (document.documentElement.scrollWidth > width) fault('is wider than the window', main);

    for (const box of main.querySelectorAll('.wide, .drawing, pre, .formula, .try, dd, h2, h3')) {
      if (box.scrollWidth > box.clientWidth + 1) fault(`${box.className || box.tagName} is cut off`, box);
    }
    for (const text of main.querySelectorAll('svg text')) {
      const drawing = text.closest('.drawing > svg').getBoundingClientRect();
      const box = text.getBoundingClientRect();
      letters = Math.min(letters, (parseFloat(getComputedStyle(text).fontSize) * drawing.width) / 560);
      if (box.left < drawing.left - 1 || box.right > drawing.right + 1) fault('leaves its figure', text);
      // What stands in the light cells of a heat map has the same colour on every page.
      const fill = rgb(getComputedStyle(text).fill);
      if (String(fill) !== '17,17,17' && contrast(fill, paper(text.closest('div'))) < 4.5) fault('low contrast', text);
    }
    for (const node of texts(main)) {
      const element = node.parentElement;
      if (element.closest('svg') || !element.getClientRects().length) continue;
      read++;
      const large = parseFloat(getComputedStyle(element).fontSize) >= 24;
      if (contrast(rgb(getComputedStyle(element).color), paper(element)) < (large ? 3 : 4.5)) fault('low contrast', element);
    }
    const russian = /[а-яё]/i;
    const own = code === 'ru';
    for (const element of main.querySelectorAll('h1, h2, h3, p:not(.code p), figcaption, caption, summary, dd, svg text[font-weight]')) {
      if (element.closest('.glossary, #provenance, #ru-provenance')) continue;
      const words = element.textContent.replace(/[^\p{L} ]/gu, '').trim();
      const wrong = own ? words.split(' ').length > 3 && !russian.test(words) : russian.test(words);
      if (wrong) fault('is in the other language', element);
    }
  }
  const said = document.createElement('pre');
  said.id = 'measured';
  said.textContent = [`width ${width}`, `letters ${letters.toFixed(2)}`, `read ${read}`, ...new Set(faults)].join('\n');
  top.document.body.append(said);
})();
