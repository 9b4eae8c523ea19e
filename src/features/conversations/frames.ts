import { phrases } from './phrase.ts';

const groups = {
  out: 'delist|deactivat\\w+|disabl\\w+|unregister|desativ\\w+|desvincul\\w+|desconect\\w+|clear|pull|cross|scrub|rmv|limp\\w+|remov\\w+|delet\\w+|eras\\w+|scratch|strike|wipe|purge|unlist|take|drop|tir(?:a|e|em|ar|arem)|retir\\w+|exclu\\w+|apag\\w+|elimin\\w+|risc(?:a|ar|ue|uem)|borr\\w+|quit(?:a|ar|en)|sac(?:a|ar)|saquen',
  gone: 'removed|deleted|erased|cleared|apagad\\w|removid\\w|excluid\\w|retirad\\w|tirad\\w|borrad\\w|eliminad\\w',
  my: 'my|our|this|that|meu|minha|meus|esse|este|nosso|nossa|mi|mis',
  number:
    'number|line|phone|cell|name|info|information|data|details|contact|numero|nome|telefone|celular|contato|zap|dados|nombre|telefono|celular|contacto|datos',
  list: 'lista(?! de espera)|list|cadastro|database|records?|system|sistema|base|agenda|mailing|marketing|campaigns?|promotions|promos|transmissao',
  no: 'no|not|dont|didnt|never|wont|cant|nao|n|nem|nunca|jamais',
  contact:
    'texts?|messages?|msgs?|sms|mensage[mn]s?|mensajes?|spam|ads?|promos?|promotions?|calls?|marketing|propagandas?|promocoes|publicidade?|ligac\\w+',
  you: 'you|u|yall|ya|voces?|vcs?|vc|ustedes|this|that|it|isso|disso|esto|all this|tudo isso|these people',
  pester:
    'try|bother|annoy|harass|pester|bug|spam|text|encher|perturbar|incomodar|amolar|aborrecer|chatear|molestar|fastidiar|joder',
};

/** Somebody, or what is known of him, is to leave a list. */
const leaving = [
  '^(?:me )?deix\\w+ em paz(?: .*)?$|(?:{out})(?: \\S+){1,4} (?:from|off|of|da|do|de|dess[ae]|dest[ae])(?: (?:sua|seu|your|ur|the|this|la|su|essa|esta|that))* (?:{list})(?: .*)?',
  '(?:want|like|need|have|get|please|quero|queria|gostaria)(?: \\S+){0,2} (?:{my})(?: (?!card|credit|old|passport)\\S+)? (?:{number})(?: (?:to|be|is|get|seja|fosse))* (?:{gone}|taken off)(?: .*)?',
  '(?:delete|erase|remove|apag\\w+|exclu\\w+)(?: \\S+){0,2} (?:everything|tudo|todo)(?: (?:you|about|on|que|sobre|lo) .*)',
  '(?:get|getting|be|go|getting) (?:out|off)(?: of)?(?: (?:this|your|ur|the|that))+(?: \\S+)? (?:list|group|thing|system|database|texting|campaign|program|texts|messages)(?: .*)?',
  'cancel (?:my |the |this |your )?(?:service|services|texting|alerts)$|(?:{out}) (?:{my}) \\S+ (?:and|e|y) (?:{number})(?: .*)?|(?:take|get|remove|delete) (?:his|her|their|my \\S+) (?:number|phone|name|info)(?: (?:off|out|from .*))?$|(?:leave|deix\\w+|dej\\w+) (?:my|him|her|them|minha|meu|mi|a|al?)(?: \\S+)? ?(?:\\S+ )?(?:alone|in peace|em paz|en paz)(?: .*)?|(?:me|nos) risc(?:a|ar|ue|uem)(?: .*)?',
];

/** Somebody wishes that others stop, or says that he has asked before. */
const asking = [
  '(?:want|like|wish|need|queria|quero|gostaria|preciso|peco|exijo|espero|quiero|pido)(?: (?:muito|que|pra|para|voces?|vcs?|vc|ustedes))+ (?:par(?:em|e|assem|asse|aran)|dej(?:en|aran)|paren|cess\\w+|me (?:tir|remov|apag|exclu|esquec|borr|saqu|deix|quit)\\w+|(?:apaguem|tirem|removam|excluam|deletem|retirem|esquecam|eliminen|borren|quiten)|(?:nao|n) (?:me )?(?:mand|envi|lig|escrev|procur|cham)\\w+)(?: .*)?',
  '(?:want|need|like|wish) (?:you|u|yall|this|these|them)(?: guys| all| people)? to (?:(?:stop|quit|end|cease)|(?:delete|remove|erase|forget) (?:me|my|this|everything|all))(?: .*)?|^(?:\\S+ ){0,5}quit (?:it|this)(?: .*)?$',
  '(?:ja|ya|already|i|eu|we)(?: (?:le|les|te|lhe|vos))? (?:pedi|pedimos|solicitei|solicitamos|requested|demanded|exigi)(?: \\S+){0,4} (?:exclusao|remocao|descadastr\\w+|retirada|baja|removal|borr\\w+|quit\\w+|elimin\\w+|sac\\w+|tir\\w+|remov\\w+|dej\\w+|par(?:ar|em|assem|en|aran))(?: .*)?',
];

/** No right, no consent, no wish for any of it. */
const denying = [
  '(?:{no})(?: \\S+)? (?:gave|give|given|shared?|provided?|dei|passei|forneci|informei|compartilhei|di)(?: (?:you|u|to|anyone|o|a|pra|para|ninguem|{my}|les))* (?:{number})(?: .*)?',
  '(?:{no})(?: \\S+)? (?:era|e|eh) (?:pra|para) (?:voces? |vcs? )?(?:ter|usar|mandar|me)(?: .*)?|(?:cant|cannot|nao pod\\w+|no pueden)(?: (?:just|keep|ficar))* (?:use|using|usar|usando) (?:{my}|o meu)(?: \\S+)? (?:{number})(?: .*)?',
  '(?:{no}|do not) (?:allow|permit|permito|autorizo|accept|aceito|concordo|consinto|acepto)(?: (?:this|that|it|isso|esto|com isso|mais))+$|(?:{no}|do not) (?:agree|concordo|aceito|accept|acepto|consent)(?: (?:em|to|de|com|a))?(?: \\S+)? (?:receber|receive|receiving|get|recibir|{contact})(?: .*)?',
  '(?:{no}|do not) (?:include|put|add|place|keep)(?: \\S+){0,2} (?:in|on|to)(?: (?:your|any|mass|group|the|ur|this|these|a))* (?:texts|messages|{list}|lists|groups?|group texts|blasts?)(?: .*)?|^nothing (?:else|more|further)(?: (?:please|pls|thanks|thank you|needed))*$|(?:{no}|do not) require(?: \\S+){0,2} (?:services?|{contact})(?: .*)?',
  '(?:nao|n|no) (?:quer|queremos|querem|quiere|quieren|queremos)(?: (?:mais|mas))?(?: (?:receber|recibir))?(?: {contact}| isso| nada)*$|quiero dejar de recibir(?: .*)?|(?:ya|ja) (?:les |te |vos )?(?:dije|falei|disse) que (?:no|nao)$',
  '^(?:i )?(?:want )?(?:no|nothing|nada)(?: (?:more|further|part|else|mais|mas))*(?: \\S+)? (?:from|of|de|by|to do with) (?:{you})(?: (?:please|pls|thanks|por favor|guys|people|again))*$',
  '(?:dont|do not|no) (?:want|need) (?:any of )?(?:these|this|that|it|them|{contact}) (?:on|in|to) my (?:phone|cell|number|life|inbox|mobile)(?: .*)?|(?:{contact}|these|they) (?:is|are) (?:very |so |really )?(?:unwanted|unwelcome|not (?:wanted|welcome|needed|appreciated|requested))(?: .*)?|^(?:alto|basta|fin|chega) (?:a|de|con)(?: \\S+)? {contact}(?: .*)?',
  '^(?:please )?(?:no|sem|sin) (?:promotional|marketing|text|further|additional|unsolicited|such|esse tipo de|more|mais) (?:{contact})(?: (?:please|thank|thanks|you|por favor|obrigad\\w|gracias))*$',
  '(?:{no}) (?:preciso|precisamos|need|necesito)(?: (?:de|a|an|any|your|dos|das|seus?|mais|una|travel))* (?:agencia|agency|agent|servicos?|services?|agente)(?: .*)?',
  '(?:nao|n|no|dont|do not|never) (?:fal\\w+|convers\\w+|talk|speak|habl\\w+)(?: mais| mas| ever)? (?:comigo|to me|with me|conmigo)(?: .*)?|(?:nao|n|no) (?:ha|tem|vejo|hay) (?:mais )?(?:necessidade|necesidad|need)(?: .*)? (?:mand|envi|lig|mensag|mensaj|escrib|contat|contact)\\w*(?: .*)?',
  '(?:nao|n) (?:manda|mande|mandem|envia|envie|enviem)(?: mais)? (?:pra|para) (?:mim|ca|esse|este|nos|nois)(?: .*)?|(?:nao|n|nunca) pedi (?:pra|para) (?:entrar|estar|receber|participar)(?: .*)?',
  '(?:nao|n) me (?:procur(?:e|em)|add|adicion(?:e|em|a)|cham(?:e|em|a)|bot(?:e|a|em)|abord\\w+)(?: (?:mais|em|na|no|nada|lista|grupo|por favor|pra|mim|outra vez|de novo))*$',
];

/** Go away; I have had enough. */
const away = [
  '(?:{pester})(?: (?:a|o|um|some))? (?:someone else|somebody else|another person|outro|outra pessoa|outros|otro|otra persona)(?: .*)?|(?:someone|somebody) else to (?:{pester})(?: .*)?',
  '(?:stay|get|keep|go)(?: the \\S+| tf)? (?:off|out)(?: of)? (?:my|our) (?:phone|number|line|cell|inbox|face|messages|life)(?: .*)?|(?:sai|saia|saiam|some|suma|sumam|fora)(?: logo)? d[oa] (?:meu|minha) (?:aba|cola|zap|whats\\w*|celular|numero|telefone|vida|caixa|pe|frente)(?: .*)?',
  '(?:ta|esta|estao|tao|vcs?|voces?|isso)(?: \\S+){0,3} (?:incomod|perturb|atrapalh|aborrec|chate|irrit)[ae]ndo(?: .*)?|me poup\\w+(?: .*)?|i hate (?:these|this|those|all these)(?: (?:things|texts|messages))?$|(?:got|obtained|have|has) my (?:number|info|contact)(?: \\S+)? (?:illegally|without .*)',
  'take (?:the|a) hint|(?:nobody|no one|ninguem) (?:asked|pediu)(?: (?:for|you|u|this|isso|nada|voces?|vcs?).*)?$|(?:qual|que|which) (?:parte|part) (?:do|de|of)(?: \\S+)? (?:nao|no|stop|pare|sair)(?: .*)?|vai ver se (?:eu|to|estou) .*|larg[au]\\w*ense|esquec\\w+ que (?:eu )?exist\\w+|forget (?:that )?i exist(?: .*)?',
  '^(?:ja |eu |ok |gente )*(?:me )?(?:cansei|farto|farta|saturei|enchi)(?: (?:de|d|dess[ae]s?|com))*(?: {you}| palhacada)$|(?:to|tou|estou|ando)(?: de saco)? (?:cheio|cheia|cansad[oa]|farto|farta) (?:de|d|dess[ae]s? )?(?:{you})$|(?:estoy |ya |me )*(?:hart[oa]|cansad[oa]|aburrid[oa])(?: (?:de|con|tus?|sus?|estos|los|tanto|tantos))* {contact}(?: .*)?|(?:nao|n) (?:aguento|suporto|tolero|aturo)(?: (?:mais|{you}|essas?|{contact}))*$',
  '(?:chega|basta|cansei|stop|enough)(?: (?:de|of|com|with|dess[ae]|this|the|essa|esse|essas))* (?:palhacada|frescura|chatice|perturbacao|abuso|enchecao|perseguicao|perseguir|putaria|pouca vergonha|nonsense)(?: .*)?',
];

/** The number is not whose they think. */
const mistaken = [
  '(?:have|got) (?:me|us) (?:confused|mistaken|mixed up|wrong)(?: .*)?|(?:confus\\w+|mistak\\w+|mixed|mixing) (?:me|us|my number|this number)(?: .*)?|no(?: one|body)? (?:here )?(?:by|with) (?:the|that) name(?: .*)?|equivoc\\w+ (?:de )?(?:numero|persona)(?: .*)?|me confund\\w+(?: .*)?',
  '(?:its|it is|is|was) (?:his|her|their|an|\\S+s) (?:old|previous|former|ex) (?:number|phone|cell)(?: .*)?|(?:im|i am) (?:a |only a |just a )(?:minor|kid|child)(?: .*)?',
  '(?:no|not any|nenhum\\w*|ningun\\w*) \\S+ (?:at|on|en|n)(?:est?e?|ess[ae])? ?(?:this|that|este)? ?(?:number|phone|numero|telefone)(?: .*)?|(?:esse|este|agora)(?: agora)? (?:e|eh) de outra pessoa(?: .*)?',
  '(?:used to be|era|was) (?:\\S+ ){1,3}(?:number|phone|numero|telefone|celular|telefono)(?: .*)?|(?:its|it is|is) mine now(?: .*)?|(?:gave|given|passou|passaram|deu|deram)(?: \\S+){0,3} (?:number|numero|contact|contato) (?:by (?:mistake|accident)|errad\\w|por (?:engano|error))(?: .*)?|(?:nao|n) (?:e|eh) (?:mais )?(?:del[ea]|daquel\\w+)(?: \\S+)* (?:numero|telefone|celular|contato|chip|linha)(?: .*)?',
  '(?:had|owned|used|tinha|usava|tenia)(?: \\S+)? (?:this|that|esse|este|mi) (?:number|phone|numero|telefone|telefono) (?:before|antes)(?: .*)?',
];

/** What a sentence is built to say, with as many words for each part as three languages have. */
export const frames = phrases(groups, [...leaving, ...asking, ...denying, ...away, ...mistaken]);
