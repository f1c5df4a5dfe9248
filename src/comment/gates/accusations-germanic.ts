import { any, type AccusationWords } from './accusations-list.ts';

export const english: AccusationWords = {
  crimes: any(
    'murder(?:s|ed|er|ers|ing|ous)?|manslaughter|homicides?|killers?|kill(?:ed|s)? (?:\\p{L}+ )?(?:man|men|woman|women|child|children|boys?|girls?|people|person|patients?|workers?|residents?|him|her|them)|fraud(?:s|ster|sters|ulent|ulently)?|defraud(?:s|ed|ing)?',
    'brib(?:e|es|ed|ing|ery)|kickbacks?|theft|thefts|thief|thieves|st(?:ole|olen|eal|eals|ealing)|robb(?:ed|ery|er|ers|ing)|burglar(?:y|s|ies)?|loot(?:ed|ing|s|er|ers)',
    'corrupt(?:ion|ed|ly)?|embezzl(?:e|es|ed|ing|ement|er|ers)|misappropriat(?:e|es|ed|ing|ion)|rap(?:e|es|ed|ist|ists|ing)|sexual(?:ly)? (?:assault(?:ed|s)?|abuse[ds]?)|molest(?:ed|ing|er)|assault(?:s|ed|ing)?',
    'extort(?:s|ed|ing|ion|ionist)?|blackmail(?:s|ed|ing)?|perjur(?:y|ed|er)|traffick(?:ing|ed|er|ers)|smuggl(?:e|es|ed|ing|er|ers)|money[ -]launder(?:ing|er|ers)|launder(?:ed|ing|s)? (?:the |their |his |her )?(?:money|funds|cash|profits)',
    'tax[ -](?:evasion|evaders?|evader|fraud|dodg(?:e|ed|ing|er|ers))|evad(?:e|es|ed|ing) tax(?:es)?|guilty|guilt|criminal(?:s|ly|ity)?|crimes?|felon(?:y|s|ies)?|crooks?|gangsters?|mafia|mobsters?',
    'li(?:ed|es|ar|ars|e) under oath|lied to (?:the )?(?:court|police|inquiry|investigators)|(?:br(?:oke|oken|eak|eaks|eaking)|violat(?:e|es|ed|ing)|flout(?:s|ed|ing)?) the law|law-?break(?:ing|er|ers)',
    'cover(?:ed|s|ing)? (?:it |this |that |everything |the \\p{L}+ )?up(?! (?:to|by))|cover-ups?|conspir(?:ed|acy|ing|e|ator|ators)|forg(?:ed|es|ing) (?:\\p{L}+ )?(?:documents?|papers?|signatures?|records?|figures?|minutes|letters?|passes|tickets?)|forger(?:y|ies|s)?|falsif(?:y|ied|ies|ying)|illegal(?:ly)?|unlawful(?:ly)?|arson(?:ist|ists)?|terroris(?:m|t|ts)|kidnap(?:s|ped|ping|per|pers)?|tortur(?:e|ed|ing)|swindl(?:e|ed|ing|er|ers)|insider trading|price[ -]fixing|racketeer(?:ing|s)?|obstruct(?:ed|ing|ion)? (?:of )?justice|poison(?:ed|ing|s) (?:the |our |their )?(?:river|water|well|wells|air|soil|people|residents|children|neighbours|workers|them|us)|pocket(?:ed|ing|s) (?:the |public |our |their )?(?:\\p{L}+ )?(?:money|funds|cash)',
    'p(?:a)?edophil(?:e|es|ia)|larceny|genocide|treason|traitors?|grop(?:e|es|ed|ing)|sp(?:y|ied|ying|ies) for|(?:sold|sells?|selling|deal(?:s|t|ing)?(?: in)?) drugs|drug dealers?|rig(?:s|ged|ging) (?:the |an? )?(?:\\p{L}+ )?(?:votes?|elections?|tenders?|bids?|count|ballots?)|siphon(?:s|ed|ing)?|skimm(?:ed|ing) (?:off |the )?(?:\\p{L}+ )?(?:money|fares|funds|cash)|on the take|nicked|perjured|(?:paid|pay|pays|bought) (?:him |her |them )?off|war criminals?|nazis?|on (?:his|her|their) hands|helped (?:him|her|them)sel(?:f|ves) to (?:the )?(?:\\p{L}+ )?(?:money|funds?|cash|till|fares)',
    '(?:into|to) (?:his|her|their) own (?:pockets?|accounts?|purse)|envelopes? (?:of|full of|with) (?:cash|money)|belongs? (?:in (?:prison|jail)|behind bars)|drove drunk|drunk[ -]driving|set (?:fire to|alight)|ordered the (?:death|killing|murder)|stalk(?:ed|s|ing) (?:\\p{L}+ )?(?:\\p{L}+)|threaten(?:ed|s|ing) (?:\\p{L}+ ){1,4}with (?:a |an )?(?:knife|gun|axe|death|weapon)|(?:beat|beats|hit|hits|punched|kicked|struck) (?:an? |the |him|her|his |her )?(?:nurse|child|boy|girl|woman|man|wife|husband|him|her|worker|neighbour)(?: up)?|slept with an? \\p{L}+(?:-\\p{L}+)* (?:child|girl|boy)|abus(?:ed|es|ing) (?:an? |the )?(?:child|children|girls?|boys?)|harass(?:ed|es|ing|ment)|threw stones at|shot (?:him|her|an? |the )(?:\\p{L}+)?|stabb?(?:ed|ing)',
  ),
  harmless: any(
    'anti-\\p{L}+|criminal (?:law|laws|code|courts?|justice|records?|lawyers?|procedure|defence)|crime (?:rates?|figures|statistics|novels?|fiction|stories|prevention|writers?|scene)|murder mysteries|murder mystery',
    '(?:fraud|theft|murder|corruption|crime|bribery|trafficking|rape|assault|robbery|burglary) (?:squad|unit|office|desk|hotline|prevention|alarms?|insurance|victims?|laws?|charity|cent(?:re|er)s?|survivors?)',
    '(?:against|prevent(?:s|ed|ing)?|fight(?:s|ing)?|fought|combat(?:s|ing)?|tackl(?:e|es|ed|ing)|report(?:s|ing)? (?:a |any )?|risk of|risks of|victims? of|fear(?:s|ed)? of|protect(?:s|ed|ion|ing)? (?:\\p{L}+ )?(?:from|against)|guard(?:s|ing)? against|exposed to|survivors? of|insured against|laws? on|laws? against) (?:\\p{L}+ )?(?:fraud|theft|murder|corruption|crimes?|bribery|trafficking|rape|assault|robbery|burglary|extortion|money laundering|tax evasion|smuggling|perjury|embezzlement|kidnapping|torture|arson|terrorism)(?: (?:and|or) (?:fraud|theft|corruption|crime|bribery|waste))?',
    'it (?:is|would be|should be|was) (?:not )?(?:a crime|illegal|unlawful|criminal) (?:to|for|if)[^.;:]*|(?:feel|feels|feeling|felt|guilty) guilty|guilty (?:feelings?|conscience|pleasure)|sense of guilt|feelings? of guilt|steal(?:s|ing)? (?:the show|a glance|away|a march)|stole (?:the show|a glance|away)|murderous (?:heat|pace|hours?)|daylight robbery|not a crime',
  ),
  subjects: any(
    'he|she|they|mayors?|ministers?|presidents?|directors?|councillors?|council|board|compan(?:y|ies)|firms?|(?:the|dye|water|gas|steel) ?works|police|officers?|officials?|government|administration|ministry|commissioners?|superintendents?|governors?|senators?|judges?|managers?|management|managing|chair(?:man|woman)?|boss(?:es)?|owners?|landlords?|employers?|bank|banks|bankers?|union|hospital|doctors?|nurses?|teachers?|priests?|church|party|politicians?|contractors?|factory|agency|authority|corporation|executives?|foreman|foremen|department|committee|newspaper|driver|warden|the trust|developers?|investors?',
  ),
  negations: any(
    "not|no|never|nobody|no one|none|nothing|neither|nor|without|cannot|isn['’]t|wasn['’]t|aren['’]t|weren['’]t|didn['’]t|doesn['’]t|don['’]t|hasn['’]t|haven['’]t|hadn['’]t|won['’]t|can['’]t|couldn['’]t|innocent of|cleared of|acquitted of|acquitted|deny|denies|denied|hardly",
  ),
  verdicts: any(
    '(?:was|were|been|is|are|stands?) (?:\\p{L}+ )?(?:convicted|sentenced|found guilty|fined|jailed|imprisoned)|conviction|convictions|pleaded guilty|pled guilty|plead(?:s)? guilty|(?:court|judge|judges|jury|tribunal|magistrates?) (?:has |have |had )?(?:found|ruled|held|convicted|sentenced|fined|decided|concluded)|admitted (?:in court|to the court)|convicted (?:him|her|them|of|by|for)',
  ),
  charges: any(
    '(?:is|are|was|were|been|being|stands?|stand) (?:\\p{L}+ )?(?:charged|accused|suspected|indicted|investigated|arrested|under investigation)|charges? of|alleg(?:ed|edly|es|e|ation|ations)|(?:faces?|facing|faced) (?:\\p{L}+ )?charges?',
  ),
  attributions: any(
    'according to|(?:said|says|say|told|stated|states|wrote|writes|alleged|alleges|claimed|claims|argued|argues|called|calls|testified|announced|reported|reports|added|asked|insisted|insists|declared)|in the words of|as \\p{L}+ put it|put it|reckons?|answered|replied',
  ),
};

export const german: AccusationWords = {
  crimes: any(
    'mord(?:e|es|en)?|ermordete?n?|mörder(?:in|innen|n)?|totschlag|betrug|betrüger(?:in|innen|n)?|betrog(?:en)?|betrügt|betrügen|betrügerisch\\p{L}*|bestechung|bestach(?:en)?|bestochen|besticht|bestechlich\\p{L}*|schmiergeld(?:er|ern)?',
    'diebstahl|diebstähle|dieb(?:e|in|en)?|stahl(?:en)?|gestohlen|stiehlt|raub|raubte|beraubt|korruption|korrupt\\p{L}*|unterschlagung|unterschlug(?:en)?|unterschlagen|veruntreu\\p{L}+|dieb(?:in|innen)|hochverrat|völkermord|spionier\\p{L}+|pädophil\\p{L}*|vergewaltig\\p{L}+|erpress\\p{L}+|meineid|menschenhandel|geldwäsche|steuerhinterziehung|hinterzog(?:en)?|hinterzieht',
    'schuldig\\p{L}*|kriminell\\p{L}*|verbrechen|verbrecher\\p{L}*|verbrecherisch\\p{L}*|straftat(?:en)?|vertuscht(?:e|en)?|vertuschung|brach(?:en)? das gesetz|gesetz gebrochen|illegal\\p{L}*|rechtswidrig\\p{L}*|gefälscht|fälschte|fälschung|körperverletzung|gauner|mafia',
  ),
  harmless: any(
    'anti\\p{L}+|(?:kampf gegen|schutz vor|gegen|opfer von|gefahr von|vorbeugung gegen) (?:\\p{L}+ )?(?:betrug|korruption|diebstahl|verbrechen|geldwäsche|kriminalität)|kriminalroman\\p{L}*',
  ),
  subjects: any(
    'er|sie|bürgermeister(?:in)?|minister(?:in)?|präsident(?:in)?|direktor(?:in)?|rat|stadtrat|gemeinderat|behörde|firma|unternehmen|konzern|polizei|polizisten?|regierung|verwaltung|vorstand|chef(?:in|s)?|leiter(?:in)?|politiker(?:in|innen)?|beamte[nr]?|richter(?:in)?|bank|partei|amt|ministerium|werk|vermieter(?:in)?|(?:herr|frau) \\p{Lu}\\p{L}+',
  ),
  negations: any(
    'nicht|kein(?:e|en|er|em|es)?|nie|niemals|niemand|nichts|ohne|weder|unschuldig|freigesprochen|bestreitet|bestritt',
  ),
  verdicts: any(
    'verurteilt(?:e|en)?|schuldig gesprochen|schuldspruch|(?:gericht|richterin?|kammer) (?:hat |befand|sprach|verurteilte|entschied|stellte)|bekannte sich schuldig|gestand vor gericht',
  ),
  charges: any(
    'angeklagt|beschuldigt|verdächtigt?|vorgeworfen|mutmaßlich\\p{L}*|angeblich\\p{L}*|wegen \\p{L}+ ermittelt',
  ),
  attributions: any(
    'laut|nach angaben|zufolge|sagte?n?|sagt|erklärte?n?|schrieb(?:en)?|warf(?:en)? (?:ihm|ihr|ihnen)|behauptete?n?|berichtete?n?|nannte?n?|so (?:der|die|das)',
  ),
};
