import { phrases } from './phrase.ts';

const groups = {
  /** To end something or to take somebody out of it. */
  out: 'stop|quit|cease|halt|discontinue|terminate|deactivate|disable|disenroll|unenroll|disconnect|remove|delete|erase|purge|scrub|exclude|suspend|mute|silence|unfollow|deregister|unregister|unlist|drop|withdraw|detach|kill|desativ\\w+|desabilit\\w+|deslig(?:ar|ue|uem|a|uem)|suspend\\w+|suspens\\w+|encerr\\w+|cess(?:ar|e|em)|interromp\\w+|finaliz\\w+|cancel(?:ar|e|a|em)?|remov\\w+|retir(?:ar|e|em|a)|tir(?:ar|e|em|a)|exclu(?:ir|a|i|am)|apag(?:ar|ue|uem|a)|delet(?:ar|e|em|a)|elimin(?:ar|e|em|a)|bloque(?:ar|ie|iem|ia)|silenci\\w+|desvincul\\w+|desconect\\w+|desactiv\\w+|desuscrib\\w+|borr(?:ar|en|a|e)|quit(?:ar|en|a|e)|sac(?:ar|a)|saquen?(?:me)?',
  outing:
    'removal|deletion|erasure|withdrawal|deactivation|remocao|exclusao|retirada|cancelamento|encerramento|suspensao|desligamento|descadastramento|desinscricao|eliminacion|cancelacion',
  det: 'all|any|of|the|these|this|those|your|ur|my|our|from|sending|receiving|out|it|ai|aqui|ja|logo|por favor|pra mim|para mim|please|me|o|a|os|as|de|do|da|dos|das|d|meu|minha|meus|minhas|nosso|nossa|seus?|suas?|todos?|todas?|ess[ae]s?|est[ae]s?|envio|envios|recebimento|mi|mis|este|los|las|el|la|sus|marketing',
  mine: 'me|us|number|numbers|name|phone|cell|contact|info|information|data|account|enrollment|membership|subscription|numero|nome|telefone|celular|contato|cadastro|dados|inscricao|assinatura|registro|conta|nombre|telefono|contacto|datos|cuenta',
  contact:
    'texts?|texting|txts?|messages?|messaging|msgs?|sms|alerts?|notifications?|promos?|promotions?|ads?|marketing|spam|calls|newsletters?|solicitations?|mensage[mn]s?|propagandas?|promoc\\w+|ofertas|notificac\\w+|ligac\\w+|anuncios?|publicidade?|avisos?|envios?|disparos?|divulgac\\w+|comunicac\\w+|communications?|mensajes?|textos|promociones|llamadas|lista|list',
  no: 'no|not|dont|do not|doesnt|never|cant|wont|didnt|nao|n|nem|nunca|jamais|ya no',
  /** To want, to bear or to permit. */
  want: 'want|like|need|accept|allow|permit|tolerate|appreciate|enjoy|do|care for|wish|use|read|consent|authorize|welcome|approve|quero|queria|gosto|preciso|aceito|permito|tolero|suporto|aguento|aprecio|curto|desejo|autorizo|leio|uso|quiero|deseo|acepto|permito|soporto|necesito|autorizo',
  send: 'texts?|texting|messages?|messaging|send(?:ing)?|contact(?:ing)?|call(?:ing)?|write|writing|email(?:ing)?|mandar|mandarem|enviar|enviarem|ligar|ligarem|escrever|contatar|mandem|enviem|mande|envie|mandarme|enviarme|escribir\\w*|llamar\\w*',
};

/**
 * Requests by their build, with as many words for each part as people have: to end or to take out +
 * me, my number or the messages; no + to want or to bear + messages; no need + to write.
 */
export const requests = phrases(groups, [
  '(?:{out})(?: {det})* (?:{contact})(?: .*)?',
  '(?:(?!stop |quit |cease |halt |kill |drop)(?:{out}))(?: {det})* (?:{mine})(?: (?:from|off|out|de|da|do|dess[ae]|daqui|ai|now|please|por favor|ja|asap|today|immediately|logo|del?|again))*(?: {contact}| {mine}| sistema| base| database| system| records)*$',
  '(?:{outing})(?: {det})* (?:{contact}|{mine})(?: .*)?|(?:solicito|solicitando|peco|exijo|quero|requisito|pedido de|demand|request|requesting|want|need|asking for|require|pido)(?: (?:a|o|the|my|minha|immediate|for|de|imediata|la|mi|sua))* (?:{outing})(?: .*)?',
  '(?:{no})(?: (?:really|even|ever|mais|me|ever|nos|want to|quero))* (?:{want})(?: (?:to|any|more|mais|of|your|the|these|this|those|that|get|getting|see|receive|receiving|de|ver|receber|unsolicited|any more|mas|recibir|que|tantas?|tantos?|random|ess[ae]s?|est[ae]s?|as|os|suas?|seus?))* (?:{contact})(?: .*)?',
  '(?:no need|not necessary|dont need|do not need|dont have|no reason|dont bother|no point)(?: (?:for|to|you|u|me|in|any|more|further|have))* (?:{send})(?: .*)?|(?:you|u|yall|youre|ur|your)(?: \\S+){0,2} (?:wasting|waste|save)(?: .*)? (?:time|texts?|messages?)(?: .*)?|save your (?:texts?|time|breath|messages)(?: .*)?',
  '(?:these|this|it|texts|messages|that|the texts|the messages|the spam)(?: \\S+)? (?:need|needs|has|have|must|should|better|gotta)(?: to)? (?:stop|end|cease|quit)(?: .*)?|cancel (?:my|this|our) (?:number|phone|contact|name)(?: .*)?|(?:added|included|entered|listed|subscribed|signed up)(?: \\S+){0,5} (?:by mistake|by accident|by error|in error|mistakenly|without (?:my|asking|permission|consent))(?: .*)?|(?:do not|dont|never|stop|quit) (?:use|share|using|sharing|selling|keep|store|sell) (?:this|my)(?: \\S+)? (?:number|phone|info|data|contact|information|details)(?: .*)?',
  '(?:top|atop|stoo|stp|stpp|stoop|spot|stob|sotp|stpo|shop) (?:text|send|messag|msg|call|contact|txt)ing?(?: .*)?|^(?:please )?no more(?: (?:from you|from u|from yall|from fly2any|from them|for me|thank you|thank u|thanks|thx|ty|please|pls|ok))*$|(?:im|i am|were|we are|we re|i m) (?:good|fine|ok|all set|over it)(?: (?:on|without|with|w|for))+ (?:(?:the|your|these|ur|all) )*{contact}(?: .*)?|(?:get|take|pull|leave|count) (?:me|us) (?:out|off)(?: of)? (?:this(?! (?:cold|winter|snow|heat|city|town|country|weather|office|job|place|rain|house))|here|that|it|your)(?: .*)?',
  '(?:{no})(?: (?:ever|u|you|even|you ever|u ever|again|please))*(?: dare| think of)? (?:to )?(?:reach(?:ing)? out|write|respond|text|message|contact)(?: (?:me|us|to me|to us|again|anymore|this|here|my|any ?more)).*|(?:do not|dont|never) (?:reach out|write|contact|text)(?: again| anymore)?$',
  '(?:remove|delete|erase|take|get|drop|unsubscribe) (?:\\S+ ){1,4}(?:from|off)(?: of)? (?:your|ur|the|this|that|all|any)(?: \\S+)? ?(?:lists?|databases?|systems?|records?|contacts?|texts?|messages|mailing)(?: .*)?|(?:remove|delete|erase|take off) (?:\\S+ ){1,3}numbers(?: .*)?|(?:take|get|keep) (?:this|it|these|that|yourself|your \\S+)? ?off(?: of)? my (?:phone|number|line|cell|list)(?: .*)?|get off my (?:phone|line|number|cell|back)(?: .*)?|take (?:this|my|that) (?:num|no|phone)(?: number)? off(?: .*)?',
  '(?:appreciate|grateful|great|nice|glad|thankful|like|love|happy|better|rather)(?: it)? if (?:you|u|yall)(?: (?:could|would|can|guys|just|please|all))* (?:stop|stopped|quit|didnt|did not|dont|do not|not|removed?|took|take|delete|deleted|unsubscribe|unsubscribed)(?: (?!forget|mind).*)?',
  '(?:texting|sending|typing|replying|sent|text|reply|replied|type|typed|here is|heres) (?:stop|unsubscribe|cancel)(?: (?:as|like|now|already|again|for|because|and|to|so|per|since|again).*)?$|(?:will|gonna|going to|ill|im|i am|shall)(?: \\S+){0,2} (?:report|reporting|file|filing|complain)(?: .*)?|(?:file|filing|filed|lodge|lodging)(?: \\S+){0,2} (?:complaints?|report|charges|lawsuit)(?: .*)?',
  '(?:silence|mute|disable|deactivate|terminate|suspend|discontinue|disconnect|desativ\\w+|suspend\\w+|encerr\\w+) (?:these|this|it|them|isso|isto|all)(?: .*)?|(?:{no})(?: \\S+)? (?:like|want|enjoy|appreciate|need) (?:getting|receiving|seeing|being)(?: (?:texted|messaged|contacted|spammed|this|these|those|any|stuff|them)).*|(?:do not|dont|never|please dont) solicit(?: .*)?|getting blocked|^bloque(?:ando|io|ei|o)(?: .*)?',
  '(?:voces|vcs|vc|voce|eles) (?:nao|n) par(?:am|a) de (?:me |nos )?(?:mandar|enviar|ligar|encher|perturbar)(?: .*)?|^(?:\\S+ )?sair (?:dess[ae]|disso|disto|dest[ae])$|^(?:eu )?(?:quero|queria|qria|gostaria de|preciso|desejo) sair$',
  '(?:no|do not|dont|not) (?:call|contact|text|message|solicit\\w*|disturb|sms|marketing)(?: (?:contact|call|text))? list',
]);

/** The person is not who we think, or the number has gone to somebody else. */
export const strangers = phrases(groups, [
  '^(?:\\S+ )?(?:beat it|take a hike|get bent|knock it off|cut it out|give it a rest|buzz off|see you in court)(?: .*)?$',
  '(?:number|phone|cell|line|numero|telefone|celular|chip)(?: (?:has|was|is|ja|just|been))* (?:changed (?:hands|owners?)|no longer belongs?|doesnt belong|does not belong|mudou de dono|trocou de dono|not belong)(?: .*)?',
  '(?:nao|n) (?:atende|responde|usa|trabalha|mora|esta|tem)(?: mais)? (?:n?ess[ae]|n?est[ae]|por aqui|aqui|com esse)(?: (?:numero|telefone|celular|num|fone|chip|linha))(?: .*)?|never (?:heard|known|met)(?: of)?(?: .*)?|(?:my name|name) (?:isnt|is not|aint|is no)(?: .*)?|(?:nao|n) me chamo(?: .*)?|meu nome (?:nao|n) (?:e|eh)(?: .*)?|no me llamo(?: .*)?|no conozco (?:a )?(?:es[ae]|est[ae]|ningun\\w*|nadie)(?: .*)?',
  '(?:dont|do not|idk|nao|n) (?:know|conheco)(?: (?:who|any of))? (?:you|u|yall|you guys|you people|vcs|voces|vc|voce|quem (?:e|sao) voces?|who you are|who this is|who that is|who u r)(?: .*)?|idk (?:who|u|you)(?: .*)?',
  '(?:i was|ive|i have|im|i am|we are|were|we were)(?: \\S+)? (?:never|not)(?: been)?(?: a| your| ur)? (?:customer|client|member|subscriber)(?: .*)?|(?:nao|n|nunca) (?:sou|fui|somos|serei)(?: mais| seu)? client\\w(?! ainda)(?: .*)?|no soy cliente(?: .*)?|(?:no longer|not) (?:a |an |your )?(?:active )?(?:client|customer|member)(?: .*)?',
]);

/** No to our offers, whatever they are for: an offer of a flight names the flight. */
export const offersRefused = phrases(groups, [
  '(?:{no})(?: (?:really|even))* (?:want|need|like|wanna|care for|wish for|quero|preciso d[eoa]s?|gosto d[eoa]s?|desejo)(?: (?:any|more|of|any more|nenhum\\w*|mais|d[aoe]s?))* (?:your|ur|youre|yall s|yalls|seus?|suas?|teus?|tuas?|de voces|de vcs)(?: \\S+)? (?:services?|offers?|deals?|trips?|business|company|help|products?|packages?|promos?|promotions?|stuff|crap|servicos?|ofertas?|promoc\\w+|pacotes?|viagens|coisas)(?: .*)?',
  '(?:no more|stop|enough|quit|end)(?: (?:with|the|these|your|ur|all|any|of|those|sending|me))*(?: \\S+){0,2} (?:deals?|offers?|promos?|promotions?|specials)(?: .*)?|(?:{no}) (?:want|wanna|need)(?: (?:any|your|ur|more|these|get|receive|to))+(?: \\S+){0,2} (?:deals|offers|promos|promotions|specials)(?: .*)?',
]);

/** A sharp no, or temper, that names nothing: somebody should read it. */
export const tempers = phrases(groups, [
  '^(?:hell|heck|fuck) no(?: .*)?|^(?:absolutely not|nao e nao|no means no|nem pensar|nem morto|de jeito nenhum|jamais)$|(?:keep|kept|already|always) (?:saying|said|telling|told)(?: \\S+)? no$|how many times(?: .*)?|quantas vezes (?:eu|a gente|tenho|preciso|vou|ja|terei|mais)(?: .*)?|(?:last|final|ultimo|ultima) (?:warning|notice|aviso)(?: .*)?',
  'give me a break|no estes jodiendo|vai trabalhar|droga de \\S+|inferno de \\S+|porra de \\S+|merda de \\S+|que (?:droga|porra|merda|inferno)(?: .*)?|(?:pqp|aff+|cacete|caramba|affe)(?: .*)?|driving (?:me|us) (?:crazy|nuts|insane|mad)|shut (?:\\S+ ){1,3}up|^never again$|^not int\\S*$|indesejad\\w+|illegal|ilegal|unlawful|harass\\w+|stalk\\w+|idiots?|morons?|otari\\w+|golpistas?|palhac\\w+|assholes?|creeps?|pest|nuisance',
  '^(?:cansei|ugh|again|another (?:text|message|one)|de novo|outra vez|otra vez|mais uma)$|^(?:de novo|again)(?: isso| this| essa| a mesma coisa)?$',
]);
