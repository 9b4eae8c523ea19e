import { fill, h } from '../dom.js';
import { t } from '../words.js';
import { held, keep, wiring } from './field.js';

const limit = 10 * 1024 * 1024;

export function sizeOf(bytes) {
  if (bytes < 1024) return `${bytes} B`;
  if (bytes < 1024 * 1024) return `${(bytes / 1024).toFixed(bytes < 10_240 ? 1 : 0)} KB`;
  return `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}

/** Slack's own checks, made before a byte is sent. */
function refusal(element, file, alreadyThere) {
  const types = element.filetypes ?? [];
  const ending = file.name.toLowerCase().split('.').pop() ?? '';
  if (types.length > 0 && !types.includes(ending)) {
    return t('file.type', { name: file.name, types: types.join(', ') });
  }
  if (file.size > limit) return t('file.size', { name: file.name });
  if (alreadyThere >= (element.max_files ?? 10)) return t('file.many');
  return null;
}

/** Choose or drop files; each is uploaded at once and held as Slack's file object. */
export function fileInput(field) {
  const { element, surface } = field;
  const list = h('ul.file-list');
  const status = h('p.file-status', { role: 'status' });
  const input = h('input.visually-hidden', {
    type: 'file',
    ...wiring(field),
    accept: element.filetypes?.map((type) => `.${type}`).join(',') ?? null,
  });
  input.multiple = (element.max_files ?? 10) > 1;

  const show = () =>
    fill(
      list,
      held(field).files.map((file) => entry(file, remove)),
    );
  const remove = (file) => {
    keep(field, { files: held(field).files.filter((other) => other.id !== file.id) });
    show();
  };
  const add = async (files) => {
    for (const file of files) {
      const problem = refusal(element, file, held(field).files.length);
      status.textContent = problem ?? t('file.sending', { name: file.name });
      status.classList.toggle('bad', problem !== null);
      if (problem) continue;
      try {
        const uploaded = await surface.upload(file);
        keep(field, { files: [...held(field).files, uploaded] });
        status.textContent = '';
        show();
      } catch (error) {
        status.textContent = error.message;
        status.classList.add('bad');
      }
    }
    input.value = '';
  };
  input.addEventListener('change', () => add([...input.files]));

  const zone = h(
    'label.drop-zone',
    {
      ondragover: (event) => event.preventDefault(),
      ondrop: (event) => {
        event.preventDefault();
        add([...event.dataTransfer.files]);
      },
    },
    input,
    h('span.drop-title', null, t('file.choose')),
    h('span.drop-note', null, t('file.note', { types: kindsOf(element) })),
  );
  show();
  return h('div.file-field', null, zone, status, list);
}

const kindsOf = (element) =>
  element.filetypes?.length > 0
    ? element.filetypes.map((type) => type.toUpperCase()).join(', ')
    : t('file.any');

function entry(file, remove) {
  return h(
    'li.file-entry',
    null,
    h('span.file-kind', { 'aria-hidden': 'true' }, file.name.split('.').pop()?.slice(0, 4) ?? ''),
    h('span.file-name', null, file.name),
    h('span.file-size', null, sizeOf(file.size)),
    h(
      'button.icon-button',
      {
        type: 'button',
        'aria-label': t('file.remove', { name: file.name }),
        onclick: () => remove(file),
      },
      '✕',
    ),
  );
}
