// Help on sources.

extension Help {
  static let citationUnknown = Help(
    "A citation of a source that `content/references.yml` does not have",
    messages: [
      #"content/references.yml has no source ‘shanon1948’"#,
      #"‘@shanon1948’ is cited, …"#,
    ],
    #"""
    No source has this key. Mend it, or add the source.
    """#)

  static let citationUnused = Help(
    "A source that no essay cites",
    messages: [
      #"no essay cites ‘gibbs1902’: …"#
    ],
    #"""
    A warning. Cite this source, or take it out.
    """#)

  static let citationUnreadable = Help(
    "Something that begins like a citation cannot be read as one",
    messages: [
      #"this begins like a citation but is none: …"#
    ],
    #"""
    Write `[@key]` or `[@one; @two]` on one line, and `\[@` if you mean a bracket.
    """#)

  static let citationMisplaced = Help(
    "A citation where no list can be referred to: in a heading or in a link's text",
    messages: [
      #"a citation cannot stand in a heading: …"#
    ],
    #"""
    Nor in a link’s text. Move it into the sentence.
    """#)

  static let referencesUnreadable = Help(
    "`content/references.yml` is no YAML, or an entry in it cannot be understood",
    messages: [
      #"‘yeer’ is no field of a source that Galley knows"#
    ],
    #"""
    An unknown field or a wrong value in `content/references.yml`, or no YAML. Mend it at the place that is named; these are
    [the fields](#citations).
    """#)
}
