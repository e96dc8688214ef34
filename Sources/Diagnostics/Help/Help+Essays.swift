// Help on essays and data.

extension Help {
  static let frontMatter = Help(
    "The front matter is no YAML, or says something that Galley does not understand",
    messages: [
      #"front matter knows title, summary, date, …, not titel: did you mean ‘title’?; …"#,
      #"front matter begins on the first line of a file: …"#,
    ],
    #"""
    An unknown key, a date that is none, or no YAML. Mend the line; a title with a colon in it stands in quotation marks.
    """#)

  static let dataUndeclared = Help(
    "An example asks for a file of data that its essay does not declare",
    messages: [
      #"this essay does not declare the file …"#
    ],
    #"""
    Add the file to `data:` in the front matter, by its path below `content/`.
    """#)

  static let dataMissing = Help(
    "A file of data is declared, or asked for, and is not there",
    messages: [
      #"there is no file ‘data/gone.csv’ in content/: …"#,
      #"the file ‘data/gone.csv’ cannot be read: …"#,
    ],
    #"""
    The file is named and not there. Put it there, or mend the name.
    """#)

  static let dataMalformed = Help(
    "A file of data is no table of comma-separated values",
    messages: [
      #"‘data/stray.csv’ is no table, at its line 2: …"#,
      #"‘data/empty.csv’ is empty: …"#,
      #"‘data/latin.csv’ is not UTF-8 text: …"#,
    ],
    #"""
    Too many fields in a row, a stray quotation mark, two columns of one name. Mend the file at the line that is named.
    """#)

  static let dataColumn = Help(
    "A table has no such column, or the column holds what is no number",
    messages: [
      #"‘data/gaps.csv’ has no column ‘ages’; …"#,
      #"‘data/gaps.csv’ has ‘n/a’ in column ‘age’ …"#,
    ],
    #"""
    Mend the name, leave such rows out with `filter`, or ask for `texts`.
    """#)

  static let dataUnread = Help(
    "A file of data is declared and no example reads it",
    messages: [
      #"no example reads …"#
    ],
    #"""
    A warning about a file in the front matter. Read it, or take it out.
    """#)

  static let mathUnclosed = Help(
    "A formula was opened and is not closed where Markdown would let it",
    messages: [
      #"this $$ opens a math block that is never closed; …"#,
      #"text follows the closing $$ of a math block; …"#,
      #"this $$ opens a formula in the middle of a line, …"#,
      #"this $ is not closed in its paragraph, for Markdown takes the next line for a list: …"#,
      #"nothing in its paragraph closes this $, …"#,
    ],
    #"""
    Close the formula, and begin a new line for the words. A line of a formula that begins with `-`, `+`, `>`, `=`, `<` or `#` is a list, a
    quotation, a heading or HTML to Markdown: put the formula on one line, or two braces before the sign, `{}- b`.
    A formula with a blank line in it begins and ends with `$$` on lines of their own. Where a `$` may be meant as it stands, this is a warning.
    """#)

  static let mathUnread = Help(
    "Mathematics is written in a way that Markdown does not know",
    messages: [
      #"‘\(’ is no formula here, …"#,
      #"‘\begin{align}’ stands in no formula: …"#,
      #"‘\eqref{eq:kl}’ stands in no formula, …"#,
      #"HTML is left as it is, and this formula with it: …"#,
      #"a | in a table ends the cell, …"#,
      #"in a table \| is one bar, …"#,
    ],
    #"""
    Formulas stand between `$` and `$`, displayed ones between `$$` and `$$`. Other signs would be shown as they are, or
    without their backslashes: `\(x\)`, `\[x\]`, an environment alone. In a block of HTML, Markdown reads nothing: leave blank lines around the
    formula, or write Markdown instead of the tags. In a table write `\|` for a bar; for two
    bars, as TeX reads `\|`, write `\lVert x \rVert`, or `\Vert`. Where both may be meant, this is a warning.
    """#)

  static let markdownDropped = Help(
    "Markdown leaves a text out: a footnote that nothing refers to, a cell too many in a table",
    messages: [
      #"nothing refers to this footnote, …"#,
      #"this row has more cells than the table's head, …"#,
      #"this head of a table has more or fewer cells than the line below it, …"#,
      #"this comment is never closed, …"#,
      #"this is no comment to Markdown, …"#,
    ],
    #"""
    Markdown would leave something out in silence. The first three are warnings. Refer to it, close it, or take it out.
    """#)

  static let markdownLiteral = Help(
    "What is mark-up elsewhere would be shown as it is written, or mean something else",
    messages: [
      #"these asterisks are shown, for Markdown sees no emphasis here: …"#,
      #"one tilde on each side strikes out, as on GitHub: …"#,
      #"== is shown as it is written: …"#,
      #"these carets are shown: …"#,
      #"this is no link to Galley and is shown with its brackets: …"#,
      #"attributes in braces are shown as they are written: …"#,
      #"::: makes no division here and is shown as it is written: …"#,
      #"callouts are NOTE, TIP, IMPORTANT, WARNING and CAUTION, …"#,
      #"Galley fills in no templates in a text, …"#,
      #"of Markdown a title or a summary knows formulas only, …"#,
      #"this line underlines no heading and is shown as it is written: …"#,
      #"inside of HTML this is a tag that no browser knows, …"#,
    ],
    #"""
    A warning: Galley reads GitHub’s Markdown, and nobody knows what was meant. The message says what to write. Where the signs are
    meant as they stand, a backslash before the first, or backticks around them, takes the warning away.
    """#)

  static let fenceUnclosed = Help(
    "A fence has no end, and takes all that stands below it",
    messages: [
      #"this fence is never closed, and takes all that stands below it into the code; …"#
    ],
    #"""
    Close it with as many marks as it was opened with, indented as the first line is.
    """#)

  static let markdownMisplaced = Help(
    "Galley does not know where a text stands",
    messages: [
      #"Galley does not know where in the file this text stands, …"#
    ],
    #"""
    A fault of Galley. Write the line in another way, and report it.
    """#)

  static let texUnparsable = Help(
    "KaTeX cannot read the TeX; the message is KaTeX's own",
    messages: [
      #"Unexpected end of input in a macro argument, expected '}'"#
    ],
    #"""
    KaTeX’s own words, at their place in the formula. Mend the TeX, or name your macro in `macros`.
    """#)
}
