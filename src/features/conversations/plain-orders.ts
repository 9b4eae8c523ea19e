import { phrases } from './phrase.ts';

const groups = {
  mine: 'me|us|my|this|our|eu|nois|meu|minha|esse|este|nosso|mi|mis',
  number:
    'number|line|phone|name|contact|info|data|text|texts|texting|message|messages|list|spam|company phone|numero|contato|telefone|celular|zap|mensagem|mensagens|msgs?|lista|propaganda',
  order:
    'delete|remove|erase|unsubscribe|unsub|apag(?:a|ue|uem)|tir(?:a|e|em)|exclu(?:a|i|am)|remov(?:a|am)|delet(?:a|e|em)|borr(?:a|en)|quit(?:a|en)',
  no: 'no|not|dont|nao|n|ni|nem',
  contact:
    '(?:promo |marketing )?(?:texts?|messages?|msgs?|sms)|mensage[mn]s?|mensajes?|spam|ads?|promos?|promotions?|calls?|marketing|ofertas',
  list: '(?:\\S+ )?(?:list|lista|group|grupo|database|system|records?|contacts?|texts|messages|mailing)',
  pester:
    'amol\\w+|torr\\w+|insist\\w+|aporrinh\\w+|atazan\\w+|import\\wn\\w+|perturb\\w+|incomod\\w+|chatei?\\w+|bother|disturb|pester|molest\\w+|fastidi\\w+',
  trash: 'garbage|trash|crap|junk|nonsense|bullshit|bs|harassment|porcaria|lixo|merda|basura',
};

/** The order ends a text that was dictated or typed without marks: "who gave u my number delete it". */
const endings = [
  '(?:{number})(?: .*)? (?:{order})(?: (?:it|this|me|please|pls|now|isso|ai|ja|logo|por favor|pf|tudo))*$',
  '(?:take|pull|cross|scratch|wipe|drag) (?:off|out) (?:{mine}) (?:{number})(?: .*)?|(?:take|pull|cross|scratch|wipe|rm|rmv|forget|unlist) (?:{mine})(?: {number})?(?: (?:from|off|out of)(?: (?:your|ur|the|this|that))? {list})(?: .*)?',
  '(?<!(?:dont|not|never|didnt) )(?:forget|rm|unlist|unfollow) me$|(?:delete|erase|wipe|remove)(?: (?:all|any|every|of|the|my))* (?:data|info|information|records)(?: (?:you|u|about|on|of|from).*)?$',
  '(?:{order}) (?:eu|nois|a gente)(?: (?:dai|daqui|disso|dessa|desse|da|do|ai).*)?$|^sair daqui$|(?:take|get) (?:her|him|them|me|us|{mine} \\S+) (?:off|out)(?: (?:of it|of this|please|now|asap|already))*$|(?:take|get) {mine} (?:{number}|cell|line) (?:off|out)(?: of)?(?: (?:this|that|it|here))?$|cancel all(?: of)? (?:this|it|these|them)(?: .*)?|(?:make|let) (?:it|this|these|them) (?:end|stop|go away)(?: .*)?|(?:want|like|need) out$|close (?:my|the|this) account(?: .*)?|^(?:please )?(?:let |get |take )?(?:me |us )?out of(?: (?:this|your|the|that|ur))* {list}(?: .*)?|como (?:que )?(?:para|acaba|desliga) (?:com )?isso$|(?:deu|chegou|acabou) (?:ja|ne)$|(?:asked|told)(?: \\S+){0,4} to (?:desist|cease|stop|quit)(?: .*)?|^(?:im |i am |am )?(?:blocking|reporting) (?:ts|this|ya|yall|it|that)(?: .*)?$|(?:should|must|may|can) not be (?:contacted|texted|called|messaged)(?: .*)?',
];

/** English by those who are still learning it: "please no send more", "i want go out of this list". */
const newcomers = [
  '^(?:i |please |pls |you |hi |sorry )*(?:no|not) (?:want|like|need|wish|send|write|text|message|call)(?: (?:more|any|this|these|the|me|for|to|receive|get|please|your|of|my|phone|again|nothing|{contact}))*$',
  'want(?: to)?(?: go| get| be)? (?:out|off|exit|outside)(?: (?:of|from))?(?: (?:this|the|your|that|these))* {list}(?: .*)?|(?:cancel|stop)(?: to| the)? (?:receive|receiving|recieve|get)(?: .*)?',
];

/** No messages, in the words of whichever language comes first. */
const none = [
  '(?:thx|thanks|you|please|pls|ok|good|obrigad\\w) no more(?: (?:please|pls|thanks|thx))*$|^(?:please )?(?:no|sem|sin) {contact} (?:or|and|nor|ou|nem|e|ni|y) {contact}(?: .*)?$',
  '^(?:please |pls |thanks |ok )*(?:no|no more|not any more|chega de|basta de|sem|sin|nada de|dispenso|zero)(?: (?:more|mais|mas|these|of|your|any|essas?|esses?|estas?|as|os|suas?|de))* {contact}(?: (?:please|pls|thanks|por favor|pf|obrigad\\w|gracias|for me|here|aqui))*$',
];

/** Do not wear me out; none of that here. */
const pestered = [
  '(?:{no}) (?:me |nos |vcs |voces )?(?:{pester})(?: (?:me|us|mais|por favor|please|anymore|pf|nao|ta|viu|no|mas|again))*$|para\\w* de (?:{pester})(?: .*)?',
  '(?:me|nos) larg(?:a|ue|uem|em)(?: .*)?|dej[ae]n?(?:me|nos) (?:tranquil\\w|quiet\\w|sol[oa]|en paz)(?: .*)?|(?:stop|quit|dont|do not|nao)(?: me)? (?:wast\\w+|perc\\w+|gast\\w+) (?:my|our|meu|o meu) (?:time|money|data|tempo)(?: .*)?',
  '(?:not|wont|cant|dont) (?:tolerate|put up with|stand|accept|take)(?: \\S+){0,4} (?:{trash}|{contact})(?: .*)?|(?:no more|enough|sick|tired|stop)(?: \\S+){0,4} (?:{trash})(?: .*)?',
  '(?:would|do|could|can) (?:you|u) (?:mind|please|kindly)? ?(?:not|stop|stopping|taking|removing|deleting)(?: (?:texting|messaging|calling|contacting|sending|me|my).*)|(?:chill|ease up|ease off|lay off|cool it)(?: out)?(?: (?:with|w|on))(?: (?:the|these|all|your))* (?:{contact})(?: .*)?',
  '(?:do not|dont|not to|never) use (?:it|this|my|our)(?: \\S+){0,2} for (?:solicit\\w+|market\\w+|ads?|advertis\\w+|promo\\w+|spam)(?: .*)?|(?:dont|do not|never) (?:hmu|hit (?:me|my|us)(?: \\S+)?|dm|holla at)(?: .*)?',
];

/** Complaints that the way out did not work. */
const ignored = [
  '(?:each|every|these|the|your) (?:text|message|msg)\\w*(?: \\S+){0,3} (?:costs?|charges?|charged)(?: .*)?|update (?:your|the) (?:list|records|database|system)(?: .*)?|(?:about|going|gonna) to (?:be|get) blocked(?: .*)?',
  '(?:continu\\w+|ainda|still|keep|keeps|sigo)(?: \\S+){0,2} (?:receb\\w+|get\\w*|receiv\\w+|chega\\w*|text\\w*|send\\w*|recib\\w+|mand\\w+)(?: \\S+)* (?:stop|cancel\\w*|sair|pare|parar|unsub\\w*|opt\\w* out|optout|descadastr\\w*|remov\\w*)(?: .*)?',
  '(?:got|have|has|texting|u got|looking for) the wrong (?:kid|dude|guy|man|woman|lady|girl|boy|human|one|bro|girlie|person|phone|number|house|family|contact|customer|client)(?: .*)?',
];

/** Requests as they are built in quick, dictated, learnt or angry speech. */
export const plainOrders = phrases(groups, [
  ...endings,
  ...newcomers,
  ...none,
  ...pestered,
  ...ignored,
]);
