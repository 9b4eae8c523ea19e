import { phrases } from './phrase.ts';

/** Explicit wishes to receive messages (again); they become evidence, so nothing vague is here. */
export const optInPhrases = phrases(
  {
    msg: 'texts?|text messages|messages?|offers?|deals?|promos?|promotions?|updates|alerts|sms',
    mensagem: 'mensage\\S+|msgs?|ofertas?|promocoes|promocao|sms|novidades',
  },
  [
    '(?:please |yes |i want to |id like to |can you |ok )*(?:re ?subscribe|subscribe)(?: me)?(?: (?:please|again|back|to (?:your |the )?(?:list|{msg})|to this))*$',
    '(?:sign up|(?:i )?want back in|me (?:coloca|coloque|bota|poe) (?:no grupo|na lista)|re start|join(?: (?:the|your))? list|start (?:my |the )?subscription|reactivate(?: (?:my|me).*)?|(?:please )?add me (?:again|back)(?: .*)?|(?:add|put) (?:my|this) number (?:to|on|back on|in)(?: .*)?|(?:please )?(?:start|resume) (?:receiving|getting)(?: .*)?|want to (?:start|resume) (?:receiving|getting)(?: .*)?)$',
    '(?:reativ\\S+(?: (?:meu|minha|o|a) \\S+)?|(?:cadastra|cadastre|inscreva|inscreve|adiciona|adicione) (?:o )?meu (?:numero|contato|nome|telefone)(?: (?:de novo|novamente|na lista|por favor))*|quero voltar|(?:pode|podem)(?: (?:me|mandar|enviar|receber))+ (?:de novo|novamente)(?: (?:as|os) (?:promocoes|ofertas|mensagens))?|(?:pode|podem) voltar a (?:me )?(?:mandar|enviar)(?: (?:as|os) (?:promocoes|ofertas|mensagens))?|(?:quero|gostaria de) receber (?:as |os )?(?:{mensagem})(?: (?:de|da) (?:voces|vcs|fly2any))?)$',
    'sign me (?:up|back up)(?: (?:please|again|for (?:your |the |more )?(?:{msg}|list)))*$|opt (?:me )?(?:back )?in|opt me back in',
    '(?:put|add|get) me (?:back )?(?:on|to|in) (?:to )?(?:your|the|this) (?:\\S+ )?list(?: .*)?|(?:add|put) me back(?: .*)?|(?:i )?(?:want|would like|like|wanna) (?:to )?(?:receive|get|join)(?: (?:your|the|these|those|more|all|text))* (?:{msg}|list|your list)(?: (?:again|back|please|from you))*$',
    '(?:you can |please |ok |yes )*(?:start|resume|restart) (?:(?:the|my|your) )?(?:texting|messaging|sending|messages|texts)(?: .*)?|(?:text|message) me again(?: .*)?|start (?:me )?(?:again|back|back up|up again)$|un ?stop(?: .*)?',
    '(?:quero|queria|gostaria de|desejo|voltar a|volte a|voltem a|quero voltar a|gostaria de voltar a|quero tambem)(?: me)? (?:voltar a (?:me )?)?(?:receber|mandar|enviar|mandarem)(?: (?:as|os|suas|seus|de|novo|as suas|essas|todas|mais))* (?:{mensagem})(?: (?:de novo|novamente|por favor|sim|de voces|sempre))*$',
    '(?:quero|gostaria de|pode|podem|posso)? ?(?:voltar a receber|receber de novo|receber novamente|voltar a (?:me )?mandar|voltem a (?:me )?mandar|volte a (?:me )?mandar|volta a (?:me )?mandar|pode voltar a (?:me )?(?:enviar|mandar)|voltar a me enviar|voltar pra lista|voltar para a lista|entrar na lista|entrar no grupo|fazer parte da lista)(?: .*)?',
    '(?:me )?(?:inscreva|inscreve|inscrever|cadastra|cadastre|cadastrar|adiciona|adicione|adicionar|coloca|coloque|colocar|inclua|inclui|inclui|bota|poe)(?: me)?(?: (?:de volta|novamente|de novo))*(?: (?:na|no|nessa|nesta|a|em) (?:sua |suas |de )?(?:lista\\S*|grupo|promocoes|mailing))(?: .*)?|quero (?:me )?(?:inscrever|cadastrar|reinscrever)(?: (?:sim|de novo|novamente|na lista|por favor|nas promocoes|nas ofertas))*$|me (?:inscreve|inscreva|cadastra|cadastre|adiciona|adicione|coloca|coloque|inclui|inclua|bota) (?:de novo|novamente|de volta)(?: .*)?|quero me (?:cadastrar|inscrever) (?:pra|para) receber(?: .*)?|me (?:inscreve|inscreva|cadastra|cadastre)(?: (?:de novo|novamente|por favor|sim|ai))*$',
    '(?:quiero|deseo|me gustaria) (?:volver a )?recibir(?: (?:sus|los|las|mas|tus|de nuevo))* (?:mensajes|ofertas|promociones|sms|textos)(?: (?:de nuevo|otra vez|por favor))*$|(?:quiero )?suscrib(?:irme|anme|eme|ir)(?: .*)?|volver a recibir(?: .*)?|(?:agreguen|agregame|agregueme|ponganme|anadanme)(?:me)?(?: .*)? (?:lista|grupo)$',
  ],
);

/** The whole text is a call for help, and names nothing to help with. */
export const helpPhrases = phrases({}, [
  '^(?:i |we )?(?:need|want)(?: some| your)? help$|^(?:can|could|would|will) (?:you|u|someone|somebody|anyone) (?:please )?help(?: me| us)?$|^(?:please )?help (?:me|us|please|line|desk)$|^(?:please )?assist(?: me| us)?$|^(?:i )?(?:would like|could use)(?: some| your)? help$|^(?:can|could) (?:you|u) help$|^help me out$|^can help(?: me| us)?$|^more help$|^help menu$|^help help$|^(?:i |we )?(?:need|want)(?: some)? (?:assistance|support)$|^(?:how (?:do|can) (?:i|we) )?get help$',
  '^(?:eu )?(?:preciso|precisamos|quero|queria|gostaria de|necessito)(?: de)?(?: uma| sua)? ajuda(?: urgente| aqui)?(?: com (?:isso|uma coisa|isto))?$|^(?:voces? |vcs? )?(?:pode|podem|poderia|poderiam|consegue)(?: me| nos)? ajudar(?: me)?$|^(?:alguem )?(?:me |nos )?ajud[ae]m?$|^(?:alguem )?(?:pode )?me ajuda(?:r)?$|^ajud[ae](?: eu|r| me)$',
  '^(?:necesito|quiero)(?: su)? ayuda$|^(?:puede|pueden|me puede|me pueden|puedes)(?: me)? ayudar(?:me)?$|^ayud(?:ame|eme|enme)$',
]);
