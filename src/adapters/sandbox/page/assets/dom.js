/**
 * Building the page out of nodes. There is no way in here to turn a string into markup: whatever
 * the app or a contact's name says ends up as text.
 */

/**
 * @param {string} tag an element name, optionally with classes: `div.card.wide`
 * @param {Record<string, unknown> | null} [props] `onclick` etc. add listeners; `value`, `checked`,
 *   `disabled`, `hidden`, `selected` are properties; everything else is an attribute (null: left out)
 * @param {...unknown} children nodes, strings, arrays of them; null, undefined and false are left out
 * @returns {any} the element; its kind follows from the name
 */
export function h(tag, props, ...children) {
  const [name, ...classes] = tag.split('.');
  const node = document.createElement(name || 'div');
  if (classes.length > 0) node.className = classes.join(' ');
  for (const [key, value] of Object.entries(props ?? {})) set(node, key, value);
  append(node, children);
  return node;
}

const properties = new Set(['value', 'checked', 'disabled', 'hidden', 'selected', 'multiple']);

function set(node, key, value) {
  if (value === null || value === undefined || value === false) return;
  if (key.startsWith('on') && typeof value === 'function') {
    node.addEventListener(key.slice(2), value);
  } else if (key === 'class') {
    for (const name of String(value).split(' ').filter(Boolean)) node.classList.add(name);
  } else if (key === 'data') {
    for (const [name, text] of Object.entries(value)) {
      if (text !== null && text !== undefined) node.dataset[name] = String(text);
    }
  } else if (properties.has(key)) {
    node[key] = value;
  } else {
    node.setAttribute(key, value === true ? '' : String(value));
  }
}

/** Adds children the way `h` does. */
export function append(node, children) {
  for (const child of children.flat(Number.POSITIVE_INFINITY)) {
    if (child === null || child === undefined || child === false) continue;
    node.append(child instanceof Node ? child : document.createTextNode(String(child)));
  }
  return node;
}

/** Replaces what is inside. */
export function fill(node, ...children) {
  node.replaceChildren();
  return append(node, children);
}

/** Like `h`, for drawings. */
export function svg(tag, props, ...children) {
  const node = document.createElementNS('http://www.w3.org/2000/svg', tag);
  for (const [key, value] of Object.entries(props ?? {})) {
    if (value !== null && value !== undefined) node.setAttribute(key, String(value));
  }
  return append(node, children);
}

let lastId = 0;

/** An id nobody else on the page has. */
export function freshId(prefix) {
  lastId += 1;
  return `${prefix}-${lastId}`;
}

/** Tells people who cannot see the page what just happened. */
export function announce(text) {
  const region = document.getElementById('announcer');
  if (region) region.textContent = text;
}
