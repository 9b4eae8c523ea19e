import { freshId, h } from '../dom.js';
import { elementNode } from '../elements/element-node.js';
import { createField } from '../elements/field.js';
import { markdown } from '../text/markdown.js';
import { plain, textNode } from '../text/plain.js';
import { richText } from '../text/rich-text.js';
import { t } from '../words.js';
import { alert, card, carousel, container, plan, taskCard, video } from './cards.js';
import { chart } from './chart.js';
import { picture } from './picture.js';
import { dataTable, table } from './tables.js';

/** Every block of Block Kit. `surface` says where it stands and carries what people do to it. */

const drawings = {
  section,
  actions: (block, surface) =>
    h(
      'div.actions',
      null,
      block.elements.map((element) => placed(block, element, surface)),
    ),
  context: (block, surface) =>
    h(
      'div.context',
      null,
      block.elements.map((element) =>
        element.type === 'image'
          ? picture(element, { small: true })
          : textNode(element, surface.lookup()),
      ),
    ),
  header: (block) => h('h2.header-block', null, plain(block.text)),
  divider: () => h('hr.divider-block'),
  image: (block) =>
    h(
      'figure.image-block',
      null,
      block.title ? h('figcaption', null, plain(block.title)) : null,
      picture(block),
    ),
  input,
  rich_text: (block, surface) => richText(block, surface.lookup()),
  markdown: (block, surface) => markdown(block.text, surface.lookup()),
  table,
  data_table: dataTable,
  data_visualization: chart,
  alert,
  card: (block, surface) => card(block, surface, placed),
  carousel: (block, surface) => carousel(block, surface, placed),
  container: (block, surface) => container(block, surface, blockNode),
  context_actions: (block, surface) =>
    h(
      'div.context-actions',
      null,
      block.elements.map((element) => placed(block, element, surface)),
    ),
  plan,
  task_card: taskCard,
  video,
  file: (block) => h('p.muted', null, t('block.file', { name: block.external_id ?? '' })),
};

function placed(block, element, surface) {
  return elementNode(createField({ blockId: block.block_id, element, surface }));
}

function section(block, surface) {
  const lookup = surface.lookup();
  const accessory = block.accessory;
  return h(
    'div.section',
    { class: accessory?.type === 'image' ? 'with-image' : '' },
    h(
      'div.section-body',
      null,
      block.text ? h('div.section-text', null, textNode(block.text, lookup)) : null,
      block.fields
        ? h(
            'div.fields',
            null,
            block.fields.map((field) => h('div.field', null, textNode(field, lookup))),
          )
        : null,
    ),
    accessory
      ? h(
          'div.accessory',
          null,
          accessory.type === 'image' ? picture(accessory) : placed(block, accessory, surface),
        )
      : null,
  );
}

function input(block, surface) {
  const labelId = freshId('label');
  const isGroup = ['checkboxes', 'radio_buttons'].includes(block.element.type);
  const controlId = isGroup ? null : freshId('control');
  const hintId = block.hint ? freshId('hint') : null;
  const problem = surface.errors?.[block.block_id];
  const errorId = problem ? freshId('error') : null;
  const field = createField({
    blockId: block.block_id,
    element: block.element,
    surface,
    dispatches: block.dispatch_action === true,
    labelId,
    controlId,
    describedBy: [hintId, errorId].filter(Boolean).join(' ') || null,
    invalid: Boolean(problem),
  });
  return h(
    'div.input-block',
    { class: problem ? 'has-error' : '' },
    h(
      isGroup ? 'div.input-label' : 'label.input-label',
      { id: labelId, for: controlId },
      plain(block.label),
      block.optional ? h('span.optional', null, ` ${t('field.optional')}`) : null,
    ),
    elementNode(field),
    problem ? h('p.field-error', { id: errorId, role: 'alert' }, problem) : null,
    block.hint ? h('p.hint', { id: hintId }, plain(block.hint)) : null,
  );
}

/** One block; a kind this page has never heard of is shown as such and not left out. */
export function blockNode(block, surface) {
  const draw = drawings[block.type];
  let node;
  try {
    node = draw ? draw(block, surface) : unknown(block, t('block.unknown', { type: block.type }));
  } catch (error) {
    node = unknown(block, t('block.broken', { type: block.type, detail: error.message }));
  }
  node.dataset.block = block.type;
  if (block.block_id) node.dataset.blockId = block.block_id;
  return node;
}

const unknown = (_block, text) => h('p.broken-block', { role: 'alert' }, `⚠️ ${text}`);

const drawn = new WeakMap();

/**
 * Draws blocks into `target` and, the next time, touches only those that changed: what is being
 * typed, the open list and the scroll position survive an update, and so does the focus.
 */
export function renderBlocks(target, blocks, surface) {
  const before = drawn.get(target) ?? new Map();
  const after = new Map();
  const focus = rememberFocus(target);
  blocks.forEach((block, index) => {
    const key = block.block_id ?? `#${index}`;
    const face = JSON.stringify([block, surface.errors?.[block.block_id] ?? null, surface.look()]);
    const old = before.get(key);
    after.set(key, old?.face === face ? old : { face, node: blockNode(block, surface) });
  });
  const nodes = [...after.values()].map(({ node }) => node);
  arrange(target, nodes);
  drawn.set(target, after);
  focus?.();
  return target;
}

/** Puts nodes in order without taking out those that already stand right. */
export function arrange(target, nodes) {
  const wanted = new Set(nodes);
  for (const child of [...target.childNodes]) {
    if (!wanted.has(child)) child.remove();
  }
  nodes.forEach((node, index) => {
    if (target.childNodes[index] !== node)
      target.insertBefore(node, target.childNodes[index] ?? null);
  });
}

function rememberFocus(target) {
  const active = document.activeElement;
  if (!(active instanceof HTMLElement) || !target.contains(active)) return null;
  const name = active.dataset.focus;
  if (!name) return null;
  const caret = 'selectionStart' in active ? active.selectionStart : null;
  return () => {
    if (active.isConnected) return;
    const next = target.querySelector(`[data-focus="${CSS.escape(name)}"]`);
    if (!(next instanceof HTMLElement)) return;
    next.focus();
    if (typeof caret !== 'number') return;
    if (next instanceof HTMLTextAreaElement || next instanceof HTMLInputElement) {
      next.setSelectionRange(caret, caret);
    }
  };
}
