// The page in the colours that a reader has chosen for everything (forced colours): browsers take away grounds and shadows then.

/** Marks that are drawn: empty boxes with a ground or a border. Asked twice, they show what forced colours take away. */
export function drawings(page) {
  return page.evaluate(() => {
    const found = [];
    const probe = document.body.appendChild(document.createElement('p'));
    probe.style.backgroundColor = 'Canvas';
    const canvas = getComputedStyle(probe).backgroundColor;
    probe.remove();
    const ground = (element) => {
      for (let around = element; around; around = around.parentElement) {
        const { backgroundColor } = getComputedStyle(around);
        if (visible(backgroundColor)) return backgroundColor;
      }
      return canvas;
    };
    const visible = (colour) => !/^rgba\(.*, 0\)$|transparent|\/ 0\)$/.test(colour);
    for (const element of document.body.querySelectorAll('*')) {
      for (const part of ['', '::before', '::after']) {
        const style = getComputedStyle(element, part || null);
        if (part ? !['""', '" "'].includes(style.content.split(' / ')[0]) : element.childNodes.length > 0 || element.localName !== 'span') continue;
        if (!element.checkVisibility() || style.display === 'none') continue;
        const edges = ['Top', 'Right', 'Bottom', 'Left'].some((side) => parseFloat(style[`border${side}Width`]) > 0 && style[`border${side}Style`] !== 'none' && visible(style[`border${side}Color`]));
        const filled = visible(style.backgroundColor) && style.backgroundColor !== ground(part ? element : element.parentElement);
        if (edges || filled || style.backgroundImage !== 'none') found.push(`${element.localName}${[...element.classList].map((name) => `.${name}`).join('')}${part}`);
      }
    }
    return found;
  });
}

/** Marks that were drawn and are not any more. */
export function missingMarks(before, after) {
  const left = new Map();
  for (const mark of after) left.set(mark, (left.get(mark) ?? 0) + 1);
  const gone = new Set();
  for (const mark of before) {
    const count = left.get(mark) ?? 0;
    if (count > 0) left.set(mark, count - 1);
    else gone.add(`a mark is lost: ${mark}`);
  }
  return [...gone];
}

/** Texts that do not stand out from the ground behind them. axe reads the author's colours here, so it is worked out anew. */
export function faint(page) {
  return page.evaluate(() => {
    const pen = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true });
    const known = new Map();
    const rgba = (colour) => {
      if (!known.has(colour)) {
        pen.clearRect(0, 0, 1, 1);
        pen.fillStyle = colour;
        pen.fillRect(0, 0, 1, 1);
        known.set(colour, [...pen.getImageData(0, 0, 1, 1).data]);
      }
      return known.get(colour);
    };
    const linear = (part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
    const light = ([r, g, b]) => 0.2126 * linear(r / 255) + 0.7152 * linear(g / 255) + 0.0722 * linear(b / 255);
    const ground = (element) => {
      for (let around = element; around; around = around.parentElement) {
        const colour = rgba(getComputedStyle(around).backgroundColor);
        if (colour[3] > 250) return colour;
      }
      return rgba('Canvas');
    };
    const found = [];
    for (const element of document.body.querySelectorAll('*')) {
      if (![...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.data.trim())) continue;
      if (!element.checkVisibility({ visibilityProperty: true, opacityProperty: true }) || element.matches(':disabled')) continue;
      const [bright, dark] = [light(rgba(getComputedStyle(element).color)), light(ground(element))].sort((a, b) => b - a);
      const contrast = (bright + 0.05) / (dark + 0.05);
      if (contrast < 4.5) found.push(`text is faint, ${contrast.toFixed(1)}:1: ${element.localName} “${element.textContent.trim().slice(0, 30)}”`);
    }
    return found;
  });
}
