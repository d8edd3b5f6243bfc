//! Words that are no keywords, between spaces. English.

/// What headlines do; lower case. Those that are as often nouns (`strikes`, `votes`, `talks`) are left out.
pub(super) const VERBS: &str = "\
    abandon abstain abusing accelerate accept accepting accepts accumulate accuses accusing achieve achieves \
    achieving acquire acquires acquiring activate activating adapt adapting add adding addressing adds adhering \
    administer admits adopt adopts advancing advises affect affecting affects afford agree agreed agrees aiming \
    align aligning allege alleges alleging allocate allow allows alter altering analysing annex announce announces \
    announcing apologise apologize appear appearing appears applies apply appoint appointing approaching approve \
    approves arrive arrives arriving ask asking asks assaulting asserting asserts assess assures attach attempting \
    attend attending attends attract attracts avail avoid avoiding avoids awaiting awaits banning barring battling \
    beat beaten beats became become becomes becoming been begging begin begins begun being believe believes bitten \
    blames blaming blasts blew blocking blowing boasts bolster boosting borrow bother bought bound bracing breaching \
    breaking breaks breathe bring bringing brings broke broken brought build builds built bury buy buying buys call \
    calls came cancel cancelling cancels carries carry carrying carving catches catching caught causing cease \
    celebrate celebrates celebrating changing choose chooses chose chosen cites citing claim claiming claims \
    classify clearing clears clicking clinch coincide coinciding collaborate collaborating collect collecting \
    collects collide colliding come comes coming commemorate commence commit communicate compare compares comparing \
    compete competes complain complaining completes completing comprises conclude concludes condemn condemning \
    condemns conducting confirm confirming confirms confronts congratulate congratulates connect connects conserve \
    consider considering considers consolidate constructing consume contain containing contains continue continues \
    continuing contribute contributes convert converting converts cooperating copying crashing create creates \
    creating criticising crosses crossing crying curb curbing cutting decide declare declares declaring declines \
    decode dedicate deepen defeating defend defending defends define defying degrade delaying delete deletes \
    deleting deliver delivering delivers demanding demonstrates denies denounces deny depending deploy deploys \
    describe describes deserve destroy destroying destroys detect detecting detects determine develop develops did \
    die died dies differentiate disappoint disclose disclosing discontinue discontinuing discover discovers discuss \
    discusses discussing dismiss dismisses disperse disrupt dissolve does doing dominate dominates donate donating \
    done donning doubles draining drawn drew driven dropping drown dubs dying earn earns ease easing eat eaten eats \
    elect eliminate eliminating embracing emerge emerges emerging emphasize enable enables encourage encourages \
    ending endorse endorsing engage enhance enhances enjoy enjoying enjoys ensure ensures ensuring enter entering \
    enters entertain erase eroding escalate establish evacuate evacuating evade evaluate evaluating evolve examine \
    examines examining exceed exceeding exclude excluding exist exists expand expanding expands expect expecting expects \
    expelling experiencing experimenting expire explain explaining explains explode explodes explore explores \
    exploring expose extend extending extends eyeing face faces facilitate facing fail failing fails fallen falling \
    feasting featuring feel feels felicitates fell felt fetch fill fills find finds finish finishes flaunting \
    flaunts fled flee fleeing flees flown follow following follows forcing forget forgets forgot form forming forms \
    fought found fuelling fulfill gaining gather gathers gave gearing generate generates generating get gets getting \
    give given gives giving going gone got gotten grab grabbing grabs greets grew grow grown grows guess guessing \
    gushing hail hailing hails halted halting handing handle happen happening happens harassing having head heading \
    heads hear heard hears held help helping helps hide hiding highlighting hinting hints hit hits hitting hold \
    holding holds honouring hope hopes hoping hosting hurting identifies identify identifying ignore ignores \
    illuminate impacting impose imposes impress improve improves improving inaugurate inaugurates inciting include \
    includes including incorporating increasing indicate indicates indicating indulging infect inform informs \
    injuring insisting insists install installing installs integrating intend intends intensifies intensify \
    interfere intervene introduce introduces introducing invade invades invest investigate investigates \
    investigating investing inviting involves isolate isolating issuing join joining joins jumping keep keeping \
    keeps kept kicking kicks kill kills knew knocking know knowing known knows laid lashes lasts lauds launches \
    launching lay learn learns learnt leave leaves leaving led left lend lends let lets letting linking listen \
    listens lists loading look looking looks lose loses losing lost loves lowering made maintain maintaining \
    maintains make makes making manage manages marry maximise mean means meant meet meets melt merge merging met \
    miss misses modify mourns moving mulls murdering mutate mutating nabs navigate nearing nears need needs \
    negotiate neutralise observe observes occur occurs offers offload open opens operate operates oppose opposes opt \
    opting opts orbiting organise organize outperform overcame overcome overtake overturn owing owns paid \
    participate participates pass passes pausing paying pays perform performing performs persuade pick picking picks \
    played plays plunges pose poses posing posting postpone pouring praises predict predicts prefer prefers prepare \
    prepares preparing prepping prevent preventing prevents produce produces producing promote promotes promoting \
    propel proposing prosecute protect protecting protects protesting prove proves provide provides providing \
    publish pull pulling pulls punish pursue pushes pushing put puts putting qualify quit quits quitting quoting \
    raise raises raising ramping ran reach reaches reaching react reacted reacts readies ready readying realise \
    realize receive receives receiving recite reciting reckons recognise recognises recognize recommend recommending \
    recommends recounts recover recovering recovers recreate recreates recreating reduce reduces reducing referring \
    refers reflect reflects refuses refusing regenerate regulate reiterate reiterates reject rejecting rejects \
    rejoice relate relating relax relocate remain remains remember remembers reminds remove removes removing rename \
    renew reopen reopens repay repeating replace replaces replacing replicate replicating represent represents \
    require requires requiring rescuing resign resigns resolve respond responding responds restarting restore \
    restores restoring restrict restricting resume resumes retain retains retire retires retiring return returning \
    returns reunite reuniting reveal revealing reveals reviewing revive reviving riding rips risen rising rolling \
    rolls rose rotate rues run running runs rushing safeguard said sang satisfy save saves saving saw say saying \
    says scrambling securing see seek seeking seeks seem seems seen sees seize select selecting selects sell selling \
    sells send sending sends sent separating serve serves serving set sets settle sharing shed sheds shelved shines \
    show showcase showcases showing shown shows shrink shun shut shuts shutting sign signaling signs simplify sings \
    sit sits skip skipping skips skyrocket slam slamming slams slapping slipping slips slowing soar soaring soars \
    sold solve solves sought sparking sparks speak speaking speaks spend spends spent spoke spoken spotting \
    spreading starring starting stating stave staying stays steal stealing steals steer step stepping steps sticking \
    stole stop stopping storing strengthen struck struggles struggling studying submit submits subscribe succeed \
    succeeds sucks sue sued suffer suffering suffers suggest suggesting suggests suing sung supporting surges \
    surpass surpassing surrounding survive survives surviving suspend suspending suspends sustain swept sworn tackle \
    tackles take taken takes taking tapping targeting taught teach teaming tease teases teasing tell telling tells \
    testify thank thanks think thinks thought thrash threaten threatening threatens threw throwing thrown thwart \
    tied tighten told took topping topple topples touches tracking transferring transform transforms transitioning \
    translate transmitting traveling treating tries triggering trim trolls try trying tumbles turning turns tweeting \
    uncover undergo undergoes undergoing underlines understand underwent unfolds unlock unlocks unravel unveil \
    unveils updating upload urge urges urging use uses using vaccinate vary verify vie violating visiting vow vows \
    waiting waive want wanting wants warn warns watching wear wearing wears weigh weighing weighs welcoming went win \
    wins wipe wiping wishes wishing withdraw withdrawing withdrawn withdraws withdrew witnessing woke won wondering \
    wonders woo wore working worth wrap wrapping write writes writing written wrote";

/// What something is like: a part of what it is (`solar eclipse`), and nothing alone; lower case. Those that are as often
/// nouns (`criminal`, `general`) are left out.
pub(super) const QUALITIES: &str = "\
    absent absolute abuzz accessible accountable acute adaptive additional adequate adorable adrift adverse \
    affordable afraid aged aggressive akin alive all-new all-time alleged amazing ambitious ancient annual another \
    appropriate arbitrary artificial asleep asymptomatic automatic aware back-to-back bad ballistic baseless basic \
    beautiful beneficial big bigger biggest bilateral biological bizarre bold born brief briefest bright brilliant \
    broad broader brutal built-in bullish busy cardiac cardiovascular celestial cellular certain cheap cheaper \
    cheapest chronic civic civil clean clear clinical closest coastal cognitive collective common commonplace \
    communal compact competitive comprehensive compulsory consecutive conservative constant constitutional \
    continuous controversial conventional corporate corresponding cosmic creative crucial cruel cultural cute daily \
    deadliest deadly decent decisive deep deeper defensive deficient dense desperate devastating different difficult \
    digital diplomatic dire disappointing distant distinct diverse domestic dominant dramatic dual dynamic eager \
    eastern easy economic educational electric electronic elite emotional enormous entire entry-level environmental \
    epic escalating evil exact excellent exciting exclusive existing explosive extensive external extra \
    extraordinary extreme fake false famous fantastic far-right fast faster fastest fatal federal fewer fierce fifth \
    financial first-ever foreign formal forthcoming fortunate fourth free frequent fresh friendly front-line full \
    fundamental funny further genetic geopolitical giant global good gorgeous grand grateful grave gravitational \
    great greater greatest growing happy hard harsh healthy heavy hefty hidden high high-end high-level high-profile \
    higher highest hilarious historic historical hopeful hot huge humanitarian humble iconic ideal ill illegal \
    immediate immense impending important impossible impressive in-depth in-game in-person inaugural incoming \
    incredible individual industrial ineffective infectious inflammatory initial inner innocent innovative instant \
    institutional intense intensive interesting interim internal international intimate intriguing irrelevant \
    irritable jealous joint key large larger largest last late later leading legal legendary like-minded likely \
    liquid little live local long long-lasting long-term long-time longest longtime loud low lower lowest lucky \
    lunar magnetic main major malicious massive medical mega memorable mental mere mild mindful minor modern modest \
    molecular monetary monthly multiple municipal mutual mysterious narrow national natural nearby negative \
    neighboring neighbouring new newer newest next next-gen next-generation nice northern notable notorious numerous \
    obese oblivious obvious odd offshore older oldest ongoing online optical oral orbital ordinary organic original \
    outer outgoing outstanding overall overseas partial past perfect permanent persistent personal physical pivotal \
    poor popular positive potential powerful practical precious precise preliminary presidential previous primary \
    private professional prominent promising proper proud psychological quarterly quick rapid rare raw real recent \
    record-breaking regional regular regulatory religious reluctant remaining remarkable remote renewable \
    reproductive residential resistant respective respiratory responsible rich richest rife robust romantic royal \
    rude ruling rural sad safe scientific seasonal second-largest secret senior sensational sensitive separate \
    serious several severe sexual sharp shocking short shy significant silent simple single sixth skeptical slight \
    slow small smaller smallest smart smooth social soft solid sorry special specific spectacular stable state-run \
    steady steep stellar straight strange strategic strict striking strong stronger strongest structural stuck \
    stunning stylish substantial successful successive sudden super supreme surprising susceptible sustainable sweet \
    synonymous taller tax-free technical temporary terrible terrifying theatrical thermal thick thin third-party \
    thrilling tight tiny tough traditional tragic transmissible tremendous triple true twin typical unable \
    unacceptable unavailable unbeaten unclear unconstitutional underweight unfair unique unknown unlikely \
    unprecedented unseen unsure unusual upcoming upper urban urgent useful usual valuable various vast veteran \
    vigilant viral virtual virulent visual vital vulnerable war-torn warm weak weekly whole whopping wide wider \
    widespread wild willing wise wonderful worldwide worse worst wrong year-ago yearly young younger youngest";

/// In every story, and in none of them what it is about.
pub(super) const EVERYWHERE: &str = "\
    ability able aboard abroad acres actually afp aka allegedly alongside ani anymore anyone anything anytime apiece \
    articles aspect aspects available back best bit cent check currently day days decades degrees details early else \
    era everyone everything example extent fact favorite favorites favourite favourites finally former fully fun \
    half hour hours ians inches kind kmph latest list longer lot lots manner matter matters mentally midway miles minute \
    minutes moment moments month months nearly newly news nobody noon occasion official officially officials old \
    onboard others part people photo photos physically pic pics places point points possible probably pti quickly read \
    really reason reasons recently regardless report reportedly reports researcher researchers rest rs saga \
    scientist scientists seconds similar somebody someone something somewhere sort stuff subject tale thanks thing \
    things time times today tomorrow tonight tonnes type types underway update updates version versions watch way \
    ways week weeks year years yesterday";

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
