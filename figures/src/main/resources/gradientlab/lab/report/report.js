// Shows the report in the language that the reader chooses, and remembers it; opens folded answers for the printer.
(() => {
  const KEY = 'gradientlab.language';
  const mains = [...document.querySelectorAll('main')];
  const buttons = [...document.querySelectorAll('[data-language]')];

  const remembered = () => {
    try {
      return localStorage.getItem(KEY);
    } catch {
      return null;
    }
  };
  const remember = code => {
    try {
      localStorage.setItem(KEY, code);
    } catch {
      // A page that may not remember is shown in its first language again.
    }
  };

  // Sections stand in the same order in each language: the one that is read stays where it is on the screen.
  const sections = main => [...main.querySelectorAll('section')];
  const read = main => {
    const all = sections(main);
    const at = all.findIndex(section => section.getBoundingClientRect().bottom > 0);
    return {at, top: at < 0 ? 0 : all[at].getBoundingClientRect().top};
  };

  const show = code => {
    const from = mains.find(main => !main.hidden);
    const to = mains.find(main => main.lang === code);
    if (!to || to === from) {
      return;
    }
    const place = read(from);
    from.hidden = true;
    to.hidden = false;
    const opened = [...from.querySelectorAll('details')].map(details => details.open);
    to.querySelectorAll('details').forEach((details, i) => (details.open = opened[i]));
    if (window.scrollY > 0 && place.at >= 0) {
      window.scrollBy(0, sections(to)[place.at].getBoundingClientRect().top - place.top);
    }
    document.documentElement.lang = code;
    document.title = to.dataset.title;
    buttons.forEach(button => button.setAttribute('aria-pressed', String(button.dataset.language === code)));
  };

  buttons.forEach(button =>
    button.addEventListener('click', () => {
      show(button.dataset.language);
      remember(button.dataset.language);
    }),
  );
  // A link to a section names its language; otherwise it is the reader's.
  const linked = location.hash && document.querySelector(`[id="${CSS.escape(location.hash.slice(1))}"]`);
  show(linked ? linked.closest('main').lang : remembered());
  if (linked) {
    linked.scrollIntoView();
  }

  let folded = [];
  addEventListener('beforeprint', () => {
    folded = [...document.querySelectorAll('details:not([open])')];
    folded.forEach(details => (details.open = true));
  });
  addEventListener('afterprint', () => folded.forEach(details => (details.open = false)));
})();
