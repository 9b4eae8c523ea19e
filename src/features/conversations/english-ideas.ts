import { phrases } from './phrase.ts';

const groups = {
  gone: 'removed|taken off|taken out|deleted|erased|unsubscribed|opted out|dropped|scrubbed|struck|crossed off',
  receive:
    'receiving|getting|hearing|being|seeing|having|these|those|the texts|the messages|any more|all this',
  consent: 'consent|permission|authorization|authorisation|approval|opt in',
  way: 'way|word|words|code|keyword|what|how|whatever|where|which|anything|something',
  people: 'you|u|yall|you guys|you people|people|your company|this company|fly2any',
  write:
    'text\\S*|txt\\S*|messag\\S+|msg\\S*|contact\\S*|call\\S*|email\\S*|sending|soliciting|writing|reaching out|any (?:further|more)|further',
};

/**
 * What a person says who wants out, by the idea and not by the word: to be gone from a list, to
 * receive nothing, to take consent back, the way out, the wrong person, enough of the sender.
 */
export const englishIdeas = phrases(groups, [
  '(?:be|get|getting|got|been|being|number|name|info|contact|phone|me|us|it|him|her|is|was|were) (?:{gone})(?! (?:from )?(?:the |my |our )?(?:booking|reservation|flight|order|itinerary|ticket|trip|hotel|room|seat|bill|tour|insurance|plane))(?: .*)?',
  '(?:stop|quit|avoid|end|prevent|discontinue|not|without|done|tired of|sick of|hate) (?:{receive}) (?:these|those|this|your|ur|all|any|texts?|messages?|msgs?|sms|spam|promos?|from)(?: .*)?|stop (?:receiving|getting|hearing)(?: .*)?',
  '(?:refrain|abstain|desist|cease)(?: from)?(?: {write})(?: .*)?|(?:strike|scrub|wipe|purge|erase|rmv|remv|rmove|remove|delete) (?:all )?(?:of )?(?:my|our|this)(?: (?!card|credit|old|passport|payment|bank|booking|middle)\\S+)? (?:number|numbers|name|info|information|data|contact|contacts|details|record|records|phone)(?: .*)?|(?:rmv|remv|rmove) (?:me|us|this)(?: .*)?',
  '(?:{consent})(?: (?:is|was|has been|hereby|now))* (?:revoked|withdrawn|denied|rescinded|cancelled|canceled|removed|refused)|(?:not|dont|do not|never|no) (?:have |had |given |gave |give |get |got )?(?:my|our|any) (?:{consent})(?: .*)?|(?:dont|do not|didnt|never|not)(?: \\S+){0,3} (?:{consent}) (?:to|for)(?: .*)?',
  '(?:{way})(?: \\S+){0,6} (?:to|i|we) (?:opt out|unsubscribe|stop (?:these|this|it|you|the|getting|receiving)|get out of (?:this|these|here)|get off (?:this|your|the(?! (?:bus|train|shuttle|plane|metro|subway|boat|ship|highway)))|get (?:you|u|yall) to stop|make (?:you|u|yall|it|this|these) stop|not (?:get|receive) (?:these|this|any))(?: .*)?|(?:{way}) (?:word |code )?(?:do i|to|should i|must i)(?: \\S+){0,3} (?:to )?(?:stop|quit|end|opt out|unsubscribe)$',
  '(?:meant|trying|looking|want|wanted|intended|think|supposed)(?: \\S+){0,4} (?:someone|somebody|some one) else|not (?:the |who |that )?(?:person|one|guy|girl|lady|man|woman)?(?: ?that| who)?(?: ?(?:you|u|ur|youre|you re)) (?:are |re )?(?:looking|trying|think|want|wanted|need|after|texting|seeking|meant)(?: .*)?|(?:isnt|is not|not) who you (?:think|want)(?: .*)?|(?:nobody|no one|noone|no person|not anyone|no \\S+)(?: here)? (?:(?:named|called) (?!me|us|back|yet|to|about|and|my)\\S+|(?:with|by) (?:the|that) name)(?: .*)?|wrong (?:n\\S*m?b\\S*r|(?:phone|cell|mobile|telephone) number|num\\S*)',
  '(?:fed up|sick|tired|had it|done|sick and tired|had enough)(?: (?:of|with|w))+ (?:all )?(?:{people}|this (?:crap|shit|nonsense|spam)|the spam)$|(?:enough|done|sick|tired)(?: (?:of|with|w))+ (?:(?:the|all|your|ur|these|this|those) )+(?:promo\\S*|offers?|deals?|ads?|spam|texts?|msgs?|messages?|crap|shit|bs)(?: .*)?|go f\\S* (?:yourself|urself|off)|(?:i )?hate (?:you|u|yall)(?: (?:people|guys|all))?(?: .*)?|part of (?:stop|no)(?: .*)|what (?:dont|do not) (?:you|u) understand(?: .*)?',
  '(?:dont|do not|doesnt|never)(?: ever)? (?:want|need|wanna)(?: to)?(?: \\S+){0,2} (?:nothing|anything|shit|contact|communication|texts?|messages?|msgs?|to do|business)(?: (?:to do )?(?:from|with|by) (?:{people}))?(?: .*)?|(?:dont|do not|never) hit (?:me|my|us)(?: .*)?',
  '(?:report(?:ed|ing)?|forward(?:ed|ing)?)(?: (?:this|you|it|u|your number|ur number|them))* (?:to|as|for) (?:7726|spam|junk|the|my|fcc|ftc|att|at t|verizon|t ?mobile|police|carrier|authorities|attorney)(?: .*)?|ccpa|gdpr|data (?:deletion|erasure)',
  '(?:cancel|end|stop|terminate) (?:whatever|any|every)(?: \\S+)* (?:subscription|list|this is|i signed up for|im on)(?: .*)?|no solicitations?(?: .*)?|no (?:more )?(?:texting|promo\\S*|offers|ads) (?:me|please|pls|thanks)(?: .*)?',
  '(?:stop|no more|remove|unsubscribe) (?:doesnt|does not|didnt|isnt|is not|still|not) (?:work|working|doing)(?: .*)?|(?<!(?:boss|wife|husband|she|he|mom|dad|they|doctor|school|who|agent|airline) )(?:replied|texted|said|typed|sent|hit|pressed|answered|wrote) (?:stop|no|end|quit|unsubscribe|stop to this)(?: (?!over|in|at|the).*)?',
]);
