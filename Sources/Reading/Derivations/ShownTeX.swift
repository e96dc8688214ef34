// ShownTeX: what a command or a character of TeX may show in a derivation. What is not listed is not
// known, and could hide a relation.

enum ShownTeX: Equatable {
  /// Says how two sides stand to each other, or could be taken for a sign that does.
  case relation
  /// A letter, a number, a function: what a side may begin with.
  case operand
  /// Plus and minus: they may begin a side, and may go on with the line above.
  case sign
  /// What stands between two operands or behind one.
  case joint
  case opening, closing
  /// Opens or closes.
  case bar
  /// `\left`, `\middle`, `\right`, and sizes such as `\bigl`: a delimiter follows.
  case left, middle, right, size
  case space, negativeSpace
  /// `^` and `_`
  case script
  /// What is drawn as its argument is, with something around it: fonts, accents, boxes.
  case dressed
  /// So many arguments that are part of a side.
  case filled(arguments: Int)
  case root
  /// `\overset`: the first argument is small, the second is dressed with it.
  case stacked
  case words
  case reference
  case environment
  /// Small lines above each other.
  case lines
  case unknown

  static func of(_ token: String) -> ShownTeX {
    if token.hasPrefix("\\") { return commands[token] ?? .unknown }
    guard let scalar = token.unicodeScalars.first else { return .unknown }
    return of(scalar)
  }

  private static func of(_ scalar: Unicode.Scalar) -> ShownTeX {
    switch scalar {
    case "a"..."z", "A"..."Z", "0"..."9": .operand
    case "+", "-", "−", "±", "∓": .sign
    case "(", "[": .opening
    case ")", "]": .closing
    case "|": .bar
    case "^", "_": .script
    case "~": .space
    case "/", "*", "·", "×", "÷", "∘", "⋅", "∗", "⊗", "⊕", "∧", "∨", "∩", "∪", ",", ";", ":", ".",
      "!", "?", "'", "′", "°", "²", "³", "…", "⋯":
      .joint
    case "∞", "∂", "∇", "∅", "∑", "∏", "∫", "∀", "∃", "¬": .operand
    // Latin with accents, Greek, Cyrillic, letters such as ℓ and ℝ, letters in the fonts of mathematics.
    case "\u{C0}"..."\u{17F}", "\u{370}"..."\u{3FF}", "\u{400}"..."\u{4FF}",
      "\u{2100}"..."\u{214F}", "\u{1D400}"..."\u{1D7FF}":
      scalar.properties.generalCategory == .mathSymbol && scalar.value < 0x1D400
        ? .relation : .operand
    default:
      switch scalar.properties.generalCategory {
      case .mathSymbol: .relation
      default: .unknown
      }
    }
  }

  /// Whether a character may stand among words: it is none of those that relations are made of.
  static func isWordy(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .mathSymbol, .modifierSymbol, .otherSymbol, .control, .format, .privateUse, .unassigned,
      .surrogate:
      scalar == "+" || scalar == "°"
    default: !"$\\{}#%&~^_".unicodeScalars.contains(scalar)
    }
  }

  private static let commands: [String: ShownTeX] = {
    let lists: [(ShownTeX, String)] = [
      (
        .operand,
        """
        alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi omicron pi rho sigma
        tau upsilon phi chi psi omega varepsilon vartheta varpi varrho varsigma varphi varkappa digamma
        Gamma Delta Theta Lambda Xi Pi Sigma Upsilon Phi Psi Omega varGamma varDelta varTheta varLambda
        varXi varPi varSigma varUpsilon varPhi varPsi varOmega
        aleph beth gimel daleth hbar hslash ell wp Re Im nabla partial infty emptyset varnothing
        forall exists nexists neg lnot top bot angle eth mho complement imath jmath surd
        R N Z
        sum prod coprod bigcup bigcap bigvee bigwedge bigsqcup biguplus bigoplus bigotimes bigodot
        int iint iiint oint oiint oiiint smallint
        arcsin arccos arctan arg cos cosh cot coth csc deg det dim exp gcd hom inf injlim ker lg lim
        liminf limsup ln log max min Pr projlim sec sin sinh sup tan tanh argmin argmax
        """
      ),
      (.sign, "pm mp"),
      (
        .joint,
        """
        cdot times div circ bullet ast star cap cup sqcap sqcup setminus land lor wedge vee oplus ominus
        otimes oslash odot bigcirc dagger ddagger dag ddag wr amalg ldots cdots dots dotsb dotsc dotsi
        dotsm dotso vdots ddots ldotp cdotp prime degree % # _ & $ colon mid limits nolimits bmod mod pmod
        """
      ),
      (.opening, "{ lbrace lbrack lparen langle lvert lVert lfloor lceil lgroup"),
      (.closing, "} rbrace rbrack rparen rangle rvert rVert rfloor rceil rgroup"),
      (.bar, "| vert Vert"),
      (.left, "left"), (.middle, "middle"), (.right, "right"),
      (
        .size, "big Big bigg Bigg bigl Bigl biggl Biggl bigr Bigr biggr Biggr bigm Bigm biggm Biggm"
      ),
      (
        .space,
        """
        , : ; > quad qquad enspace enskip space nobreakspace thinspace medspace thickspace nobreak
        allowbreak
        """
      ),
      (.negativeSpace, "! negthinspace"),
      (
        .dressed,
        """
        mathrm mathbf mathit mathsf mathtt mathbb Bbb mathcal mathscr mathfrak frak mathnormal bold
        boldsymbol bm operatorname operatornamewithlimits mathop mathord mathinner
        acute grave ddot tilde bar breve check hat vec dot mathring widecheck widehat widetilde overline
        underline overrightarrow overleftarrow overbrace underbrace overgroup undergroup boxed
        """
      ),
      (.filled(arguments: 2), "frac dfrac tfrac cfrac binom dbinom tbinom"),
      (.root, "sqrt"),
      (.stacked, "overset underset"),
      (.words, "text textrm textit textbf textsf texttt textnormal textup textmd"),
      (.reference, "eqref ref"),
      (.environment, "begin"),
      (.lines, "substack"),
      (
        .relation,
        """
        approx approxeq asymp backepsilon backsim backsimeq because bowtie bumpeq Bumpeq circeq
        cong coloneqq Coloneqq coloneq eqqcolon eqcolon curlyeqprec curlyeqsucc dashv doteq doteqdot
        Doteq downarrow Downarrow eqcirc eqsim eqslantgtr eqslantless equiv fallingdotseq frown ge geq
        geqq geqslant gets gg ggg gggtr gneq gneqq gnsim gnapprox gt gtrapprox gtrless gtreqless gtrsim
        hookleftarrow hookrightarrow iff implies impliedby in isin Join le leadsto leftarrow Leftarrow
        leftrightarrow Leftrightarrow leq leqq leqslant lessapprox lessgtr lesseqgtr lesssim ll lll
        llless lneq lneqq lnsim lnapprox longleftarrow Longleftarrow longleftrightarrow
        Longleftrightarrow longmapsto longrightarrow Longrightarrow lt mapsto models multimap ncong ne
        nearrow neq ngeq ngtr ni nleq nless nmid not notin notni nparallel nprec nsim nsubseteq nsucc
        nsupseteq nwarrow owns parallel perp pitchfork prec precapprox preccurlyeq preceq precsim propto
        rightarrow Rightarrow rightleftharpoons rightsquigarrow risingdotseq searrow shortmid sim simeq
        smile sqsubset sqsubseteq sqsupset sqsupseteq subset Subset subseteq subseteqq subsetneq
        subsetneqq succ succapprox succcurlyeq succeq succsim supset Supset supseteq supseteqq supsetneq
        swarrow therefore thickapprox thicksim to triangleq trianglelefteq trianglerighteq
        twoheadrightarrow uparrow Uparrow updownarrow varpropto vdash vDash Vdash vartriangleleft
        vartriangleright lhd rhd unlhd unrhd triangleleft triangleright lessdot gtrdot
        """
      ),
    ]
    var table: [String: ShownTeX] = ["\\ ": .space]
    for (role, names) in lists {
      for name in names.split(whereSeparator: \.isWhitespace) where table["\\\(name)"] == nil {
        table["\\\(name)"] = role
      }
    }
    return table
  }()
}
