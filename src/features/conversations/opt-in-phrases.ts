import { phrases } from './phrase.ts';

/** Explicit wishes to receive messages (again); they become evidence, so nothing vague is here. */
export const optInPhrases = phrases(
  {
    msg: 'texts?|text messages|messages?|offers?|deals?|promos?|promotions?|updates|alerts|sms',
    mensagem: 'mensage\\S+|msgs?|ofertas?|promocoes|promocao|promos?|sms|novidades',
    again: 'again|back|back on|de novo|novamente|de volta|outra vez|otra vez|de nuevo',
    plural:
      'texts|messages|msgs|offers|deals|promos|promotions|updates|alerts|specials|mensagens|msgs|promocoes|ofertas|novidades|mensajes|promociones',
    those: 'the|my|your|ur|these|those|as|os|suas|essas|o|meu|minha|mi',
  },
  [
    '(?:please |yes |i want to |id like to |can you |ok )*(?:re ?subscribe|subscribe)(?: me)?(?: (?:please|again|back|to (?:your |the )?(?:list|{msg})|to this))*$',
    '(?:sign up|(?:i )?want back in|me (?:coloca|coloque|bota|poe) (?:no grupo|na lista)|re start|join(?: (?:the|your))? list|start (?:my |the )?subscription|reactivate(?: (?:my|me).*)?|(?:please )?add me (?:again|back)(?: .*)?|(?:add|put) (?:my|this) number (?:to|on|back on|in)(?: .*)?|(?:please )?(?:start|resume) (?:receiving|getting)(?: .*)?|want to (?:start|resume) (?:receiving|getting)(?: .*)?)$',
    '(?:reativ\\S+(?: (?:meu|minha|o|a) \\S+)?|(?:cadastra|cadastre|inscreva|inscreve|adiciona|adicione) (?:o )?meu (?:numero|contato|nome|telefone)(?: (?:de novo|novamente|na lista|por favor))*|quero voltar|(?:pode|podem)(?: (?:me|mandar|enviar|receber))+ (?:de novo|novamente)(?: (?:as|os) (?:promocoes|ofertas|mensagens))?|(?:pode|podem) voltar a (?:me )?(?:mandar|enviar)(?: (?:as|os) (?:promocoes|ofertas|mensagens))?|(?:quero|gostaria de) receber (?:as |os )?(?:{mensagem})(?: (?:de|da) (?:voces|vcs|fly2any))?)$',
    '(?:turn|switch|bring|get)(?: {those})* (?:{msg})(?: {again}| on)+(?: .*)?|(?:want|like|love|need|wanna)(?: to)?(?: be| get| go| come)? back (?:on|in|to|into)(?: {those})* (?:{msg}|list)(?: .*)?',
    '(?:bota|bote|botem|poe|ponha|ponham|coloca|coloque|coloquem|inclui|inclua|adiciona|adicione|cadastra|cadastre|add|put|register)(?: {those})* (?:numero|number|contato|nome|name|telefone|phone)(?: \\S+){0,4} (?:{again})(?: .*)?|(?:re ?subscribe|sign up)(?: {those}| this)* (?:number|phone)(?: .*)?',
    '^(?:sim |ok |yes |por favor )*(?:pode|podem|podes|voltem|volta|volte)(?: (?:a|me|sim|voltar))* (?:mandar|enviar|receber)(?: (?:me|{those}))* (?:msgs?|mensagens?|promocoes|ofertas)(?: (?:de|da) (?:voces|vcs))? (?:{again})(?: .*)?',
    '(?:love|like|want|wanna)(?: to)?(?: get| receive| have| start getting)?(?: {those})* (?:{msg})(?: from you)? (?:{again})(?: .*)?|(?:quiero|deseo|quisiera) (?:volver|regresar|entrar|estar)(?: de nuevo)? (?:a|en)(?: {those}| la)* (?:lista|mensajes|grupo)(?: .*)?|(?:quero|queria|gostaria de) assinar(?: {those})* (?:{mensagem}|lista|newsletter)(?: .*)?',
    '^(?:please |pls |you can |ok |yes )*(?:send|text|give|bring)(?: me| back)*(?: {those})* (?:{plural}) (?:{again})(?: .*)?|(?:please )?bring back(?: {those})* (?:{plural})(?: .*)?|(?:join|follow)(?: {those})* (?:texts|{plural})(?: .*)?|sign up (?:again|back)(?: .*)?',
    '(?:me|nos) (?:coloc\\w+|coloqu\\w+|adicion\\w+|inclu\\w+|bot\\w+|ponh\\w+|poe|cadastr\\w+|inscrev\\w+)(?: {those})* (?:{again})(?: .*)?|(?:quero|queria|gostaria de)(?: voltar a)? ser (?:adicionad\\w|incluid\\w|inscrit\\w|cadastrad\\w)(?: .*)?|(?:me )?recadastr\\w+(?: .*)?',
    '^(?:sim |yes |eu |i )*(?:aceito|autorizo|concordo em|acepto|agree to|consent to|autorizo a)(?: \\S+){0,4} (?:receber|receive|get|recibir|mandar\\w*|enviar\\w*)(?: \\S+){0,4}$',
    'sign me (?:up|back up)(?: (?:please|thanks|again|for (?:your |the |more )?(?:{msg}|list)))*$|opt (?:me )?(?:back )?in|opt me back in',
    '(?:put|add|get) me (?:back )?(?:on|to|in) (?:to )?(?:your|the|this) (?:\\S+ )?list(?: .*)?|(?:add|put) me back(?: .*)?|(?:i )?(?:want|would like|like|wanna) (?:to )?(?:receive|get|join)(?: (?:your|the|these|those|more|all|text))* (?:{msg}|list|your list)(?: (?:again|back|please|from you))*$',
    '(?:you can |please |ok |yes )*(?:start|resume|restart) (?:(?:the|my|your) )?(?:texting|messaging|sending|messages|texts)(?: .*)?|(?:text|message) me again(?: .*)?|start (?:me )?(?:again|back|back up|up again)$|un ?stop(?: .*)?',
    '(?:quero(?: sim)?|queria|gostaria de|desejo|voltar a|volte a|voltem a|quero voltar a|gostaria de voltar a|quero tambem)(?: me)? (?:voltar a (?:me )?)?(?:receber|mandar|enviar|mandarem)(?: (?:as|os|suas|seus|de|novo|as suas|essas|todas|mais))* (?:{mensagem})(?: (?:de novo|novamente|por favor|sim|de voces|sempre))*$',
    '(?:quero|gostaria de|pode|podem|posso)? ?(?:voltar a receber|receber de novo|receber novamente|voltar a (?:me )?mandar|voltem a (?:me )?mandar|volte a (?:me )?mandar|volta a (?:me )?mandar|pode voltar a (?:me )?(?:enviar|mandar)|voltar a me enviar|voltar pra lista|voltar para a lista|entrar na lista|entrar no grupo|fazer parte da lista)(?: .*)?',
    '(?:me )?(?:inscreva|inscreve|inscrever|cadastra|cadastre|cadastrar|adiciona|adicione|adicionar|coloca|coloque|colocar|inclua|inclui|inclui|bota|poe)(?: me)?(?: (?:de volta|novamente|de novo))*(?: (?:na|no|nessa|nesta|a|em) (?:sua |suas |de )?(?:lista\\S*|grupo|promocoes|mailing))(?: .*)?|quero (?:me )?(?:inscrever|cadastrar|reinscrever)(?: (?:sim|de novo|novamente|na lista|por favor|nas promocoes|nas ofertas))*$|me (?:inscreve|inscreva|cadastra|cadastre|adiciona|adicione|coloca|coloque|inclui|inclua|bota) (?:de novo|novamente|de volta)(?: .*)?|quero me (?:cadastrar|inscrever) (?:pra|para) receber(?: .*)?|me (?:inscreve|inscreva|cadastra|cadastre)(?: (?:de novo|novamente|por favor|sim|ai))*$',
    '(?:quiero|deseo|me gustaria) (?:volver a )?recibir(?: (?:sus|los|las|mas|tus|de nuevo))* (?:mensajes|ofertas|promociones|sms|textos)(?: (?:de nuevo|otra vez|por favor))*$|(?:quiero )?suscrib(?:irme|anme|eme|ir)(?: .*)?|volver a recibir(?: .*)?|(?:agreguen|agregame|agregueme|ponganme|anadanme)(?:me)?(?: .*)? (?:lista|grupo)$',
  ],
);
