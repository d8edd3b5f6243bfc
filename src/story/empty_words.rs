//! Words that are no keywords, between spaces. English.

/// What headlines do; lower case. Those that are as often nouns (`strikes`, `votes`, `talks`) are left out.
pub(super) const VERBS: &str = "\
    accelerate accept accepts accusing achieve achieves achieving acquire acquires acquiring add adds adopt adopts \
    affect affecting affects afford agree agreed agrees aiming alleges alleging allow allows announce announces \
    announcing appear appears applies apply approaching approve approves arrive arrives arriving ask asking asks \
    asserts assess attend attending attends attract attracts avail avoid avoids awaiting awaits battling beat beats \
    became become becomes becoming been begin begins being believe believes blasts bolster boosting bought bound \
    breaking breaks bring brings broke broken brought build builds built buy buying buys call calls came cancel \
    cancels carries carry carrying catches catching caught celebrate celebrates celebrating changing choose chooses \
    chose chosen citing claim claiming claims collect collects come comes coming communicate compare compares \
    comparing compete completing comprises condemns conducting confirm confirming confirms congratulates connect \
    connects consider considering considers consume contain containing contains continue continues continuing \
    contribute contributes convert converts create creates creating crossing curb cutting declare declares declines \
    defend defending defends delete deletes deliver delivering delivers demanding denies denounces deny deploy \
    deploys describe describes destroy destroying destroys detect detecting detects determine develop develops did \
    die died dies discover discovers discuss discusses dismiss dismisses disrupt does doing done doubles drawn drew \
    dropping dubs dying earn earns eat eats eliminate emerge emerges enable enables encourage encourages enhance \
    enhances enjoy enjoying enjoys ensure ensures enter entering enters establish evacuate evaluate evolve examine \
    examines exist exists expand expands expect expecting expects experiencing explain explaining explains explode \
    explodes explore explores exploring extend extending extends eyeing face faces facilitate facing fail fails \
    fallen featuring feel feels felicitates fell felt fetch find finds finish finishes fled flee fleeing flees \
    follow following follows forget forgets forgot form forming forms fought found gaining gather gathers gave \
    generate generates get gets getting give given gives giving going gone got gotten grab grabbing grabs grew grow \
    grown grows guess hail hailing hails happen happening happens having head heads hear heard hears help helping \
    helps highlighting hinting hints hit hits hitting hold holding holds hope hopes hoping hosting identifies \
    identify ignore ignores impose imposes improve improves improving inaugurates include includes increasing \
    indicate indicates indicating infect inform informs install installs introduce introduces introducing invade \
    invades investigate investigates investigating involves issuing join joining joins keep keeping keeps kept kicks \
    kill kills knew know known knows laid lashes lasts lauds launches launching lay learn learns learnt leave leaves \
    leaving led left lend lends let lets letting listen listens lists look looking looks lose loses losing lost \
    loves made maintain maintaining maintains make makes making manage manages mean means meet meets met miss misses \
    mourns moving mulls mutating nabs nears need needs observe observes occur occurs offers open opens operate \
    operates opt opts orbiting overcome owns paid participate participates pass passes paying perform performing \
    performs pick picking picks played plays plunges pose poses posing posting praises predict predicts prefer \
    prefers prepare prepares preparing prevent prevents produce produces producing promote promotes promoting \
    protect protects prove proves provide provides providing pull pulling pulls pursue pushing put puts putting quit \
    quits raise raises raising ran reach reaches reaching react reacted reacts ready receive receives receiving \
    recommend recommends recounts recover reduce reduces reducing reflect reflects reiterates reject rejecting \
    rejects remain remains remember remembers remove removes removing reopen reopens replace replaces replacing \
    represent represents require requires requiring resign resigns resolve respond responds restore restores resume \
    resumes retain retains retire retires return returning returns reveal revealing reveals riding rips risen \
    rolling rolls rose rues run running runs said save saves saving saw say saying says securing see seek seeking \
    seeks seem seems seen sees select selects sell selling sells send sending sends sent serve serves serving set \
    sets settle sharing shed sheds shelved show showcase showcases showing shown shows shut shuts shutting sign \
    signs sit sits skip skips slam slams slips soars sold solve solves sought sparks speak speaks spend spends spent \
    spoke spoken spreading staying stays steal steals step stepping steps stole stopping struck struggles struggling \
    studying submit submits sued suffer suffering suffers suggest suggesting suggests supporting surges survive \
    survives surviving suspend suspends sustain swept sworn tackle tackles take taken takes taking targeting teases \
    teasing tell telling tells thank thanks think thinks thought threaten threatening threatens threw thrown thwart \
    told took topples tracking transform transforms treating tries trolls try tumbles turning turns undergo \
    undergoes undergoing understand underwent unlock unlocks unveil unveils urge urges urging use uses using vary \
    violating visiting vow vows waiting want wants warn warns wear wearing wears weigh weighing weighs went win wins \
    wishes withdraw withdraws withdrew woke won wondering wonders wore working worth write writes writing written \
    wrote";

/// What something is like: a part of what it is (`solar eclipse`), and nothing alone; lower case. Those that are as often
/// nouns (`criminal`, `general`) are left out.
pub(super) const QUALITIES: &str = "\
    absolute acute adaptive additional adequate adorable adverse affordable aged aggressive all-new all-time alleged \
    amazing ambitious ancient annual another appropriate artificial automatic back-to-back bad ballistic basic \
    beautiful big bigger biggest bilateral biological bizarre bold brief briefest bright brilliant broad broader \
    brutal built-in busy cardiac cardiovascular celestial cellular certain cheap cheaper cheapest chronic civic \
    civil clean clear clinical closest coastal cognitive collective common communal compact competitive \
    comprehensive consecutive conservative constant constitutional continuous controversial conventional corporate \
    corresponding cosmic creative crucial cruel cultural cute daily deadliest deadly decent decisive deep deeper \
    defensive dense desperate devastating different difficult digital diplomatic dire disappointing distant distinct \
    diverse domestic dominant dramatic dual dynamic eastern easy economic educational electric electronic elite \
    emotional enormous entire entry-level environmental epic escalating evil exact excellent exciting exclusive \
    existing explosive extensive external extra extraordinary extreme fake false famous fantastic far-right fast \
    faster fastest fatal federal fewer fierce fifth financial first-ever foreign formal forthcoming fourth free \
    frequent fresh friendly front-line full fundamental funny further genetic geopolitical giant global good \
    gorgeous grand grateful grave gravitational great greater greatest growing happy hard harsh healthy heavy hefty \
    high high-end high-level high-profile higher highest hilarious historic historical hot huge humanitarian humble \
    iconic ideal ill illegal immediate immense important impressive in-depth in-game in-person inaugural incoming \
    incredible individual industrial infectious inflammatory initial inner innocent innovative instant institutional \
    intense intensive interesting interim internal international intimate intriguing joint key large larger largest \
    last late later leading legal legendary like-minded likely liquid little live local long long-lasting long-term \
    long-time longest longtime loud low lower lowest lucky lunar magnetic main major malicious massive medical mega \
    memorable mental mere mild minor modern modest molecular monetary monthly multiple municipal mutual mysterious \
    narrow national natural nearby negative neighboring neighbouring new newer newest next next-gen next-generation \
    nice northern notable notorious numerous obvious odd offshore older oldest ongoing online optical oral orbital \
    ordinary organic original outer outgoing outstanding overall overseas partial past perfect permanent persistent \
    personal physical pivotal poor popular positive potential powerful practical precious precise preliminary \
    presidential previous primary private professional prominent promising proper proud psychological quarterly \
    quick rapid rare raw real recent record-breaking regional regular regulatory religious reluctant remaining \
    remarkable remote renewable reproductive residential respective respiratory rich richest robust romantic royal \
    rude ruling rural sad safe scientific seasonal second-largest secret senior sensational sensitive separate \
    serious several severe sexual sharp shocking short significant silent simple single sixth slight slow small \
    smaller smallest smart smooth social soft solid special specific spectacular stable state-run steady steep \
    stellar straight strange strategic strict striking strong stronger strongest structural stunning stylish \
    substantial successful successive sudden super supreme surprising sustainable sweet technical temporary terrible \
    theatrical thermal thick thin third-party thrilling tight tiny tough traditional tragic tremendous triple true \
    twin typical unable unbeaten unclear unfair unique unknown unlikely unprecedented unseen unusual upcoming upper \
    urban urgent useful usual valuable various vast veteran viral virtual visual vital vulnerable war-torn warm weak \
    weekly whole whopping wide wider widespread wild wise wonderful worldwide worse worst wrong year-ago yearly \
    young younger youngest";

/// In every story, and in none of them what it is about.
pub(super) const EVERYWHERE: &str = "\
    ability able actually allegedly anyone anything aspect aspects available back best bit cent check currently day \
    days details early else era everyone everything example extent fact favorite favorites favourite favourites \
    finally former fully fun half hour hours kind latest list longer lot lots manner matter matters mentally minute \
    minutes moment moments month months nearly newly news nobody occasion official officially officials old others \
    part people photo photos physically pic pics places point points possible probably quickly read really reason \
    reasons recently report reportedly reports researcher researchers rest rs saga scientist scientists seconds \
    similar somebody someone something somewhere sort stuff tale thanks thing things time times today tomorrow \
    tonight type types update updates version versions watch way ways week weeks year years yesterday";

/// Numbers in words.
pub(super) const NUMBERS: &str = "\
    billion billions crore crores dozen dozens eight eighteen eighty eleven fifteen fifty first five forty four \
    fourteen hundred hundreds lakh lakhs million millions nine nineteen ninety second seven seventeen seventy six \
    sixteen sixty ten third thirteen thirty thousand thousands three trillion twelve twenty twice two";

/// What is a word only together with another: prefixes before a hyphen, short forms before a name.
pub(super) const FRAGMENTS: &str = "\
    anti capt dept gen gov multi non pics pro prof rep rs semi sen usd yoy";

/// Words that end as adverbs do and are none.
pub(super) const NO_ADVERBS: &str = "\
    ally anomaly assembly belly bully butterfly daily doily dragonfly elderly family firefly fly folly holly jelly \
    lily monopoly monthly oligopoly panoply quarterly rally reply supply tally weekly yearly";
