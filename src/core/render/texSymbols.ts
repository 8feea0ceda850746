/** @param rows `name=sign`, parted by blanks */
export function symbolTable(rows: string): ReadonlyMap<string, string> {
  return new Map(
    rows
      .trim()
      .split(/\s+/)
      .map((row): [string, string] => {
        const at = row.indexOf('=', 1);
        return [row.slice(0, at), row.slice(at + 1)];
      }),
  );
}

/** Signs that TeX writes as a word in running text. */
export const textSymbols: ReadonlyMap<string, string> = new Map([
  ...symbolTable(`
  S=§ P=¶ dag=† ddag=‡ pounds=£ copyright=© textregistered=® texttrademark=™ texteuro=€ euro=€
  textdegree=° degree=° textmu=µ textmicro=µ textbackslash=\\ textasciitilde=~ textasciicircum=^
  textunderscore=_ textless=< textgreater=> textbar=| textendash=– textemdash=— textellipsis=… dots=…
  ldots=… textquotesingle=' textquoteleft=‘ textquoteright=’ textquotedblleft=“ textquotedblright=”
  textquotedbl=" guillemotleft=« guillemotright=» textbullet=• textperiodcentered=· textonehalf=½
  textpm=± texttimes=× checkmark=✓ cmark=✓ xmark=✗ LaTeX=LaTeX TeX=TeX BibTeX=BibTeX eg=e.g. ie=i.e.
  etc=etc. cf=cf. iid=i.i.d. star=⋆ slash=/ LaTeXe=LaTeX2ε textbraceleft={ textbraceright=} textdollar=$
  textbardbl=‖ textasteriskcentered=* textsection=§ textparagraph=¶ textdagger=† textdaggerdbl=‡ textcent=¢
  textsterling=£ textyen=¥ textcopyright=© textexclamdown=¡ textquestiondown=¿ textonequarter=¼
  textthreequarters=¾ textordfeminine=ª textordmasculine=º guilsinglleft=‹ guilsinglright=› quotedblbase=„
  quotesinglbase=‚ textnumero=№ lq=‘ rq=’
`),
  ...'quad qquad enspace enskip thinspace space'
    .split(' ')
    .map((name): [string, string] => [name, ' ']),
]);

/** Signs of math that have one obvious character. */
export const mathSymbols: ReadonlyMap<string, string> = symbolTable(`
  alpha=α beta=β gamma=γ delta=δ epsilon=ϵ varepsilon=ε eps=ε zeta=ζ eta=η theta=θ vartheta=ϑ iota=ι
  kappa=κ lambda=λ mu=μ nu=ν xi=ξ pi=π varpi=ϖ rho=ρ varrho=ϱ sigma=σ varsigma=ς tau=τ upsilon=υ
  phi=ϕ varphi=φ chi=χ psi=ψ omega=ω Gamma=Γ Delta=Δ Theta=Θ Lambda=Λ Xi=Ξ Pi=Π Sigma=Σ Upsilon=Υ
  Phi=Φ Psi=Ψ Omega=Ω times=× cdot=· div=÷ pm=± mp=∓ ast=∗ star=⋆ circ=∘ bullet=• oplus=⊕ otimes=⊗
  leq=≤ le=≤ leqslant=≤ geq=≥ ge=≥ geqslant=≥ neq=≠ ne=≠ approx=≈ sim=∼ simeq=≃ cong=≅ equiv=≡
  propto=∝ ll=≪ gg=≫ prec=≺ succ=≻ lesssim=≲ gtrsim=≳ in=∈ notin=∉ ni=∋ subset=⊂ subseteq=⊆
  supset=⊃ supseteq=⊇ cup=∪ cap=∩ setminus=∖ emptyset=∅ varnothing=∅ forall=∀ exists=∃ nexists=∄
  neg=¬ land=∧ wedge=∧ lor=∨ vee=∨ to=→ rightarrow=→ leftarrow=← leftrightarrow=↔ Rightarrow=⇒
  Leftarrow=⇐ Leftrightarrow=⇔ implies=⟹ iff=⟺ mapsto=↦ longrightarrow=⟶ uparrow=↑ downarrow=↓
  infty=∞ partial=∂ nabla=∇ sum=∑ prod=∏ int=∫ oint=∮ sqrt=√ ell=ℓ hbar=ℏ Re=ℜ Im=ℑ aleph=ℵ
  angle=∠ perp=⊥ parallel=∥ mid=| vert=| lvert=| rvert=| Vert=‖ lVert=‖ rVert=‖ langle=⟨ rangle=⟩
  lceil=⌈ rceil=⌉ lfloor=⌊ rfloor=⌋ ldots=… cdots=⋯ dots=… dotsc=… dotsb=⋯ lbrack=[ rbrack=] prime=′ dagger=† ddagger=‡ triangle=△
  odot=⊙ sun=⊙ top=⊤ bot=⊥ models=⊨ vdash=⊢ bigstar=★ square=□ Box=□ lbrace={ rbrace=} colon=: R=ℝ N=ℕ Z=ℤ
`);

/** Superscripts for texts without markup: digits, signs and the letters that Unicode has. */
export const superscripts: ReadonlyMap<string, string> = symbolTable(`
  0=⁰ 1=¹ 2=² 3=³ 4=⁴ 5=⁵ 6=⁶ 7=⁷ 8=⁸ 9=⁹ +=⁺ -=⁻ −=⁻ (=⁽ )=⁾ n=ⁿ i=ⁱ k=ᵏ d=ᵈ t=ᵗ m=ᵐ p=ᵖ T=ᵀ
  *=* ∗=* ⋆=* ′=′ †=† ∘=°
`);

/** Subscripts, likewise. */
export const subscripts: ReadonlyMap<string, string> = symbolTable(`
  0=₀ 1=₁ 2=₂ 3=₃ 4=₄ 5=₅ 6=₆ 7=₇ 8=₈ 9=₉ +=₊ -=₋ −=₋ (=₍ )=₎ a=ₐ e=ₑ h=ₕ i=ᵢ j=ⱼ k=ₖ l=ₗ m=ₘ n=ₙ
  o=ₒ p=ₚ r=ᵣ s=ₛ t=ₜ u=ᵤ v=ᵥ x=ₓ
`);
