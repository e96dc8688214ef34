// Help on links and labels.

extension Help {
  static let linkBroken = Help(
    "A link or an image leads to nothing on this site, or is none to Markdown",
    messages: [
      #"this link leads to content/nowhere.md, which does not exist"#,
      #"content/index.md has no heading ‘#nothing’"#,
      #"nothing is defined as ‘lema’, so this is no link, …"#,
      #"this is no link, and is shown as it is: …"#,
      #"this address begins at the root of the host, …"#,
      #"this link is a program and leads nowhere: …"#,
    ],
    #"""
    There is no such page, heading or file, or it is not part of the site. Mend the path or the anchor. A link to a folder
    needs an `index.md` in it. Links in templates are asked the same, whatever page shows them: those that begin with
    `{{root}}` lead from the site’s root. Links to other sites are not followed.

    `[text][label]` without a line `[label]: address` is shown as brackets, and so is an address with spaces that does not stand
    between `<` and `>`. What may be meant so, `[0, 1][1]` for instance, is a warning: write `\[` for a bracket, or backticks around
    code. The addresses of raw HTML are asked the same, those of forms, quotations and styles too. `javascript:` and `file:` are warnings. An address that begins with `/` leads to the root of the host: write the
    way from the essay to the file, `../kl.md`. In an address `?`, `#` and `%` of a name are `%3F`, `%23` and `%25`.
    """#)

  static let labelUnknown = Help(
    "A link or a formula refers to a label that no essay has",
    messages: [
      #"nothing has the label ‘eq:on’"#
    ],
    #"""
    No page has that label. Mend the name; a note has the nearest.
    """#)

  static let labelDoubled = Help(
    "Two things have the same label, or one thing has two",
    messages: [
      #"the label ‘eq:one’ is taken: …"#,
      #"this equation has a label already: …"#,
      #"the name ‘#share’ is taken: …"#,
    ],
    #"""
    Labels are for the whole site, and names of claims for their page. Rename one; the note shows the first.
    """#)

  static let labelMisplaced = Help(
    "A label where nothing can be numbered, or a word that calls its target what it is not",
    messages: [
      #"a formula in a line has no number: …"#,
      #"‘eq:one’ is no figure: write ‘Equation’"#,
      #"the label ‘sec:one’ belongs to nothing here: …"#,
    ],
    #"""
    Number displayed formulas only; write Equation for `eq:`, Figure for `fig:`, Section for `sec:`.
    """#)

  static let labelUnreadable = Help(
    "Something that looks like a label cannot be read as one",
    messages: [
      #"‘eq:a+b’ cannot be a label: …"#
    ],
    #"""
    Write `eq:`, `fig:` or `sec:`, and then letters, digits, `-` or `_`.
    """#)
}
