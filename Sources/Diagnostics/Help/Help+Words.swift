// Help on derivations and words.

extension Help {
  static let derivationUnreadable = Help(
    "A line of a derivation that cannot be read, or stands over no expression",
    messages: [
      #"no Swift stands under this line: …"#,
      #"there is no line above this one …"#,
      #"no line of this derivation has a relation …"#,
      #"a line of a derivation is a comment with two slashes: …"#,
      #"‘\neq’ is no relation that Galley can sample; …"#,
      #"‘\approx’ needs a tolerance: …"#,
      #"‘because of Bayes’ is no condition that Galley can read. …"#,
      #"‘n’ is no name that this derivation draws; …"#,
    ],
    #"""
    And whatever else names a line, a relation, a condition or `exact over`. Each line is a comment `// $$ …` at the fence’s
    top level with its expression below it. The first of a chain has no relation, the others
    [have one](#relations-and-conditions).
    """#)

  static let fenceWord = Help(
    "A word after `swift` that Galley does not know, or knows but not with this value",
    messages: [
      #"unknown word ‘norunn’ after ‘swift’; …"#,
      #"‘Swift’ is no example: …"#,
      #"‘timeout’ needs a time in seconds: …"#,
      #"a sweep has 2 to 200 values, …"#,
      #"only a figure has a label: …"#,
      #"‘norun’ keeps this from being run: ‘timeout’ says how it is run"#,
      #"a hidden example is a comment of its own: …"#,
    ],
    #"""
    And whatever else names a word or a sweep. It is not known, or not here, or not with this value or beside another
    word: see [the words](#words-after-swift) and [sweeps](#figures-sweeps-and-tables). As a warning: `nearest` is not needed, or
    `draw=` was left behind.
    """#)

  static let fencePlaceholder = Help(
    "An editor placeholder stands in an example",
    messages: [
      #"an editor placeholder stands here: write Swift"#
    ],
    #"""
    Your editor left `<#…#>` in the example. Replace it.
    """#)
}
