import { api } from './api.js';
import { announce } from './dom.js';
import { prune, stateValues } from './elements/form-state.js';
import { lookup, me, refreshMessages, refreshState, refreshThread, store } from './store.js';
import { dayOf } from './text/time.js';
import { confirmDialog } from './views/confirm.js';
import { notice } from './views/notice.js';

/** Surfaces by person and key, kept for as long as the window lives: so is what was entered. */
const surfaces = new Map();

/** Forgets a surface and what was entered there: a modal that was closed. */
export const forget = (key) => surfaces.delete(`${store.as}:${key}`);

/**
 * A place where blocks stand (a message, a modal, the Home tab), as elements see it: what was
 * entered, and how an act reaches the app. Asked for again it is the same object with the new
 * blocks, so that elements drawn earlier speak for the view as it is now.
 * @param {object} place
 * @param {string} place.key unique among surfaces of this person
 * @param {object} place.where the `in` of an act
 * @param {any[]} place.blocks
 * @param {Record<string, Record<string, any>>} [place.known] values the workspace remembers
 * @param {Record<string, string>} [place.errors] by block id
 * @param {() => void} [place.submit] what Enter in a text field does
 */
export function surfaceOf({ key, where, blocks, known, errors, submit }) {
  const name = `${store.as}:${key}`;
  const surface = surfaces.get(name) ?? createSurface(where);
  surfaces.set(name, surface);
  Object.assign(surface, { blocks, known, errors, submit });
  prune(blocks, surface.entered);
  return surface;
}

function createSurface(where) {
  const entered = new Map();
  const surface = {
    entered,
    blocks: [],
    known: undefined,
    errors: undefined,
    submit: undefined,
    lookup,
    confirm: confirmDialog,
    values: () => stateValues(surface.blocks, entered, surface.known),
    /** What, besides the block itself, decides how it looks: language, zone, what day it is. */
    look() {
      const { reader } = lookup();
      return `${reader.locale} ${reader.tz} ${dayOf(reader.now, reader)}`;
    },
    people: () =>
      store.workspace.people.map(({ id, name: text, title }) => ({ id, text, note: title })),
    channels: () =>
      store.workspace.channels
        .filter((channel) => channel.kind === 'channel')
        .map(({ id, name: text }) => ({ id, text: `#${text}` })),
    upload: (file) => api.upload(store.as, file),
    suggest: (blockId, element, value) =>
      api.options({ as: store.as, in: where, blockId, actionId: element.action_id, value }),
    /** Tells the app. @returns {Promise<any>} the result, or null when that went wrong */
    act: (blockId, element, payload) =>
      carry(() =>
        api.act({
          as: me().id,
          in: where,
          blockId,
          actionId: element.action_id,
          payload,
          state: surface.values(),
        }),
      ),
  };
  return surface;
}

/**
 * Does something that reaches the app, then looks at what it changed.
 * @param {() => Promise<any>} send
 * @returns {Promise<any>} the result, or null when it failed
 */
export async function carry(send) {
  try {
    const result = await send();
    if (result?.fault) announce(result.fault.detail);
    await Promise.all([refreshState(), refreshMessages(), refreshThread()]);
    return result?.ok === false && !result.errors ? null : result;
  } catch (error) {
    notice(error.message, 'bad');
    return null;
  }
}
