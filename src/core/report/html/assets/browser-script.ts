/** The page's only script: theme, filters, links into folded parts. Without it everything is visible, unfiltered. */
export const browserScript = String.raw`'use strict';
(() => {
  const root = document.documentElement;
  const all = (selector, from = document) => [...from.querySelectorAll(selector)];
  const memory = {
    get: () => { try { return localStorage.getItem('theme'); } catch { return null; } },
    set: (theme) => { try { localStorage.setItem('theme', theme); } catch { /* not every browser lets a file remember */ } },
  };

  const button = document.getElementById('theme');
  const isDark = () => root.dataset.theme === 'dark' || (root.dataset.theme === undefined && matchMedia('(prefers-color-scheme: dark)').matches);
  const nameTheme = () => { button.textContent = isDark() ? 'Light theme' : 'Dark theme'; };
  if (['light', 'dark'].includes(memory.get())) root.dataset.theme = memory.get();
  button.hidden = false;
  button.addEventListener('click', () => {
    root.dataset.theme = isDark() ? 'light' : 'dark';
    memory.set(root.dataset.theme);
    nameTheme();
  });
  nameTheme();

  const bar = document.getElementById('filters');
  const form = bar && bar.querySelector('form');
  const said = bar && bar.querySelector('[role=status]');
  const has = (element, name, wanted) => wanted === '' || element.dataset[name] === undefined || element.dataset[name] === wanted;
  const texts = new WeakMap();
  const words = (element) => texts.get(element) ?? (texts.set(element, element.textContent.toLowerCase()), texts.get(element));

  const filter = () => {
    const { spec, model, verdict, test, text } = Object.fromEntries(new FormData(form));
    const wanted = text.trim().toLowerCase();
    const tested = test.trim().toLowerCase();
    const tests = all('tr[data-test]');
    for (const row of tests) row.hidden = !has(row, 'spec', spec) || !words(row.querySelector('th')).includes(tested);
    const withTest = new Set(tests.filter((row) => !row.hidden).map((row) => row.dataset.spec));
    const known = new Set(tests.map((row) => row.dataset.spec));
    const isTested = (element) => tested === '' || !known.has(element.dataset.spec) || withTest.has(element.dataset.spec);
    const items = all('[data-item]');
    for (const item of items)
      item.hidden = !(has(item, 'spec', spec) && has(item, 'model', model) && has(item, 'verdict', verdict) && isTested(item) && (wanted === '' || words(item).includes(wanted)));
    for (const section of all('section.spec')) {
      const inside = all('[data-item]', section);
      const matches = inside.length === 0 ? has(section, 'spec', spec) && isTested(section) && (wanted === '' || words(section).includes(wanted)) : inside.some((item) => !item.hidden);
      section.hidden = !matches;
    }
    for (const table of all('table.heat')) {
      const shown = (table.dataset.models ? JSON.parse(table.dataset.models) : []).map((id) => model === '' || id === model);
      for (const cell of table.tHead.rows[0].querySelectorAll('th[data-model]')) cell.hidden = model !== '' && cell.dataset.model !== model;
      for (const cell of table.tHead.rows[1].cells) cell.hidden = !shown[Math.floor(cell.cellIndex / 2)];
      for (const row of table.tBodies[0].rows)
        for (const cell of row.cells) if (cell.cellIndex > 0) cell.hidden = !shown[Math.floor((cell.cellIndex - 1) / 2)];
    }
    const rows = items.filter((item) => item.matches('table.verdicts tr'));
    said.textContent = rows.filter((row) => !row.hidden).length + ' of ' + rows.length + ' comparisons shown';
  };

  const open = () => {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!target) return;
    if (form && target.closest('[hidden]')) { form.reset(); filter(); }
    for (let part = target; part; part = part.parentElement) if (part.localName === 'details') part.open = true;
    if (!target.hasAttribute('tabindex')) target.tabIndex = -1;
    target.focus({ preventScroll: true });
    target.scrollIntoView({ block: 'start' });
  };

  if (form) {
    bar.hidden = false;
    form.addEventListener('input', filter);
    form.addEventListener('submit', (event) => event.preventDefault());
    form.addEventListener('reset', () => setTimeout(filter));
    filter();
  }
  addEventListener('hashchange', open);
  if (location.hash.length > 1) open();
})();
`;
