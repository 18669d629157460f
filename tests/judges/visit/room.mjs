// Is there room for the text? Nothing scrolls sideways, no line is cut off, none lies over another, none outside the page.
// And do readers meet it in the order in which it is written?

/** Findings of the page as it stands, in words. */
export function room(page) {
  return page.evaluate(measure);
}

/** Texts that a reader sees before others that stand earlier in the markup. Asked where the page is one column. */
export function order(page) {
  return page.evaluate(compareOrder);
}

// The functions below run in the page.

function measure() {
  const found = [];
  const name = (element) => element.localName + [...element.classList].map((part) => `.${part}`).join('');
  const { scrollWidth, clientWidth } = document.documentElement;
  if (scrollWidth > clientWidth) {
    const culprits = [];
    const beyond = (element) => element.getBoundingClientRect().right > clientWidth + 0.5;
    for (const element of document.body.querySelectorAll('*')) {
      // The innermost ones say most.
      if (beyond(element) && ![...element.children].some(beyond)) culprits.push(name(element));
    }
    found.push(`scrolls sideways, ${scrollWidth} px wide: ${culprits.slice(0, 3).join(', ')}`);
  }

  // Every line of text with the element it stands in; of what scrolls by itself only what shows.
  const lines = [];
  const known = new Map();
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const element = node.parentElement;
    if (!node.data.trim() || !element.checkVisibility({ visibilityProperty: true, opacityProperty: true })) continue;
    const around = frames(element);
    if (around.hidden) continue;
    range.selectNodeContents(node);
    for (const box of range.getClientRects()) {
      if (box.width < 1 || box.height < 1) continue;
      if (around.cut && (box.right > around.cut.right + 1 || box.left < around.cut.left - 1 || box.bottom > around.cut.bottom + 1)) {
        found.push(`text is cut off: ${name(element)}: ${words(node)}`);
        break;
      }
      if (around.scrolls) continue;
      if (box.left < -1 || box.top + scrollY < -1) found.push(`text lies outside the page: ${name(element)}: ${words(node)}`);
      lines.push({ element, node, left: box.left, right: box.right, top: box.top, bottom: box.bottom });
    }
  }
  // Lines over each other. Ascenders and descenders may meet; half of a line may not.
  lines.sort((a, b) => a.top - b.top);
  const told = new Set();
  for (let i = 0; i < lines.length; i += 1) {
    const a = lines[i];
    for (let j = i + 1; j < lines.length && lines[j].top < a.bottom; j += 1) {
      const b = lines[j];
      if (a.node === b.node || told.has(b.node)) continue;
      const across = Math.min(a.right, b.right) - Math.max(a.left, b.left);
      const down = Math.min(a.bottom, b.bottom) - b.top;
      if (across < 2 || down < Math.min(a.bottom - a.top, b.bottom - b.top) / 2) continue;
      told.add(b.node);
      found.push(`text lies over text: ${name(a.element)} “${words(a.node)}” and ${name(b.element)} “${words(b.node)}”`);
    }
  }
  return found;

  function words(node) {
    return node.data.trim().replace(/\s+/g, ' ').slice(0, 40);
  }

  /** What the elements around do to a text: hide it from the eye on purpose, let it scroll, cut it. The innermost decides. */
  function frames(element) {
    if (!element || element === document.body) return {};
    if (!known.has(element)) {
      const style = getComputedStyle(element);
      const overflow = style.overflowX + style.overflowY;
      let answer;
      if (style.clipPath === 'inset(50%)' || element.localName === 'svg') answer = { hidden: true };
      // Where a reader can scroll, nothing is lost; on paper nobody can. (A scroller is hidden in the other direction, too.)
      else if (/auto|scroll/.test(overflow)) answer = matchMedia('print').matches ? { cut: element.getBoundingClientRect() } : { scrolls: true };
      else {
        const around = frames(element.parentElement);
        const cuts = /hidden|clip/.test(overflow) && !around.hidden && !around.scrolls;
        answer = cuts ? { cut: element.getBoundingClientRect() } : around;
      }
      known.set(element, answer);
    }
    return known.get(element);
  }
}

function compareOrder() {
  const found = [];
  let before = null;
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const element = node.parentElement;
    if (!node.data.trim() || !element.checkVisibility({ visibilityProperty: true })) continue;
    if (element.closest('.vh, svg, [aria-hidden="true"]')) continue;
    range.selectNodeContents(node);
    const boxes = [...range.getClientRects()].filter((box) => box.width > 0);
    if (boxes.length === 0) continue;
    const [first, last] = [boxes[0], boxes.at(-1)];
    // What stands beside is another column.
    const beneath = before && first.left < before.right && first.right > before.left;
    if (beneath && first.bottom <= before.top + 1) {
      found.push(`is read before what stands earlier: “${node.data.trim().slice(0, 30)}” before “${before.text}”`);
    }
    before = { top: last.top, left: last.left, right: last.right, text: node.data.trim().slice(0, 30) };
  }
  return found;
}
