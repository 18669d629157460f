// By keyboard alone: Tab reaches everything that can be used, in the order of the markup, and shows where it is: by an outline that
// stands out from its ground, on something that is in sight and not covered.

const LIMIT = 1500;

/** Walks the page with the Tab key and gives what is wrong, in words. */
export async function walk(page, cdp) {
  const expected = await page.evaluate(watch);
  if (expected > LIMIT) return [`${expected} places to reach with Tab: more than anyone walks`];
  for (let left = expected; left > 0; left -= 20) {
    const burst = Array.from({ length: Math.min(20, left) }, () => tab(cdp));
    await Promise.all(burst);
  }
  return page.evaluate(judge);
}

async function tab(cdp) {
  const key = { key: 'Tab', code: 'Tab', windowsVirtualKeyCode: 9, nativeVirtualKeyCode: 9 };
  // Both in one go: the browser keeps their order.
  await Promise.all([cdp.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...key }), cdp.send('Input.dispatchKeyEvent', { type: 'keyUp', ...key })]);
}

// The functions below run in the page.

function watch() {
  const name = (element) => `${element.localName}${[...element.classList].map((part) => `.${part}`).join('')} “${(element.textContent.trim() || element.getAttribute('aria-label') || element.name || '').replace(/\s+/g, ' ').slice(0, 30)}”`;
  const wanted = [];
  const groups = new Set();
  for (const element of document.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex]')) {
    if (element.disabled || element.type === 'hidden' || Number(element.getAttribute('tabindex') ?? 0) < 0) continue;
    if (!element.checkVisibility({ visibilityProperty: true })) continue;
    if (element.type === 'radio') {
      // Of a group of radio buttons Tab reaches the chosen one; arrows the others.
      const group = `${element.form?.id} ${element.name}`;
      const chosen = document.querySelector(`input[type=radio][name="${CSS.escape(element.name)}"]:checked`);
      if (groups.has(group) || (chosen && chosen !== element)) continue;
      groups.add(group);
    }
    wanted.push(element);
  }
  const pen = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true });
  const rgba = (colour) => {
    pen.clearRect(0, 0, 1, 1);
    pen.fillStyle = colour;
    pen.fillRect(0, 0, 1, 1);
    return pen.getImageData(0, 0, 1, 1).data;
  };
  const light = (colour) => {
    const [r, g, b] = [...rgba(colour)].slice(0, 3).map((part) => (part / 255 <= 0.04045 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const ground = (element) => {
    for (let around = element; around; around = around.parentElement) {
      const { backgroundColor } = getComputedStyle(around);
      if (rgba(backgroundColor)[3] > 250) return backgroundColor;
    }
    return 'Canvas';
  };
  const state = { wanted, name, reached: [], found: [] };
  getSelection().removeAllRanges();
  // Where Tab starts from is where focus was last.
  document.body.tabIndex = -1;
  document.body.focus();
  document.body.removeAttribute('tabindex');
  scrollTo(0, 0);
  document.addEventListener('focusin', (state.listen = ({ target }) => {
    if (state.reached.includes(target)) return;
    state.reached.push(target);
    const style = getComputedStyle(target);
    const wide = parseFloat(style.outlineWidth);
    const own = style.outlineStyle === 'auto'; // the browser's ring
    if (!target.matches(':focus-visible') || style.outlineStyle === 'none' || (!own && !(wide >= 2))) state.found.push(`focus does not show: ${name(target)}`);
    else if (!own) {
      // An outline outside the box lies on the ground around it.
      const under = ground(parseFloat(style.outlineOffset) >= 0 ? (target.parentElement ?? target) : target);
      const [bright, dark] = [light(style.outlineColor), light(under)].sort((a, b) => b - a);
      const contrast = (bright + 0.05) / (dark + 0.05);
      if (contrast < 3) state.found.push(`focus shows too little, ${contrast.toFixed(1)}:1 on its ground: ${name(target)}`);
    }
    const boxes = [...target.getClientRects()].filter((box) => box.width > 0 && box.height > 0);
    const inSight = boxes.filter((box) => box.bottom > 1 && box.top < innerHeight - 1 && box.right > 1 && box.left < innerWidth - 1);
    if (inSight.length === 0) {
      state.found.push(`focus is out of sight: ${name(target)}`);
      return;
    }
    for (const box of inSight) {
      const x = (Math.max(box.left, 0) + Math.min(box.right, innerWidth)) / 2;
      const y = (Math.max(box.top, 0) + Math.min(box.bottom, innerHeight)) / 2;
      const top = document.elementFromPoint(x, y);
      if (top && !target.contains(top) && !top.contains(target) && top.control !== target && !target.labels?.[0]?.contains(top)) {
        state.found.push(`focus is covered by ${name(top)}: ${name(target)}`);
        break;
      }
    }
  }));
  window.judgesWalk = state;
  return wanted.length;
}

function judge() {
  const { wanted, reached, found, name, listen } = window.judgesWalk;
  document.removeEventListener('focusin', listen);
  delete window.judgesWalk;
  document.activeElement?.blur();
  scrollTo(0, 0);
  // A browser may stop at what scrolls as well; each such stop is one press fewer at the end.
  const extra = reached.filter((element) => !wanted.includes(element)).length;
  for (const element of wanted.slice(0, wanted.length - extra)) if (!reached.includes(element)) found.push(`Tab does not reach ${name(element)}`);
  for (let at = 1; at < reached.length; at += 1) {
    const follows = reached[at - 1].compareDocumentPosition(reached[at]) & Node.DOCUMENT_POSITION_FOLLOWING;
    if (!follows) found.push(`Tab goes back: from ${name(reached[at - 1])} to ${name(reached[at])}`);
  }
  return found;
}
