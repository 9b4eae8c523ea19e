import { holding, slot } from './form-state.js';

/**
 * One element where it stands: what it holds, how it changes, when the app hears about it.
 *
 * @typedef {object} Field
 * @property {any} element
 * @property {string} blockId
 * @property {any} surface see surface.js
 * @property {boolean} dispatches whether a change is told to the app at once
 * @property {string | null} labelId id of what names the field
 * @property {string | null} controlId id for the control itself, so that a click on its label finds it
 * @property {string | null} describedBy ids of hint and error
 * @property {boolean} invalid
 */

/** @param {Partial<Field> & { element: any, blockId: string, surface: any }} parts @returns {Field} */
export function createField(parts) {
  return {
    dispatches: true,
    labelId: null,
    controlId: null,
    describedBy: null,
    invalid: false,
    ...parts,
  };
}

const keyOf = (field) => slot(field.blockId, field.element.action_id);

/** What the field holds now. */
export function held(field) {
  return holding(field.blockId, field.element, field.surface.entered, field.surface.known);
}

/** Remembers without telling the app: typing, mostly. */
export function keep(field, part) {
  field.surface.entered.set(keyOf(field), { ...held(field), ...part });
}

/**
 * Remembers, and tells the app when this field dispatches.
 * @returns {Promise<boolean>} false when the person thought better of it in the confirm dialog
 */
export async function change(field, part) {
  const before = field.surface.entered.get(keyOf(field));
  if (field.dispatches && field.element.confirm) {
    if (!(await field.surface.confirm(field.element.confirm))) return false;
  }
  keep(field, part);
  if (!field.dispatches) return true;
  const { type: _type, ...payload } = held(field);
  const result = await field.surface.act(field.blockId, field.element, payload);
  if (!result && before) field.surface.entered.set(keyOf(field), before);
  return true;
}

/** Attributes that tie a control to its label, hint and error, and let focus survive an update. */
export function wiring(field, suffix = '') {
  return {
    id: suffix ? null : field.controlId,
    'aria-labelledby': field.labelId,
    'aria-label': field.labelId ? null : nameOf(field.element),
    'aria-describedby': field.describedBy,
    'aria-invalid': field.invalid ? 'true' : null,
    data: {
      focus: `${field.blockId}/${field.element.action_id}${suffix}`,
      action: field.element.action_id,
    },
  };
}

function nameOf(element) {
  return element.accessibility_label ?? element.placeholder?.text ?? element.action_id ?? null;
}
