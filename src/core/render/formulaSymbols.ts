import { mathSymbols, symbolTable } from './texSymbols.js';

/**
 * Signs by their commands as formulas have them: those that running text has too, and all others that
 * KaTeX prints as one character. A test holds the table against KaTeX.
 */
export const formulaSymbols: ReadonlyMap<string, string> = new Map([
  ...mathSymbols,
  ...symbolTable(`
  alef=ℵ alefsym=ℵ Alpha=A amalg=⨿ And=& approxcolon=≈: approxcoloncolon=≈∷ approxeq=≊ asymp=≍
  backepsilon=∍ backprime=‵ backsim=∽ backsimeq=⋍ backslash=\\ barwedge=⊼ Bbbk=k because=∵ Beta=B
  beth=ℶ between=≬ bigcap=⋂ bigcirc=◯ bigcup=⋃ bigodot=⨀ bigoplus=⨁ bigotimes=⨂ bigsqcup=⨆
  bigtriangledown=▽ bigtriangleup=△ biguplus=⨄ bigvee=⋁ bigwedge=⋀ blacklozenge=⧫ blacksquare=■
  blacktriangle=▲ blacktriangledown=▼ blacktriangleleft=◀ blacktriangleright=▶ bowtie=⋈ boxdot=⊡
  boxminus=⊟ boxplus=⊞ boxtimes=⊠ bull=∙ Bumpeq=≎ bumpeq=≏ Cap=⋒ cdotp=⋅ centerdot=⋅ checkmark=✓
  Chi=X  circeq=≗ circlearrowleft=↺ circlearrowright=↻ circledast=⊛ circledcirc=⊚
  circleddash=⊝ circledR=® circledS=Ⓢ clubs=♣ clubsuit=♣ cnums=C Colonapprox=∷≈ colonapprox=:≈
  coloncolon=∷ coloncolonapprox=∷≈ coloncolonequals=∷= coloncolonminus=∷− coloncolonsim=∷∼
  Coloneq=∷− coloneq=:− Coloneqq=∷= coloneqq=≔ colonequals=≔ colonminus=:− Colonsim=∷∼ colonsim=:∼
  complement=∁ Complex=C coprod=∐ copyright=© Cup=⋓ curlyeqprec=⋞ curlyeqsucc=⋟ curlyvee=⋎
  curlywedge=⋏ curvearrowleft=↶ curvearrowright=↷ dag=† Dagger=‡ daleth=ℸ Darr=⇓ dArr=⇓ darr=↓
  dashleftarrow=⇠ dashrightarrow=⇢ dashv=⊣ dblcolon=∷ ddag=‡ ddots=⋱ degree=° diagdown=╲ diagup=╱
  Diamond=◊ diamond=⋄ diamonds=♢ diamondsuit=♢ digamma=ϝ divideontimes=⋇ Doteq=≑ doteq=≐ doteqdot=≑
  dotplus=∔ dotsi=⋯ dotsm=⋯ dotso=… dotsx=… doublebarwedge=⩞ doublecap=⋒ doublecup=⋓ Downarrow=⇓
  downdownarrows=⇊ downharpoonleft=⇃ downharpoonright=⇂ empty=∅ Epsilon=E eqcirc=≖ Eqcolon=−∷
  eqcolon=∹ Eqqcolon==∷ eqqcolon=≕ eqsim=≂ eqslantgtr=⪖ eqslantless=⪕ equalscolon=≕
  equalscoloncolon==∷ Eta=H eth=ð exist=∃ fallingdotseq=≒ Finv=Ⅎ flat=♭ frown=⌢ Game=⅁ geqq=≧ gets=←
  ggg=⋙ gggtr=⋙ gimel=ℷ gnapprox=⪊ gneq=⪈ gneqq=≩ gnsim=⋧ gt=> gtrapprox=⪆ gtrdot=⋗ gtreqless=⋛
  gtreqqless=⪌ gtrless=≷ gvertneqq=≩ Harr=⇔ hArr=⇔ harr=↔ hearts=♡ heartsuit=♡ hookleftarrow=↩
  hookrightarrow=↪ hslash=ℏ idotsint=∫⋯∫ iiiint=⨌ iiint=∭ iint=∬ image=ℑ imageof=⊷ imath=ı
  impliedby=⟸ infin=∞ intercal=⊺ intop=∫ Iota=I isin=∈ jmath=ȷ Join=⋈ Kappa=K KaTeX=KaTeX lang=⟨
  Larr=⇐ lArr=⇐ larr=← LaTeX=LaTeX lBrace=⦃ ldotp=. leadsto=⇝ leftarrowtail=↢ leftharpoondown=↽
  leftharpoonup=↼ leftleftarrows=⇇ leftrightarrows=⇆ leftrightharpoons=⇋ leftrightsquigarrow=↭
  leftthreetimes=⋋ leqq=≦ lessapprox=⪅ lessdot=⋖ lesseqgtr=⋚ lesseqqgtr=⪋ lessgtr=≶ lgroup=⟮ lhd=⊲
  llbracket=⟦ llcorner=⌞ Lleftarrow=⇚ lll=⋘ llless=⋘ lmoustache=⎰ lnapprox=⪉ lneq=⪇ lneqq=≨ lnot=¬
  lnsim=⋦ Longleftarrow=⟸ longleftarrow=⟵ Longleftrightarrow=⟺ longleftrightarrow=⟷ longmapsto=⟼
  Longrightarrow=⟹ looparrowleft=↫ looparrowright=↬ lozenge=◊ lparen=( Lrarr=⇔ lrArr=⇔ lrarr=↔
  lrcorner=⌟ Lsh=↰ lt=< ltimes=⋉ lvertneqq=≨ maltese=✠ mathellipsis=… mathsterling=£ measuredangle=∡
  mho=℧ minuscolon=∹ minuscoloncolon=−∷ minuso=⦵ Mu=M multimap=⊸ natnums=N natural=♮ ncong=≆
  nearrow=↗ ngeq=≱ ngeqq=≱ ngeqslant=≱ ngtr=≯ nLeftarrow=⇍ nleftarrow=↚ nLeftrightarrow=⇎
  nleftrightarrow=↮ nleq=≰ nleqq=≰ nleqslant=≰ nless=≮ nmid=∤ notni=∌ nparallel=∦ nprec=⊀
  npreceq=⋠ nRightarrow=⇏ nrightarrow=↛ nshortmid=∤ nshortparallel=∦ nsim=≁ nsubseteq=⊈ nsubseteqq=⊈
  nsucc=⊁ nsucceq=⋡ nsupseteq=⊉ nsupseteqq=⊉ ntriangleleft=⋪ ntrianglelefteq=⋬ ntriangleright=⋫
  ntrianglerighteq=⋭ Nu=N nVDash=⊯ nVdash=⊮ nvDash=⊭ nvdash=⊬ nwarrow=↖ oiiint=∰ oiint=∯ Omicron=O
  omicron=ο ominus=⊖ ordinarycolon=: origof=⊶ oslash=⊘ owns=∋ P=¶ pitchfork=⋔ plusmn=± pounds=£
  precapprox=⪷ preccurlyeq=≼ preceq=⪯ precnapprox=⪹ precneqq=⪵ precnsim=⋨ precsim=≾ rang=⟩ Rarr=⇒
  rArr=⇒ rarr=→ ratio=: rBrace=⦄ real=ℜ Reals=R reals=R restriction=↾ rgroup=⟯ rhd=⊳ Rho=P
  rightarrowtail=↣ rightharpoondown=⇁ rightharpoonup=⇀ rightleftarrows=⇄ rightleftharpoons=⇌
  rightrightarrows=⇉ rightsquigarrow=⇝ rightthreetimes=⋌ risingdotseq=≓ rmoustache=⎱ rparen=)
  rrbracket=⟧ Rrightarrow=⇛ Rsh=↱ rtimes=⋊ S=§ sdot=⋅ searrow=↘ sect=§ sharp=♯ shortmid=∣
  shortparallel=∥ simcolon=∼: simcoloncolon=∼∷ smallfrown=⌢ smallint=∫ smallsetminus=∖ smallsmile=⌣
  smile=⌣ spades=♠ spadesuit=♠ sphericalangle=∢ sqcap=⊓ sqcup=⊔ sqsubset=⊏ sqsubseteq=⊑ sqsupset=⊐
  sqsupseteq=⊒ sub=⊂ sube=⊆ Subset=⋐ subseteqq=⫅ subsetneq=⊊ subsetneqq=⫋ succapprox=⪸ succcurlyeq=≽
  succeq=⪰ succnapprox=⪺ succneqq=⪶ succnsim=⋩ succsim=≿ supe=⊇ Supset=⋑ supseteqq=⫆ supsetneq=⊋
  supsetneqq=⫌ surd=√ swarrow=↙ Tau=T TeX=TeX textcopyright=© textregistered=® therefore=∴
  thetasym=ϑ thickapprox=≈ thicksim=∼ triangledown=▽ triangleleft=◃ trianglelefteq=⊴ triangleq=≜
  triangleright=▹ trianglerighteq=⊵ twoheadleftarrow=↞ twoheadrightarrow=↠ Uarr=⇑ uArr=⇑ uarr=↑
  ulcorner=⌜ unlhd=⊴ unrhd=⊵ Uparrow=⇑ Updownarrow=⇕ updownarrow=↕ upharpoonleft=↿ upharpoonright=↾
  uplus=⊎ upuparrows=⇈ urcorner=⌝ varDelta=Δ varGamma=Γ varkappa=ϰ varLambda=Λ varOmega=Ω varPhi=Φ
  varPi=Π varpropto=∝ varPsi=Ψ varSigma=Σ varsubsetneq=⊊ varsubsetneqq=⫋ varsupsetneq=⊋
  varsupsetneqq=⫌ varTheta=Θ vartriangle=△ vartriangleleft=⊲ vartriangleright=⊳ varUpsilon=Υ
  varvdots=⋮ varXi=Ξ vcentcolon=: Vdash=⊩ vDash=⊨ vdots=⋮ veebar=⊻ Vvdash=⊪ weierp=℘ wp=℘ wr=≀ yen=¥
  Zeta=Z
`),
]);
