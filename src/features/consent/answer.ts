const yes = new Set(
  'sim s yes y 1 true verdadeiro ok x aceito aceita autorizo autorizado concordo opt-in optin subscribed'.split(
    ' ',
  ),
);
const no = new Set(
  'nao n no 0 false falso recuso recusado recusou opt-out optout unsubscribed descadastrado'.split(
    ' ',
  ),
);

/** "Sim" or "não" in either language; null for a blank and for anything that is not plainly one of them. */
export function readAnswer(text: string): 'yes' | 'no' | null {
  if (text === '') return null;
  if (yes.has(text)) return 'yes';
  const plain = text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[.!\s]/g, '');
  if (yes.has(plain)) return 'yes';
  return no.has(plain) ? 'no' : null;
}
