import { fill, h } from '../dom.js';
import { on, store } from '../store.js';
import { t } from '../words.js';

const nameOf = (fault) => `${fault.at} ${fault.kind} ${fault.detail}`;

/**
 * What the app did against Slack's rules, where nobody can miss it: a late acknowledgement, a
 * refused block, an expired trigger. Each stays until it is put away.
 */
export function mountFaults(target) {
  const putAway = new Set(JSON.parse(sessionStorage.getItem('faults') ?? '[]'));
  let all = false;
  const draw = () => {
    const faults = (store.workspace?.faults ?? []).filter((fault) => !putAway.has(nameOf(fault)));
    target.hidden = faults.length === 0;
    if (faults.length === 0) {
      fill(target);
      return;
    }
    const newestFirst = [...faults].reverse();
    const shown = all ? newestFirst : newestFirst.slice(0, 1);
    fill(
      target,
      h(
        'strong.faults-title',
        null,
        '⚠️ ',
        t(faults.length === 1 ? 'faults.one' : 'faults.many', { n: faults.length }),
      ),
      h('ul', null, shown.map(row)),
      h(
        'span.faults-tools',
        null,
        faults.length > 1
          ? button(t(all ? 'faults.less' : 'faults.all'), () => {
              all = !all;
              draw();
            })
          : null,
        button(t('faults.dismiss'), () => {
          for (const fault of faults) putAway.add(nameOf(fault));
          sessionStorage.setItem('faults', JSON.stringify([...putAway]));
          all = false;
          draw();
        }),
      ),
    );
  };
  on('workspace', draw);
}

const button = (label, onclick) => h('button.faults-button', { type: 'button', onclick }, label);

function row(fault) {
  const known = t(`fault.${fault.kind}`);
  return h(
    'li',
    { title: fault.at },
    h('strong', null, known.startsWith('fault.') ? fault.kind : known),
    h('span', null, fault.detail),
  );
}
