// The page on paper: who wrote it, when, under which number, where it stands, where its links lead; nothing cut off.

/** Facts and times that a reader sees on the screen, marked so that they can be looked for on paper. */
export function facts(page) {
  return page.evaluate(() => {
    const seen = [...document.querySelectorAll('article dl:first-of-type :is(dt, dd), article h1, main h1, article time')];
    window.judgesFacts = seen.filter((element) => element.checkVisibility() && !element.closest('nav, form, details, .no-print'));
  });
}

/** Findings of the page in its printed form, in words. `address` is the canonical one. */
export function paper(page) {
  return page.evaluate(() => {
    const found = [];
    const canonical = document.querySelector('link[rel=canonical]')?.href;
    const text = document.body.innerText.replace(/\s+/g, ' ');
    if (canonical && !text.includes(decodeURI(canonical)) && !text.includes(canonical)) found.push('the address of the page does not stand on paper');
    const letterhead = document.querySelector('header');
    if (!letterhead?.checkVisibility() || !letterhead.innerText.trim()) found.push('no letterhead on paper');
    for (const element of window.judgesFacts ?? []) {
      if (!element.checkVisibility()) found.push(`is lost on paper: ${element.localName} “${element.textContent.trim().slice(0, 40)}”`);
    }
    for (const link of document.querySelectorAll('main a[href]')) {
      const href = link.getAttribute('href');
      // Of a text every address; of facts those that lead elsewhere (a name that leads to its own list says enough).
      if (!link.checkVisibility() || !link.closest(/^https?:/.test(href) ? 'article' : '.prose, .e-content')) continue;
      if (href.startsWith('#') || link.closest('.noteref')) continue;
      const shown = `${link.textContent} ${getComputedStyle(link, '::after').content}`;
      const bare = href.replace(/^(mailto|tel|https?):(\/\/)?|[^\d+@]*$/g, '');
      const digits = (value) => value.replace(/\D/g, '');
      const dialled = /^(tel:|https:\/\/wa\.me\/)/.test(href) && digits(shown).includes(digits(href).replace(/^62/, ''));
      if (!shown.includes(href) && !dialled && !shown.includes(bare || href)) found.push(`where a link leads does not stand on paper: ${href.slice(0, 60)}`);
    }
    return found;
  });
}
