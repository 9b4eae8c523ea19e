import { phrases } from './phrase.ts';

const groups = {
  /** To write to somebody, in every shape. */
  send: 'text|texting|txtn|txtin|textn|msgin|txt|txting|message|messaging|massaging|msg|msging|call|calling|phoning|contact|contacting|sending|send|spam|spamming|bother|bothering|harass|harassing|harrassing|email|emailing|writing|bug|bugging|annoy|annoying|pester|pestering|solicit|soliciting|disturb|disturbing|sms|advertising|marketing|pinging|ping|scam|scamming|dming|blowing up|hitting|notifying|reaching out|trying|textin|callin|messagin',
  /** What they send. */
  msg: 'text|texts|txt|txts|textes|text messages|message|messages|mesages|msg|msgs|sms|mms|calls|phone calls|spam|spams|ads?|adverts?|advertisements?|promos?|promotions?|promotional|notifications?|alerts?|emails?|communications?|subscriptions?|crap|shit|bs|bullshit|nonsense|solicitations?|newsletters?|marketing|junk|updates',
  any: 'all|any|anymore|more|the|these|this|those|your|ur|youre|such|stupid|annoying|me|us|with|sending|getting|receiving|random|unwanted|every|future|further|of',
  mine: 'me|us|my (?:phone |cell |mobile )?(?:number|name|phone|cell|info|information|contact|data|details|no|num)|this (?:number|phone|contact|no|person)|our number|number',
  list: '(?:\\S+ ){0,2}(?:lists?|database|contacts|system|mailing|texts?|messages?|records|group|chat|subscription|program|campaign|here)',
  no: 'dont|do not|dnt|dont you|do not ever|dont ever|never|never ever|not to|must not|cannot|may not|no longer|pls no|don t',
  want: 'want|wanna|wish|wishing|care|like|need|desire|intend|ask',
};

/** Plain requests to stop, wherever they stand in a text. */
export const englishOptOuts = phrases(groups, [
  '(?:stop|quit|cease|halt|discontinue|end)(?: {any})*(?: {send}| {msg})',
  'stop(?:ping)? (?:it|this|that|these|those|them|all|everything)',
  'stop (?:it|this|that|all|now|already|immediately) ?(?:now|already|immediately|please)?',
  '(?:no more|no further|no future)(?: {any})* (?:{msg}|contact)|^(?:please |pls )?no (?:more|further)(?: of (?:this|these|that|it))?(?: please| thanks| thank you)*$',
  // "you dont text me any more" is a complaint of the opposite kind, hence the look behind.
  '(?<!(?:you|u|they|we|he|she|who|i|people|if|(?:my|the|his|her) phone|why|would|because|yall) )(?:{no})(?: (?:ever|again|even|be|want you to|want u to|keep|try to|you|ever again))* (?:text|txt|message|msg|call|contact|spam|bother|email|harass|disturb|sms|dm|ping|texting|messaging|calling|contacting|bothering)(?: (?:me|us|this(?! to| with)|my(?! (?:husband|wife|boss|work|job|office|old|email))|here|anymore|again|any more|ever|back|no more|number|phone|please).*)?',
  '(?<!(?:you|u|they|we|he|she|who|i|people|if|(?:my|the|his|her) phone|why) )(?:{no})(?: (?:ever|again|keep|be|even))* (?:send|sending)(?! (?:it|that|this|them|those) to)(?: (?:me|us))?(?: (?:{any}|{msg}|anything|stuff|nothing|things|again|ever|anymore|offers|deals))*(?: ?$)?',
  '(?:dont|do not|never)(?: ever)? do (?:this|that) again(?: .*)?|(?:rather|prefer)(?: it)?(?: if)? (?:you|u|yall) (?:didnt|did not|dont|do not|wouldnt|not|stopped|stop)(?: (?!forget|worry).*)?|(?:{no})(?: ever| again)? (?:text|txt|message|msg|call|contact|email|dm)(?: me)? (?:or|and|nor) (?:text|txt|message|msg|call|contact|email|dm)(?: .*)?',
  'do not contact|no contact|no further contact|do not text|do not call|do not message|do not disturb|dnc|do not call list',
  '(?:remove|delete|erase|scrub|drop|purge|exclude|unlist|deregister) (?:{mine})',
  '(?:take|get|cross|scratch|leave|keep|pull|strike|knock|cut) (?:{mine}|it) (?:off|out)(?: ?$| (?:of )?(?:this|the|your|ur|all|that)? ?{list})',
  'off(?: of)? (?:your|ur|this|the|that|yall s|all) {list}',
  '(?:remove|removed|taken|take|get|got) (?:from|off)(?: of)? (?:your|ur|this|the|all|that)? ?{list}',
  '(?:want|like|need|asked|ask|wish|demand|request|prefer|expect) (?:to be |to get |you to |u to )?(?:remove|removed|taken off|off|deleted|erased|unsubscribed|dropped|opted out)(?: me| my number| this number| please)?(?: ?$| (?:from|off|asap|now|today|immediately|right away).*)',
  '(?:un ?subscribe|unsubscribed|unsubscribing|unsub)',
  'opt(?:ing|ed|s)? (?:me |us |my number |this number |out of )?out',
  '(?:remov|delet|eras|tak|dropp|block|get)(?:e|es|ing|ed)? (?:{mine}) (?:off|from)(?: of)?(?: (?:your|ur|this|the|all|that|any|yall s))* {list}',
  '(?:remov|delet|eras)(?:e|es|ing|ed) (?:me|(?:my|this) (?:number|name|info|data|contact|phone))|get rid of my (?:number|info|data|contact)|(?:do not (?:call|contact|text)|dnc|no call|opt out|suppression|black) ?list',
  '(?:rather|prefer|better|would like to) not(?: to)? (?:receive|get|be (?:contacted|texted|called)|hear)(?: .*)?|no more (?:offers|deals|promos|promotions)(?: (?:please|pls|thanks|for me|to me))?$|(?:dont|do not) (?:{want}) (?:any |your |more |ur )*(?:offers|deals|promos|promotions|discounts)(?: (?:from (?:you|u)|please|anymore|thanks|any more))*$',
  '(?:number|you|u|yall|youre|ur) (?:is|are|now|has been|is now|are now)? ?blocked|blocked and reported|(?:dont|do not|never|didnt) (?:have|had|give|gave|got)(?: \\S+){0,2} (?:permission|consent|authorization)(?: .*)?|without (?:permission|consent|authorization)',
  '(?:hate|despise|tired of|sick of|annoyed by|annoyed with|over)(?: (?:getting|receiving|all|your|these|those|the|this|ur|stupid))* {msg}(?: .*)?|(?:has |have |had |he |she |they |\\S+ )?(?:changed|switched|got new|got a new) (?:his |her |their )?(?:phone )?numbers?(?! (?:my|mine|i))|not (?:his|her|their) (?:phone|cell|number)',
  '(?:take|get|pull) (?:{mine}) off(?: (?:immediately|now|today|asap|please|already|right))*$|take off (?:my|this) (?:number|name|phone)|(?:done|finished|through|over) (?:with|w) (?:these|this|your|ur|the|all)(?: \\S+)? ?{msg}|asked?(?: \\S+){0,4} to be (?:removed|taken off|unsubscribed|deleted)|leave (?:this|my) (?:number|phone|family|husband|wife|mother) alone',
  'i want (?:out|off)$|(?:i )?want to (?:opt|get) out$|let me out$|get me outta',
  '(?:leave|left) (?:me|us) (?:the fuck |tf |the hell |be |fuck )?(?:alone|be|in peace)|let me be',
  '(?:lose|forget|delete|erase|burn|ditch) (?:my|this) (?:number|phone|contact|digits|num)',
  'go away|get lost|buzz off|bugger off|bug off|piss off|back off|screw (?:you|u|off)|shut up(?! no way| really| thats)|shut it|stfu|gtfo|go to hell|eat shit|kiss my \\S+|f off|f you|f u|eff off|fuck (?:you|u|ya|yall|off|ur|your|right off)|fuck this$|go fuck|fuck (?:your|ur)self|eat a dick|suck my \\S+|suck it|bite me|drop dead|get a life|hell no stop',
  'wrong (?:number|person|phone|guy|num|no|contact|recipient|lady|man|woman|girl|one|numbr|numer|cell)',
  '(?:not|isnt|aint|no longer)(?: \\S+){0,2} (?:number|phone)(?: any ?more)?$|number (?:no longer|doesnt|does not) belongs?(?: .*)?|number (?:now belongs|is now|changed owners?)(?: .*)?|(?:is not|isnt|aint|no longer) (?:my|his|her|their|the right|that|\\S+s) (?:number|phone)',
  '(?:doesnt|does not|no longer) (?:have|has|own|owns|use|uses) this (?:number|phone)',
  'you (?:have|got|have got|ve got) the wrong|mistaken (?:number|identity)|(?:new|different|another) (?:owner|person|guy|user)(?: of| with| has| on)? this|(?:i )?(?:just |recently )?(?:got|have|had|bought)(?: had)? this (?:number|phone|line)(?: (?:recently|new|now|for|since|last|a|only|about|\\d+|two|three|few).*)?$|(?:previous|prior|old|former) owner|(?:dont|do not) know (?:any|anyone|anybody|a|this|that|who) (?!good|place|hotel|about|the|what|when|if|much|flight|airline|way)\\S+$|(?:doesnt|does not|dont|no longer) (?:live|work|works|lives) here|number (?:was |has been |is )?reassigned|nobody (?:here )?by that name|no one (?:here )?by that name|theres no \\S+ here|there is no \\S+ here',
  '(?:dont|do not|didnt|did not|never|no longer|not)(?: really| even| ever)? (?:{want}) (?:to )?(?:receive|be contacted|be texted|be called|be messaged|be bothered|be disturbed|be on|be part of|be included|be in your|be spammed|hear from|hear about|hear anything|hear any more|talk to you|get (?:{any} )*(?:{msg}|anything|these|this|any more|them)|see (?:these|this|your|any))(?:.*)?',
  '(?:dont|do not|didnt|did not|no longer) (?:{want}) (?:any |your |ur |these |this |more |to get )*(?:{msg}|business|stuff)(?: .*)?',
  '^(?:i )?(?:dont|do not) want$',
  '(?:dont|do not|no longer) (?:{want}) (?:any of )?(?:these|this|it|them|anything|nothing|any|that)(?: shit| crap| anymore| any more| please)*$',
  '(?:dont|do not|no longer) (?:{want}) (?:you|u|yall|anyone|fly2any) (?:to )?(?:{send})(?: .*)?',
  '(?:never|didnt|did not|havent|have not|dont remember|do not remember|dont recall|not)(?: ever)? (?:sign|signed|signing|subscribe|subscribed|opt|opted|ask|asked|consent|consented|agree|agreed|authorize|authorized|request|requested|give|gave|given|enroll|enrolled|join|joined)(?: (?:up|in|for|to|you|u|any|my|this|these|it|be|the(?! (?:contract|form|waiver|document|papers?|agreement))|your))*(?! (?:the )?(?:contract|form|waiver|document|papers?|agreement))(?: (?:number|permission|consent|{msg}|contacted|list|service|called|texted|information|info))?',
  '(?:i )?(?:do not|dont|no longer) (?:consent|agree|authorize)|no consent|(?:dont|do not|never) (?:have|had|got) my (?:consent|permission|authorization)|without (?:my )?(?:consent|permission)|(?:revoke|revoking|withdraw|withdrawing|rescind|take back) (?:my |all |any )*(?:consent|permission|authorization|subscription)|(?:i|hereby) revoke',
  'no longer interested|no longer (?:want|wish) (?:to receive|these|this|any|your|{msg})(?: .*)?',
  'this is (?:just |pure |all )?(?:spam|harassment|junk|illegal)|(?:reporting|report|reported|marked|marking|mark|flagged|flagging|flag) (?:you|this|u|it|your|as)(?: .*)?|(?:spam|junk) (?:text|texts|message|messages|sms)|stop spam|you are spam|youre spam|spammers?|spamming me',
  '(?:im|i am|i|ill|i will|will|gonna|going to|am) (?:be )?(?:gonna |going to |already )?(?:block|blocking|blocked|blockin)(?: .*)?|youre blocked|you are blocked|ur blocked|u are blocked|(?:block|blocking|blocked) (?:you|u|this|my number|ur|your)(?: .*)?',
  'har+as+ments?|har+as+ing me|will sue|gonna sue|sue you|suing|lawsuit|my (?:lawyer|attorney)|legal action|tcpa|the fcc|fcc complaint|the ftc|attorney general|cease and desist|restraining order',
  'enough (?:already|is enough|of this|of these|with|texts|messages|spam|now)|thats enough(?! time| for| money| room| space| days)|(?:i|ive) had (?:it|enough)$|(?:fed up|sick|tired|sick and tired)(?: (?:of|with))(?: {any}| all)* (?:{msg}|you|yall|people|company|this|it)$|(?:fed up|sick|tired|sick and tired)(?: (?:of|with))(?: {any}| all)* (?:{msg})(?: .*)?',
  '(?:how|where) (?:do|can|could|should|to|would)(?: (?:i|we|you|one|u|please|actually|just|ever))* (?:stop|unsubscribe|opt out|cancel|quit|end|get off|get out|leave|remove|be removed|delete|block|turn off|get rid of|shut off|disable)(?: (?:this|these|it|them|me|myself|my number|receiving|getting|all|the|from|of|your|list|{msg}|please|here))*$',
  'how (?:do|can|to)(?: i| we| you)? (?:stop|quit|end) (?:receiving|getting|these|the|this|your|all)(?: .*)?',
  '(?:turn|shut|switch) (?:off )?(?:these|this|the|your|all|it)? ?(?:{msg}|notifications|off)(?: off)?$|turn (?:this|these|it|that|them) off|turn off (?:these|this|your|my|all|the (?:texts?|messages?|alerts?|notifications?|sms))(?: .*)?',
  'cancel(?: (?:my|the|this|all|these|your|me|out|from|of|future|any|sms|text|phone))* (?:subscriptions?|{msg}|membership|registration|enrollment|enrolment|signup|sign up|contact|list|account|me)',
  'cancel (?:all|everything|this|it|me|these|them|please|now|out|immediately)(?: (?:of it|please|now|this|these))*$',
  '(?:just|please|can you|can u|could you|could u|will you|would you|would u|will u|must|should|to|said|need to|needs to|have to|gotta|better|then|so|asked you to|i want this to|make it|make them|make this|pls|you guys|everyone|somebody|someone|and|or) stop(?: ?$| (?:it|this|that|already|now|please|pls|immediately|today|forever|for good|all|asap))',
  '(?:can|could|will|would) (?:you|u|ya|yall) (?:please |pls |plz |just |kindly )*(?:stop|quit|not)(?: (?:it|this|that|already|now|please|{send}).*)?$',
  'why (?:dont|wont|cant|do not|havent|hasnt|isnt)(?: \\S+)? stop(?:ped)?(?: .*)?|(?<!(?:job|boss|work|mom|mother|dad|kids|kid|he|she|brain|sister|brother) )(?:wont|will not|never) stop (?:{send}).*|(?:you|u|yall|they|people|guys)(?: (?:just|still|always))* (?:keep|kept) (?:texting|messaging|calling|contacting|bothering|harassing|spamming|sending)(?: .*)?|(?:said|told|asked|replied|texted|sent|typed|wrote|say|saying|answered)(?: (?:you|u|yall|them|already|the|word|it|to|for|already said))* (?:stop|unsubscribe|no more|quit|cancel|pare)(?: .*)?',
  'unwanted (?:{msg})|no (?:soliciting|solicitors|solicitation|spam|spamming|marketing|ads)|no (?:texts|texting|messages|calls|sms|messaging|calling)(?: (?:please|pls|anymore|to me|to this number))*$|(?:too many|so many|sooo many) (?:damn )?(?:{msg}) stop',
]);

/** Asks for the opposite: taken out before anything else is read. */
export const englishKeeps = phrases(groups, [
  'unsubscribed? from (?!your|this|these|the|all|ur|you|my|it|everything)\\S+(?: .*)?|the end of (?:the|this|your) (?:offer|promo\\w*|sale|deal)s?',
  '(?:cant|cannot|couldnt|unable to|can not) (?:read|open|see|hear|load)(?: .*)?|drop (?:me|us) (?:off (?:at|in|by|near)|at|in|by|near)(?: .*)?',
  '(?<!(?:dont|not|never|wouldnt|doesnt) )(?:like|love|enjoy|appreciate) (?:getting|receiving|seeing|reading)(?: (?:the|these|your|ur|all|those))* (?:{msg}|deals|offers)',
  '(?:remove|take|drop|delete) (?:my |his |her |our |the )?(?:\\S+ ){0,2}(?:from|off|out of) (?:the |my |our |that )?(?:wait ?list|waiting list|reservation|booking|flight|tour|cruise|standby|excursion|itinerary|order|trip|room|ticket|cart)(?: .*)?',
  '(?:job|boss|work|mom|mother|dad|kids?|he|she|brain|sister|brother|friends?|family|ex|husband|wife) (?:just )?(?:wont|will not|never|doesnt|dont|cant) stop (?:call|text|messag|ask|bother|email)ing(?: .*)?',
  '(?<!(?:why|said|i said|told you) )(?:dont|do not|never|pls dont|please dont|dont ever|wouldnt)(?: want(?: you)? to| wanna| plan to| mean to| you ever| you dare| want to be| wish to)? (?:stop|quit|cancel|remove|removed|unsubscribe|unsubscribed|opt out|end|leave|delete|block|take me off|opt me out)(?: (?:sending|texting|messaging|me|my|the|it|from|these|your|out|messages|texts|offers|deals|promos|promotions|number|subscription|list))*',
  'not (?:trying|asking|going|looking) to (?:stop|unsubscribe|cancel|opt out)',
  'why (?:dont|do not|didnt|not) (?:you|u|someone|somebody) (?:just )?(?:call|text|email|message|send|contact|write)',
]);

/** Other meanings of the same words: travel, time, life. Taken out before single words are looked at. */
export const englishOtherSenses = phrases(groups, [
  '^why not$|cancell?ation (?:fees?|polic\\w+|costs?|charges?|insurance|terms|rules)(?: .*)?|^(?:is it |was it )?cancell?ed$|(?:if|in case|when) (?:someone|somebody|anyone|anybody|one of \\S+) (?:else )?cancels?(?: .*)?|(?:didnt|havent|never|not) cancel\\w*(?: .*)?|leave it (?:with|to) \\S+(?: .*)?',
  '(?:is|was|its|got|message|text|came|comes) cut off(?: .*)?|stop (?:num|number|no) ?\\d*(?: .*)?|(?:what|whose) stop(?: (?:do|is|should|are).*)',
  '(?:job|boss|work|mom|mother|dad|kids?|he|she|they|brain|head|sister|brother|friends?|family|people) (?:just )?(?:wont|will not|never|doesnt|dont|cant) stop(?: .*)?|(?:had|have|has|may|might|will have) to cancel (?:last|because|due|in|on|that|when|our last|my last)(?: .*)?|i end (?:school|work|college|classes|my shift)(?: .*)?',
  '(?:the|this|that|when does the|did the|does the) (?:sale|promo|promotion|offer|deal|season|tour|trip|show|event) ends?(?: .*)?|cancel (?:fee|fees|for any reason|policy|charge)|(?:might|may|could) cancel(?: .*)?',
  '(?:we|they|i|to|will|would|should|trip|tour|cruise) end (?:our|the|my|in|with|at|up|on)(?: .*)?',
  'non ?stops?|no ?stops|stops|stoppers?|stop ?overs?|stopping (?:in|at|over|by|for|through)',
  '(?:\\d+|one|two|three|four|a|an|the|any|each|another|many|few|short|long|quick|brief|first|next|last|final|only|single|zero|with|without|bus|pit|train|rest|gas|overnight|free|airport|multi|some|extra|intermediate|tour|lunch|photo|midway|cruise|metro|subway|tram|truck|which|nearest|closest|no|non|0|1|2|3|per|every|your) stop(?! (?:texting|messaging|calling|sending|contacting|bothering|this|it|these|me|spam))',
  'stop (?:in|at|by|over|off|on|through|there|near|nearby|along|between|around|before|after|en route|lasts?|time|duration|city|cities|is|was|are|anywhere|somewhere|midway|options?|flights?|overnight|first|for (?:the night|lunch|gas|a|fuel|one|two|\\d+|dinner|food)|to (?:see|visit|eat|rest|refuel|say|ask|pick|think|get|buy))(?! (?:texting|messaging))',
  '(?:cant|cannot|couldnt|can not|dont|doesnt|didnt|wouldnt|without|never|ever|hard to|impossible to|nothing can|wont) stop(?:ping)?(?: (?:thinking|dreaming|laughing|crying|smiling|looking|talking|working|traveling|travelling|raining|snowing|believin\\S*|loving|wondering|planning|the|until|till|me|us))?',
  'stop (?!(?:{send}|being|doing|trying)(?: |$))\\S+ing',
  'stop (?:believin\\S*|and (?:smell|think|see|look|shop|go)|watch|sign|light|gap|loss|working|smoking|drinking|eating|worrying|dreaming|raining|snowing|traveling|travelling)',
  '(?:where|we|flight|flights|plane|bus|train|cruise|ship|boat|tour|trip|layover|it|planes|ferry|shuttle|i|route)(?: (?:will|does|do|would|can|could|should|also|usually|always|ever|have to|need to|only|must|we|it|the \\S+|to))* stops?(?: (?:in|at|for|on|over|near|before|during).*)?',
  'stopped|stoppage',
  '(?:the|in|by|at|year|years|month|months|week|weeks|dead|high|low|front|back|south|north|east|west|other|far|no|days?|seasons?|summer|spring|until|till|before|after|does|will|when|tail|towards|near|that|which|to what) end(?: of)?|(?:when|what day|what time|how soon|does|do|will|date)(?: \\S+){1,5} end|end (?:of|date|dates|up|in|on|at|time|times|point|user|result|ing|to end|by|soon|before|after)|loose ends?|week end|ends',
  'quit (?:my|his|her|the|smoking|drinking|work|working|school|a|our|their|vaping|that|this job|job)|(?:i|he|she|we|they|just|to|wife|husband) quit',
  '(?:if|in case|case|can|could|may|able to|possible to|unless|what happens)(?: (?:i|we|they|he|she|someone|to|have|need|needs|want|wants|ever|must))* cancel(?! (?:my subscription|{msg}|these|texts))(?: .*)?|(?:cancellation|canceled|cancelled|canceling|cancelling|refund|refundable|insurance|policy)(?: \\S+)* cancel|cancel (?:for free|anytime|any time|later|without|within|up to|before|or change|and (?:rebook|refund))(?: .*)?|free cancel|cancel policy|(?:airline|they|delta|american|latam|azul|gol|tap|airlines|united|jetblue|copa|avianca|weather)(?: \\S+)? cancel',
  '(?:to|it|will|would|could|can|we|i|they|flight|plane|bus|lets|before|when|must|should|does|do|the|dont|didnt|its|s|days|day|hours?|day off|paid|maternity|parental|annual|medical|sick|take|my) leave(?: .*)?|leave (?:from|on|at|for|in|by|a|the|my|hartford|boston|miami|orlando|from jfk|town|after|before|early|late|next|this|tomorrow|today|tonight|around).*|leaves|leaving',
  '(?:emergency|exit row|the|an|fire|near|row|highway|tsa|which|what|airport) exit|exit (?:tax|fee|row|rows|seat|seats|visa|the|\\d+)',
  '(?:day|days|week|weeks|time|month|season|percent|\\d+|take|takes|taking|took|taken|kick|dollars?|usd|drop|dropping|pick|see|set|get|going|starts|lights|show|pay|paid|half|turn|cut|best|sea|on|one|right|far|well) off|off (?:season|peak|work|the coast|on|from|for|and|in|site|to|days?|at|beach|airport)',
  '(?:remove|removed) (?:the|one|a|that|a bag|bag|bags|luggage|hotel|insurance|car|my (?:bag|luggage|seat|hotel|wife|husband|son|daughter|kid|mother|father|friend))(?: .*)?',
  '(?:not|never) (?:enough|spam)|enough (?:time|money|space|room|for|days|miles|points|seats|to|information|info|people|leg)|(?:is|good|old|long|big|close|fast|near|cheap|soon|that|be|warm|have|had|got) enough',
  'spam folder|spam filter|check(?:ed)? (?:my |your )?spam|is this (?:a )?(?:spam|scam|junk)(?: .*)?|(?:went|go|goes|going|landed|was) (?:in|to|into) (?:my |your )?(?:spam|junk)',
  'try out|check out|find out|sold out|figure out|worked? out|hang out|going out|go out|went out|check ?out|out of|way out|watch out|help out|stand out|eat out|pass out|run out|ran out|time out|out (?:here|there|for|in|to|on|with)|(?:im|i am|we are|were|hes|shes|back|come|came|log|fly|flying|ship|look|reach|are|is|be|was|will|take|turns?|plan|map|lay|print|fill|make|made|spell|test|day|dinner|night|bring|head|move|pan|get|miss|leave|burn|put|send|drop|inside|in and) out',
  'block(?:s|ed)? (?:of|off|from|away|my calendar|out|seats|rooms|the date)|(?:a|one|two|few|\\d+|city|same|the|next|writers|room) blocks?',
  'delete(?:d)? (?:the|that|my (?:message|email|last|previous|app)|it by|by)(?: .*)?|(?:accidentally|by mistake|i) deleted?(?: .*)?',
  'halt(?:ed)? (?:in|at)|revoked? (?:my|his|her)? ?(?:visa|license|passport|green card|esta)(?: .*)?|visa (?:was |got |is |be )?revoked?|terminal|exit strategy',
]);

/** A plain no to an offer and nothing else: read as an opt-out, see classify.ts. */
export const englishRefusals = phrases(groups, [
  '(?:i have |have |got |theres )?(?:no|zero) interest(?: (?:whatsoever|at all|in (?:this|it|that|any of this|(?:any of )?(?:your|ur) (?:travel |\\S+ )?(?:offers?|services?|deals?|promos?|messages|texts|trips|business))))?|uninterested',
  '(?:im |i am |were |we are |we re |i m |am |really |so |just |totally |still )*(?:absolutely |definitely |certainly |truly |honestly |simply )?(?:not|never|no)(?: (?:at all|really|even|ever|been|and|nor|or|will|be|going to be|never|the least bit|the slightest bit|one bit|remotely|currently))* (?:interested|intrested|interest|interessted|intersted)(?: (?:at all|in (?:any of |all )?(?:your|ur|the|these|those|this|any|that|it|anything|what)(?: (?:offers?|services?|promos?|promotions?|deals?|company|business|travel\\w*|trips?|vacations?|texts?|messages?|products?|packages?|stuff|(?:you|u|yall) (?:are |re )?(?:offer|offering|sell|selling|have)))?|whatsoever|in the least|anymore|any more|period))*',
  '(?:i )?(?:could not|couldnt|do not|dont) care(?: less)?|(?:i )?(?:no|not|dont|doesnt)(?: (?:have|having|has|much|any))* (?:interest|interested|interesting)(?: in (?:your|ur|the|this|these|any)(?: (?!flight|cruise|hotel|insurance|trip to)\\S+){0,2})?',
]);

/** Annoyed or puzzled about being written to, without asking for anything: a person should look. */
export const englishDoubts = phrases(groups, [
  '(?:how|hows|howd|where|whered|from where)(?: \\S+){0,3} (?:get|got|find|found|obtain|have|has)(?: \\S+)? (?:me|my|this)(?: (?:number|info|contact|phone|cell|name).*)?$|who gave (?:you|u|yall)(?: .*)?',
  'why (?:are|r|do|am|did|is)(?: \\S+){0,2} (?:texting|messaging|contacting|calling|getting|receiving|sending|text|message|call|contact|get|receive|send)(?: .*)?',
  '(?:only|just) (?:text|call|message|contact) me|(?:text|call|message) me only|only (?:email|whatsapp|text)|(?:too many|so many|too much|less|fewer) (?:{msg})|too often|every (?:single )?day|^ugh$|(?:text|message|write)(?: me)? (?:a lot|less|way too much|too much|so much|so often)|(?:once|twice) (?:a|per) (?:week|month|year) is (?:enough|plenty|fine)',
  '(?:im|i am|this is|this isnt|thats) not (?!interested|sure|able|available|going|in|at|ready|cheap|bad|good|a|the|what|too|so|that|only|yet|working|here|from|traveling|flying)\\S+$',
  '^(?!.*(?<![^ ])(?:flights?|fly|tickets?|earliest|funeral|travel)(?![^ ])).*(?:passed away|deceased|is dead|has died|died)(?: .*)?|(?:dont|do not|no longer|never) (?:fly|travel)(?: anymore| any more)?$|rude|annoying|irritating|ridiculous|unprofessional',
  'im out$|im done$|i give up|hard pass|(?:dont|do not|no longer) want (?:the|my|that|our) (?!insurance|seat|bag|bags|layover|stopover|car|transfer)\\S+(?: \\S+)?(?: any ?more| now)?$|forget it|forget about it|count me out|text only|no calls(?: .*)?|wtf|what the (?:hell|fuck)|fuck(?! yea| yes| ya)',
]);

/** No, but only now, or only on this way: nothing to suppress for, and a person should read it. */
export const englishLimits = phrases(groups, [
  '(?:text|message|email|whatsapp) me(?: \\S+){0,4} no need to call(?: .*)?',
  '(?:text|message|email|whatsapp)(?: me)? only(?: please)? (?:dont|do not|no) call\\w*(?: .*)?',
  '(?:dont|do not)(?: ever)? (?:call|text|tell|message|email|contact)(?: \\S+){0,2} my (?:husband|wife|boyfriend|girlfriend|boss|job|work|office)(?: .*)?',
  '(?:dont|do not) (?:text|call|message|contact) (?:me )?(?:now|today|tonight|right now|before|after|during|until|till|while|so (?:early|late)|this (?:early|late)|in the (?:morning|evening|afternoon|middle)|at (?:night|work|this)|on (?:sunday|saturday|weekends))(?: .*)?',
  '(?:only|just) (?:call|email|whatsapp)(?: me)?(?: .*)?|no calls(?: please| pls)? (?:text|texts|texting|message) (?:is|are|only|ok|fine|me|works|instead|please)(?: .*)?',
  '(?:dont|do not) (?:call|contact|text|email|message)(?: me)?(?: (?!or |and |nor |ever )\\S+)* (?:(?:just |only |instead |but |please )+(?:text|email|message|whatsapp|call|write)(?: me)?|(?:text|email|message|whatsapp|call|write) (?:me|instead|only))(?: .*)?',
]);
