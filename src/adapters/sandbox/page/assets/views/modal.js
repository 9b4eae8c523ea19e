import { api } from '../api.js';
import { renderBlocks } from '../blocks/blocks.js';
import { announce, fill, h } from '../dom.js';
import { on, store } from '../store.js';
import { carry, forget, surfaceOf } from '../surface.js';
import { plain } from '../text/plain.js';
import { t } from '../words.js';
import { openDialog } from './dialog.js';

/**
 * The person's stack of modals. Only the top one can be seen; it is drawn anew where the app
 * changed it, and keeps what was entered.
 */
export function mountModals() {
  const window_ = { dialog: null, parts: null, viewId: null, ids: [], shown: '' };
  on('workspace', () => sync(window_));
}

function sync(state) {
  const views = store.workspace?.views ?? [];
  const top = views.at(-1);
  if (!top) {
    state.dialog?.close();
    Object.assign(state, { dialog: null, parts: null, viewId: null, ids: [], shown: '' });
    return;
  }
  if (!state.dialog) {
    state.parts = frame(state);
    state.dialog = openDialog({
      label: plain(top.view.title),
      kind: 'modal',
      content: state.parts.root,
      onescape: () => leave(state, false),
    });
  }
  const ids = inputsOf(top.view);
  const fresh = state.viewId !== top.id || isOtherForm(ids, state.ids);
  Object.assign(state, { viewId: top.id, ids });
  draw(state, top, views.length);
  if (fresh) focusFirst(state, top);
}

function frame(state) {
  const body = h('div.modal-body');
  const title = h('h2.modal-title');
  const back = h(
    'button.icon-button.modal-back',
    { type: 'button', 'aria-label': t('modal.back'), onclick: () => leave(state, false) },
    '‹',
  );
  const head = h(
    'header.modal-head',
    null,
    back,
    h('img.modal-icon', { src: '/page/icon.svg', alt: '' }),
    title,
    h(
      'button.icon-button',
      { type: 'button', 'aria-label': t('dialog.close'), onclick: () => leave(state, true) },
      '✕',
    ),
  );
  const foot = h('footer.modal-foot');
  const form = h(
    'form.modal-form',
    {
      novalidate: true,
      onsubmit: (event) => {
        event.preventDefault();
        submit(state);
      },
    },
    head,
    body,
    foot,
  );
  return { root: form, body, title, back, foot };
}

const inputsOf = (view) =>
  view.blocks.filter(({ type }) => type === 'input').map((block) => block.block_id);

/** Whether an update put another step of a wizard in place of the one before. */
const isOtherForm = (ids, before) =>
  ids.length + before.length > 0 && !ids.some((id) => before.includes(id));

const topView = () => store.workspace?.views.at(-1);

function draw(state, top, depth) {
  const { parts } = state;
  const { errors } = top;
  const title = plain(top.view.title);
  parts.title.textContent = title;
  parts.back.hidden = depth < 2;
  state.dialog.element.setAttribute('aria-label', title);
  state.surface = surfaceOf({
    key: `view ${top.id}`,
    where: { view: top.id },
    blocks: top.view.blocks,
    known: top.values,
    errors,
    submit: () => submit(state),
  });
  renderBlocks(parts.body, top.view.blocks, state.surface);
  const face = JSON.stringify([top.view.submit, top.view.close, top.id]);
  if (face !== state.shown) {
    state.shown = face;
    fill(parts.foot, buttons(state, top.view));
    parts.body.scrollTop = 0;
  }
}

function buttons(state, view) {
  const close = h(
    'button.button',
    { type: 'button', onclick: () => leave(state, false) },
    view.close ? plain(view.close) : t(view.submit ? 'modal.cancel' : 'dialog.close'),
  );
  const send = view.submit
    ? h('button.button.primary', { type: 'submit' }, plain(view.submit))
    : null;
  return [close, send];
}

function focusFirst(state, top) {
  const named = top.view.blocks
    .flatMap((block) => [block.element, ...(block.elements ?? [])])
    .find((element) => element?.focus_on_load);
  const controls = state.parts.body.querySelectorAll('input, textarea');
  const wanted =
    [...controls].find((control) => named && control.dataset.action === named.action_id) ??
    [...controls].find((control) => control.type !== 'file' && control.type !== 'radio') ??
    state.dialog.element.querySelector('.modal-foot .primary') ??
    state.dialog.element.querySelector('.modal-foot button');
  wanted?.focus();
  state.parts.body.scrollTop = 0;
}

async function submit(state) {
  const top = topView();
  const send = state.parts.foot.querySelector('.primary');
  if (!top || !send || send.getAttribute('aria-busy') === 'true') return;
  const values = state.surface.values();
  send.setAttribute('aria-busy', 'true');
  const result = await carry(() => api.submit(store.as, top.id, values));
  send.removeAttribute('aria-busy');
  if (topView()?.id !== top.id) return;
  if (result?.errors && Object.keys(result.errors).length > 0) showFirstError(state);
}

function showFirstError(state) {
  const block = state.parts.body.querySelector('.has-error');
  if (!block) return;
  const smooth = matchMedia('(prefers-reduced-motion: reduce)').matches ? 'auto' : 'smooth';
  block.scrollIntoView({ block: 'center', behavior: smooth });
  block.querySelector('input, textarea, button')?.focus({ preventScroll: true });
  announce(block.querySelector('.field-error')?.textContent ?? '');
}

/** Cancel takes the top view away; the ✕ takes all of them. */
async function leave(state, all) {
  const top = topView();
  if (!top) return;
  const gone = all ? store.workspace.views : [top];
  for (const { id } of gone) forget(`view ${id}`);
  store.workspace.views = store.workspace.views.filter((view) => !gone.includes(view));
  sync(state);
  await carry(() => api.close(store.as, top.id, all));
}
