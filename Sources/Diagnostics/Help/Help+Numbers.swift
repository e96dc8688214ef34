// Help on numbers and equations.

extension Help {
  static let coverageUncovered = Help(
    "No claim is about a number, and nobody says that it is given",
    messages: [
      #"nobody answers for 42: claim it, …"#
    ],
    #"""
    If the number can be computed, claim it; otherwise write `<!-- given -->` behind it.
    """#)

  static let coverageEquation = Help(
    "A displayed equation is neither derived, labelled, quoted nor claimed",
    messages: [
      #"nobody answers for this equation: …"#
    ],
    #"""
    Make it a line of a derivation, give it a `\label` as a definition, cite its source, or put a claim behind it.
    """#)

  static let coverageGiven = Help(
    "`<!-- given -->` stands behind nothing that could be given",
    messages: [
      #"there is nothing given here: …"#,
      #"1987 needs no answer, for it is a year: take this comment out"#,
    ],
    #"""
    `<!-- given -->` stands apart from its number, or behind one that nobody asks about. Move it, or take it out.
    """#)

  static let claimRounding = Help(
    "The claim holds while results are rounded to nearest, and not in another rounding mode",
    messages: [
      #"claim at the mercy of rounding: …"#
    ],
    #"""
    It holds [to nearest only](#rounding). Claim fewer digits or a tolerance, compute with fewer roundings, or say `nearest`.
    """#)

  static let claimUnstable = Help(
    "The program ran again, and a claim’s value or a picture is not what it was the time before",
    messages: [
      #"this value does not stay: computed 0.51, and before that computed 0.49"#,
      #"this picture does not stay: the same program drew another one"#,
    ],
    #"""
    A warning of `--fresh` and of `galley fix`, which writes no such value: the program ran again under the same conditions,
    and the value is another one. It depends on the clock, on chance, on an order that nobody fixed, or on a file that the
    page does not declare. Give a generator a seed, sort, declare the file, or claim what stays.
    """#)

  static let programRounding = Help(
    "An example comes to its end only while results are rounded to nearest",
    messages: [
      #"when results are rounded down, the program trapped here: …"#
    ],
    #"""
    A precondition or an exact comparison holds to nearest only. Compare with a tolerance, or say `nearest`.
    """#)
}
