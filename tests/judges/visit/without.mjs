// The page without script and without style sheets: the words of it, and what does nothing.

/** The text that a reader sees, word by word, with what the eye passes over. */
export function words(page) {
  return page.evaluate(() => document.body.innerText.replace(/\s+/g, ' ').trim().split(' '));
}

/** The first words of `all` that `some` has less often, or ''. */
export function missing(all, some) {
  const left = new Map();
  for (const word of some) left.set(word, (left.get(word) ?? 0) + 1);
  const gone = [];
  for (const word of all) {
    const count = left.get(word) ?? 0;
    if (count > 0) left.set(word, count - 1);
    else gone.push(word);
  }
  return gone.slice(0, 8).join(' ');
}

/** The words of buttons that wait in the markup, hidden, for a script that they need. */
export function waiting(page) {
  return page.evaluate(() => [...document.querySelectorAll('[hidden] button, button[hidden]')].flatMap((button) => button.textContent.trim().split(/\s+/)));
}

/** Without script nothing may be shown that does nothing. */
export function deadControls(page) {
  return page.evaluate(() => {
    const found = [];
    const name = (element) => `${element.localName} “${element.textContent.trim().slice(0, 30)}”`;
    for (const element of document.querySelectorAll('a, button, input, select, textarea')) {
      if (!element.checkVisibility({ visibilityProperty: true })) continue;
      const sends = element.form?.getAttribute('action') && element.type !== 'button';
      if (element.localName === 'a' && (!element.getAttribute('href') || element.getAttribute('href') === '#')) found.push(`does nothing without script: ${name(element)}`);
      if (element.localName === 'button' && !sends) found.push(`does nothing without script: ${name(element)}`);
    }
    return found;
  });
}

/** Words that only the style sheet knows: lost without it, and to whoever copies or has the page read out. */
export function wordsOfStyle(page) {
  return page.evaluate(() => {
    const found = [];
    for (const element of document.body.querySelectorAll('*')) {
      for (const part of ['::before', '::after']) {
        const { content } = getComputedStyle(element, part);
        if (content === 'none' || content === 'normal') continue;
        if (/\p{L}/u.test(content.replace(/\b(counters?|attr|url|open-quote|close-quote)\b(\([^)]*\))?/g, ''))) found.push(`words that stand in the style sheet alone: ${element.localName}${part} ${content}`);
      }
    }
    return found;
  });
}

/** Switches every style sheet off, looks, and switches them on again. */
export async function withoutStyle(page, look) {
  await page.evaluate(() => [...document.styleSheets].forEach((sheet) => (sheet.disabled = true)));
  try {
    return await look();
  } finally {
    await page.evaluate(() => [...document.styleSheets].forEach((sheet) => (sheet.disabled = false)));
  }
}

/** Drawings that fill a phone once no style sheet holds them, and the first heading of the page. */
export function bare(page) {
  return page.evaluate(() => {
    const found = [];
    for (const picture of document.querySelectorAll('svg')) {
      if (picture.getBoundingClientRect().width > 200) found.push(`a drawing without a size of its own fills the page without style sheets: ${picture.parentElement.localName} svg`);
    }
    const main = document.querySelector('main');
    const heading = main?.querySelector('h1, h2, h3, h4, h5, h6');
    if (heading && heading.localName !== 'h1') found.push(`without style sheets the first heading of the content is ${heading.localName}`);
    return found;
  });
}
