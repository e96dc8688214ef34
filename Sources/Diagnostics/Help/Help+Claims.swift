// Help on claims.

extension Help {
  static let claimRefuted = Help(
    "The computed value is not what the claim says",
    messages: [
      #"claim refuted: wrote 37.7, computed 37.77777777777778"#,
      #"claim refuted: the table has 6 rows below its head, and 5 rows were computed"#,
      #"this line does not follow from the one above, in 188 of 200 draws; …"#,
      #"this line does not follow from the one above, although it held in all draws: …"#,
    ],
    #"""
    Number or code, one of the two is wrong: write what `fix:` says, which [`galley fix`](#writing-what-was-computed) does for you, or mend the code. In a table, rows and columns must be [as
    many as computed](#in-a-table). In a derivation, look at [the simplest
    case](writing.md#how-a-failure-looks).
    """#)

  static let claimUnreached = Help(
    "The program ended, or never came by, before the claim's value was computed",
    messages: [
      #"claim not reached: …"#
    ],
    #"""
    The program stopped before this line, which is told too, or never came by: an empty loop, a branch not taken, a
    function that nobody called, an `#if` that is not compiled here. Or the statement wrote nothing to standard output while it ran. Mend it, or claim
    the value where it is used.
    """#)

  static let claimUnreadable = Help(
    "A comment that begins like a claim cannot be read as one",
    messages: [
      #"this claim cannot be read: ‘three’ is no value; …"#,
      #"‘->’ is no arrow of a claim: write // → value"#,
      #"the character U+200B (zero width space) stands beside this arrow: …"#,
      #"‘≈’ and a value look like a claim and would not be checked: …"#,
      #"a value alone looks like a claim and would not be checked: …"#,
      #"‘is’ and a value may look like a claim, which nobody checks: …"#,
      #"a value stands in this comment, which nobody checks: …"#,
      #"this may look like an output that is checked: …"#,
      #"a claim stands in a line comment, …"#,
      #"an output is claimed by // Prints "text", and nothing behind it"#,
      #"the number before this comment is not clear: …"#,
      #"the number in this cell is not clear: …"#,
      #"this comment looks like a claim and would not be checked: …"#,
      #"this comment claims a value, but there is no Swift after ‘=’"#,
      #"behind ‘=’ stands one Swift expression, and nothing else"#,
    ],
    #"""
    It begins like a claim and is none, or readers would see more of a number than is checked. Use one of [the
    forms](#every-form), with texts in quotation marks and numbers in one piece: `0.5` for ½, `0` for `0e5`. As a warning:
    [it may be a remark](#what-only-looks-like-a-claim), which other words would tell from a claim.
    """#)

  static let claimUnattached = Help(
    "A claim stands where no value is computed",
    messages: [
      #"there is no statement directly above this claim"#,
      #"no statement ends on this line: …"#,
      #"there is no number before this comment for it to check"#,
      #"‘table:’ claims the cells of a table: …"#,
      #"this cell is claimed by the comment below its table, too: …"#,
      #"‘for’ has no value of its own: …"#,
      #"‘print’ has no value: …"#,
      #"this example is never run, so it can claim no value"#,
      #"this line runs once for each of 60 values, …"#,
      #"this is the picture itself: …"#,
      #"a derivation holds no such claims: …"#,
      #"this looks like a line of a derivation …"#,
      #"a claim cannot be read in HTML; …"#,
      #"this looks like a claim and is not run, …"#,
      #"what stands there now is only known by running code once more: …"#,
      #"what a wrapper makes of this value is read from it: …"#,
      #"‘if’ may only stand where it does: …"#,
      #"‘#expect’ says nothing when it fails outside of a test, …"#,
    ],
    #"""
    A claim stands where no single value is computed, or where nothing is run. Put it behind its statement or directly
    below, in prose right behind its number, for a table [alone below it](#in-a-table). A new value that [only code of yours can
    tell](writing.md#in-an-example) is claimed on a line of its own; what `return if …` returns gets a name first. Code that only
    looks like an example is marked `text`. Checks of testing libraries are a warning where the page does not import the
    library.
    """#)

  static let claimWords = Help(
    "A word near a number in prose may make another claim of it",
    messages: [
      #"‘not’ may change what is said of this number, and words are not checked: …"#
    ],
    #"""
    A warning: the word may make another claim of the number, or another number. Say it in other words, write the relation
    as a sign (`< 5`, `≠ 5`), or claim the value of which the sentence speaks.
    """#)

  static let claimSign = Help(
    "A sign stands beside a number in prose, and nobody checks it",
    messages: [
      #"‘< 5 s’ is shown beside this claim, and nobody checks it: …"#
    ],
    #"""
    A warning: a relation, an operator or a scale in the number's sentence is neither judged nor a part of a name, so a reader
    takes it for checked. Claim the number behind it too, write what is computed (`8 < 10`, `8 km (= 8000 m)`), name what the
    sign is about (`for n = 3`), or put it into a sentence of its own. Beside such a sign no correction is offered.
    """#)

  static let claimUnjudged = Help(
    "The value exists but cannot be compared with the claim",
    messages: [
      #"claim not judged: that holds for every UInt: …"#,
      #"claim not judged: a sequence that is lazy, or may be read only once, was not read: …"#,
      #"claim not judged: the statement has no value: …"#,
      #"claim not judged: a run of the statement left before its end, …"#,
      #"claim not judged: a table is claimed by a list of its rows, and this has no order: …"#,
    ],
    #"""
    The value exists, but cannot be compared: it has no visible parts, no last binary place, no order; it is lazy, or too
    large; or its line ran more than a thousand times. Claim a number that you compute from it, `Array(…)` of a sequence, a
    value after the loop. Where the claim would hold for every value of the type, write a narrower one. Of an output it is
    not known who wrote it, or whether it is whole: several tasks did, a run left early, or the program wrote elsewhere in
    the file. In a derivation, state a tolerance, draw where the line has a meaning, or narrow the range.
    """#)
}
