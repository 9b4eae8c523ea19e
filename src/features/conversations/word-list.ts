/** Words of an opt-out, an opt-in and a call for help; all without accents, in lower case. */
export const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

/**
 * A text that is only these (and courtesies) is an opt-out. The first line is what the FCC names
 * (47 CFR 64.1200(a)(10)) and what Twilio's own list holds; then English, Portuguese, Spanish.
 */
export const optOutWords = words(`
  stop stopall stopp end quit revoke optout cancel unsubscribe arret arrete arretez parou
  stahp stawp stoop unenroll disenroll withdraw removal remocao exclusao desativa desative
  desativem desabilitar desabilite desliga desligue mute finish bloqueando withdrawal rmv remv rmove revoked lixo some
  unsub unsubscribed remove removed delete erase exit leave halt cease desist terminate discontinue
  enough out off block blocked blocking spam stoptext stoptexting stopit stopnow stopplease
  pleasestop plsstop removeme optmeout unstopme stopmessages stopmsg stopsms stopstop stopthis
  pare parem parar pararem sair sai saia saiam cancelar cancela cancele cancelem cancelem cancelado
  remover remova removam removem descadastrar descadastre descadastrem descadastro descadastramento
  desinscrever desinscreva desinscrevam desinscricao desassinar chega basta excluir exclua exclui
  excluam apagar apague apaga apaguem deletar deleta deletem retirar retire retira retirem tire
  tira tirem bloquear bloqueia bloqueie bloqueado bloqueada bloqueei encerrar encerre encerra fim
  fora suma vaza interromper interrompa suspender suspenda desativar desative pareee parapara engano
  alto baja paren detente salir borrar borrame borrenme borren eliminar eliminame eliminenme
  quitame quitenme quitar sacame saquenme desuscribir desuscribirme desuscribirse desuscribeme
  desuscripcion equivocado
  fu errado errada reported reporting bloqueando denunciado denunciar harassment junk detener parenle parele xo
  vsf vtnc vtmnc tnc stfu gtfo fuckoff foff
  deleting hush report unfollow deactivate trash garbage rubbish 7726 bloquiei bloquei bloqueiei bloquie cancelen cesse cessem rm
`);

/** Of those, the ones that carry a plain request even inside a longer text that begins with them. */
export const imperativeWords = words(`
  stop stopall stopp unsubscribe unsub optout pare parem descadastrar descadastre descadastrem
  desinscrever desinscreva remova removam paren arret desuscribir
`);

/** Opt-out words that mean many other things in a longer text of a traveller. */
export const weakWords = words(`
  stop end quit cancel remove revoke delete leave exit parar pare cancelar cancela cancele cancelem
  remover sair salir excluir apagar bloquear unsubscribe retirar
`);

/** Of those, the ones with which a traveller changes a booking or goes somewhere. */
export const tripWords = words(`
  remove delete leave exit remover excluir apagar bloquear retirar sair salir
`);

/** Courtesy and emphasis: they change nothing about what a text asks. */
export const fillerWords = words(`
  please pls plz plss pff plez pleaze pleas plse thanks thank you u thx ty tks tysm ok okay k hi hello
  hey yo dear sir madam maam guys yall bro dude man team now just immediately asap already again
  forever right away everyone it this that these all everything everytime me us yes yeah yep ya no
  nope nah i said kindly today lol haha fucking fuckin freaking damn dammit goddamn bloody the hell
  por favor favor pf pfv pfvr pfvor porfavor pfavor obrigado obrigada obg obgd brigado brigada vlw
  valeu grato grata oi ola ei opa bom boa dia tarde noite agora ja imediatamente logo gente moco
  moca amigo amiga amor pessoal galera senhor senhora cara mano meu porra caralho merda de novo
  novamente sempre urgente tudo todos todas isso disso aqui sim s nao n eu disse falei e ai entao
  ne ta so mesmo poxa kkk rs vc vcs voce voces ser pelo deus gentileza gentilmente obsequio faz
  adios gracias hola si y ahora ew eww bruh omg ugh pois inmediatamente todo esto eso
  fly2any fly any flytoany bye tchau adeus and to means
`);

export const optInWords = words(`
  start unstop subscribe resubscribe optin join restart resume voltar iniciar comecar inscrever
  inscreva reativar ativar retomar comenzar empezar iniciar suscribir suscribirme reanudar strat
  startt retornar cadastrar reactivate reativa reative signup
`);

/** Real words that a slip of the finger must not turn into an opt-out. */
const notASlip = words(`
  top tops topo step shop slop stow store story stone stole stoke stove stomp stamp stump strop stops
  stock soap spot sto shops topa topei sou soup soop swop
  par pares parte parto parei parado parada paris parir pari pagar passar falar para paro pera pear
  are pre care fare bare dare rare ware mare pure pale page pace pane pave paste parede parece parque
  sir air sari said saiu saio sabe sabia hair fair pair lair stair sart ser sei seria vair cair
  quiet quite quilt quid quint suit unit quiz quito
  canal chanel candle cancer canceled cancels cancelo cancelou cancelei canceler remote removes removi
  removeu deleted deletes deletou deletei
`);

const near: Readonly<Record<string, string>> = {
  s: 'awedxz',
  t: 'rfgy56',
  o: 'iklp09',
  p: 'ol0',
  a: 'qwsz',
  r: 'edft45',
  e: 'wsdr34',
  i: 'ujko89',
  q: 'was12',
  u: 'yhji78',
  m: 'njk',
  c: 'xdfv',
  n: 'bhjm',
  l: 'kop',
};

const slipTargets = ['stop', 'pare', 'parar', 'parem', 'sair', 'quit'];
/** Long enough that any wrong letter still leaves one word that was meant. */
const longTargets = ['remove', 'remover', 'cancel', 'cancela', 'cancelar', 'delete', 'deletar'];

const squeeze = (word: string): string => word.replace(/(.)\1+/g, '$1');
const squeezedOptOut = new Map([...optOutWords].map((word) => [squeeze(word), word]));

/** One slip away: two letters swapped, one doubled or extra, one missing, one from the next key. */
function isOneSlipFrom(word: string, target: string): boolean {
  if (word.length === target.length) {
    const wrong = [...word].flatMap((letter, i) => (letter === target[i] ? [] : [i]));
    const [first, second] = wrong;
    if (first === undefined) return true;
    if (wrong.length === 1) return (near[target[first] ?? ''] ?? '').includes(word[first] ?? ' ');
    return (
      wrong.length === 2 &&
      second === first + 1 &&
      word[first] === target[second] &&
      word[second] === target[first]
    );
  }
  const [longer, shorter] = word.length > target.length ? [word, target] : [target, word];
  if (longer.length !== shorter.length + 1 || shorter.length < 3) return false;
  for (let i = 0; i < longer.length; i++) {
    if (longer.slice(0, i) + longer.slice(i + 1) === shorter) return true;
  }
  return false;
}

/** One letter wrong, missing, extra or changed places with the next; the first one is right. */
function isOneLetterFrom(word: string, target: string): boolean {
  if (word[0] !== target[0] || Math.abs(word.length - target.length) > 1) return false;
  let same = 0;
  while (same < target.length && word[same] === target[same]) same++;
  const rest = (from: string, skip: number) => from.slice(same + skip);
  return (
    rest(word, 1) === rest(target, 1) ||
    rest(word, 1) === rest(target, 0) ||
    rest(word, 0) === rest(target, 1) ||
    (word[same] === target[same + 1] &&
      word[same + 1] === target[same] &&
      rest(word, 2) === rest(target, 2))
  );
}

/** Unsubscribe and descadastrar are misspelt in a hundred ways, and nothing else looks like them. */
const longSlip =
  /^(?:un+s+u?[bp]*s*[ckb]*r[iy]?[bp]*e?r?d?|un?subs?\w*|unsus?cri\w*|de[sz]+cad\w{3,}|des+ca[ds]?a?st?r?\w{1,6}|des+[iy]n?s+cr\w*|dessub\w*|desuscri\w*)$/;

/** The opt-out word that this word is or was meant to be; null when it is none. */
export function asOptOutWord(word: string): string | null {
  if (optOutWords.has(word)) return word;
  if (notASlip.has(word)) return null;
  if (word.length >= 6 && longSlip.test(word)) return 'unsubscribe';
  const squeezed = squeezedOptOut.get(squeeze(word));
  if (squeezed && word.length > 3) return squeezed;
  if (/^(?:stop){2,}$|^(?:pare){2,}$/.test(word)) return 'stop';
  const slipped = slipTargets.find((target) => isOneSlipFrom(squeeze(word), target));
  return slipped ?? longTargets.find((target) => isOneLetterFrom(word, target)) ?? null;
}
