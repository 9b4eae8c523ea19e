import { phrases } from './phrase.ts';

const groups = {
  you: 'you|u|ya|yall|this|it|vcs?|voces?|te|los|les|ustedes',
  /** What people threaten to do to a sender. */
  threat:
    'sue|report|block|prosecute|press charges|bloquear|bloquiar|denunciar|processar|reportar|demandar|acionar',
  doing: 'bloqueio|bloquio|denuncio|processo|reporto|aciono|bloqueo|demando',
  law: 'law|laws|privacy|rights|tcpa|regulations?|lei|leis|lgpd|ley',
  no: 'no|not|dont|nao|n|nem|never|nunca',
};

/**
 * Somebody names the law, an authority, a blocked number: nobody does so about an offer that he
 * likes. Read as an opt-out whatever else the text says.
 */
export const warnings = phrases(groups, [
  '(?:will|ill|gonna|going to|shall|about to|have to|must|vou|irei|vamos|voy a)(?: \\S+){0,2} (?:{threat})(?:$| (?:{you})(?: .*)?)|(?:take|see) (?:you|u|yall|this) (?:to|in) court(?: .*)?|small claims(?: .*)?|(?:second|third|fourth|fifth|segunda|terceira|quarta|quinta|\\d+(?:nd|rd|th|a)) (?:time|vez|request)(?: \\S+){0,3} (?:ask\\w*|tell\\w*|request\\w*|peco|pedi|aviso|falo)(?: .*)?',
  '(?:eu |yo |ja |que )?(?:{doing})(?: (?:{you}|neles|nelas|tudo|esse numero|o numero|este numero|o procon))*$|bloqu\\S*e?i (?:{you}|esse|este|o numero)(?: .*)?',
  '(?:violat\\w+|break\\w*|against|viol[ao]\\w*|contra|infring\\w+|descumpr\\w+)(?: \\S+){0,2} (?:{law})(?: .*)?|donotcall\\w*|(?:registered|listed|number is)(?: \\S+){0,3} (?:do not call|donotcall|dnc)(?: .*)?',
  '(?:entrar|entro|vou|levar|ir|recorrer)(?: \\S+){0,2} (?:na justica|a justica|no procon|ao procon|na policia|na delegacia)(?: .*)?|(?:vou |eu )*(?:dar|dou) parte(?: .*)?',
  '(?:no|not|never)(?: the| any)? (?:right|business|authority) (?:to|texting|contacting|calling|messaging)(?: .*)?|(?:withdr\\w+|revok\\w+|rescind\\w*|retir\\w+|revog\\w+)(?: (?:my|all|any|o|a|meu|minha|mi|el))* (?:consent\\w*|permission|authoriz\\w+|autoriz\\w+|permiss\\w+|permiso)(?: .*)?|(?:owe|owes) me \\S+(?: .*)? (?:text|message|violation)s?',
  '(?:abrir|registrar|fazer|vou)(?: \\S+){0,2} (?:bo|boletim|ocorrencia)(?: .*)?|(?:respect|respeit\\w+|respet\\w+|invad\\w+|invasion of|value)(?: (?:my|our|a|minha|mi))+ (?:privacy|privacidade?)(?: .*)?',
  '(?:text|message|call|contact) me (?:again|one more|another)(?: \\S+)* (?:and|see|ill|dare|or)(?: .*)?|(?:one more|another|next|mais uma|outra|proxima|otro) (?:text|message|msg|call|mensagem|mensaje|ligacao)(?: \\S+)* (?:and|goes|will|ill|im|eu|vou|voy)(?: .*)?|(?:will|gonna|going to) (?:be|get) (?:reported|blocked|sued)(?: .*)?|(?:yourself|number|youre|you are|u r|ur) (?:is |are |now |already |officially )*blocked(?: .*)?|(?:for the|pela|por) (?:last|ultima) (?:time|vez)(?: .*)?',
  '(?:written|express|prior) consent(?: .*)?|(?:my|meu|minha|mi) (?:consent\\w*|autorizacao|permission|permissao|permiso)(?: .*)?|isso e (?:perseguicao|perturbacao|importunacao|invasao|abusivo)(?: .*)?',
  'direito de (?:oposicao|exclusao|eliminacao)(?: .*)?|tratamento d\\S+ (?:meus )?dados(?: .*)?|(?:{no}) consinto(?: .*)?',
]);
