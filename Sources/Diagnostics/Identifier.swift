// Identifier: every kind of diagnostic there is. A closed list, so that each can be documented.

/// What kind of thing went wrong: part of Galley's interface, stable between versions.
package enum Identifier: String, CaseIterable, Hashable, Sendable {
  /// The computed value is not what the claim says.
  case claimRefuted = "claim.refuted"
  /// The program ended, or never came by, before the claim's value was computed.
  case claimUnreached = "claim.unreached"
  /// A comment that begins like a claim cannot be read as one.
  case claimUnreadable = "claim.unreadable"
  /// A claim stands where no value is computed.
  case claimUnattached = "claim.unattached"
  /// Words beside a number may make another claim of it, and nobody checks words.
  case claimWords = "claim.words"
  /// The value exists but cannot be compared with the claim.
  case claimUnjudged = "claim.unjudged"

  /// The claim holds while results are rounded to nearest, and not in another rounding mode.
  case claimRounding = "claim.rounding"

  /// No claim is about a number, and nobody says that it is given.
  case coverageUncovered = "coverage.uncovered"
  /// A displayed equation is neither derived, labelled, quoted nor claimed.
  case coverageEquation = "coverage.equation"
  /// `<!-- given -->` stands behind nothing that could be given.
  case coverageGiven = "coverage.given"

  /// The compiler rejected an example; the message is the compiler's own.
  case compileError = "compile.error"
  /// The compiler warned about an example; the message is the compiler's own.
  case compileWarning = "compile.warning"
  /// An example stopped at a trap: a failed precondition, an overflow, an index out of range.
  case programTrapped = "program.trapped"
  /// An example ended with an error that nobody caught.
  case programThrew = "program.threw"
  /// An example ran longer than the time limit.
  case programTimedOut = "program.timed-out"
  /// An example went past the limit of memory, output or processes.
  case programOverLimit = "program.over-limit"
  /// An example ended the program itself, with `exit` for instance.
  case programExited = "program.exited"

  /// A name is used above the line that gives it its value.
  case programTooEarly = "program.too-early"

  /// What a program told of itself did not arrive whole.
  case recordDamaged = "record.damaged"

  /// A line of a derivation that cannot be read, or stands over no expression.
  case derivationUnreadable = "derivation.unreadable"
  /// An example comes to its end only while results are rounded to nearest.
  case programRounding = "program.rounding"

  /// A word after `swift` that Galley does not know, or knows but not with this value.
  case fenceWord = "fence.word"
  /// A figure's fence does not end with an expression, or nothing was drawn where one stands.
  case figureMissing = "figure.missing"
  /// No paragraph that begins with `Figure:` stands directly below a figure.
  case figureCaption = "figure.caption"
  /// A figure has no title or no description.
  case figureUndescribed = "figure.undescribed"
  /// A figure's picture or its table is not what a page can show.
  case figureMalformed = "figure.malformed"
  /// A sweep is heavier than a page should be.
  case figureHeavy = "figure.heavy"
  /// The picture is not the one whose fingerprint stands behind `shows=`.
  case figureChanged = "figure.changed"
  /// A picture that nobody has recorded by `shows=`.
  case figureUnrecorded = "figure.unrecorded"

  /// An editor placeholder stands in an example.
  case fencePlaceholder = "fence.placeholder"

  /// The front matter is no YAML, or says something that Galley does not understand.
  case frontMatter = "front-matter.unreadable"
  /// An example asks for a file of data that its essay does not declare.
  case dataUndeclared = "data.undeclared"
  /// A file of data is declared, or asked for, and is not there.
  case dataMissing = "data.missing"
  /// A file of data is no table of comma-separated values.
  case dataMalformed = "data.malformed"
  /// A table has no such column, or the column holds what is no number.
  case dataColumn = "data.column"
  /// A file of data is declared and no example reads it.
  case dataUnread = "data.unread"
  /// A math block was opened and never closed.
  case mathUnclosed = "math.unclosed"
  /// Markdown leaves a text out: a footnote that nothing refers to, a cell too many in a table.
  case markdownDropped = "markdown.dropped"
  /// A fence has no end, and takes all that stands below it.
  case fenceUnclosed = "fence.unclosed"
  /// Galley does not know where a text stands. Always a fault of its own.
  case markdownMisplaced = "markdown.misplaced"
  /// KaTeX cannot read the TeX; the message is KaTeX's own.
  case texUnparsable = "tex.unparsable"
  /// A link leads to a page or heading of this site that does not exist.
  case linkBroken = "link.broken"

  /// A link or a formula refers to a label that no essay has.
  case labelUnknown = "label.unknown"
  /// Two things have the same label, or one thing has two.
  case labelDoubled = "label.doubled"
  /// A label where nothing can be numbered, or a word that calls its target what it is not.
  case labelMisplaced = "label.misplaced"
  /// Something that looks like a label cannot be read as one.
  case labelUnreadable = "label.unreadable"

  /// A citation of a source that `content/references.yml` does not have.
  case citationUnknown = "citation.unknown"
  /// A source that no essay cites.
  case citationUnused = "citation.unused"
  /// Something that begins like a citation cannot be read as one.
  case citationUnreadable = "citation.unreadable"
  /// A citation where no list can be referred to: in a heading or in a link's text.
  case citationMisplaced = "citation.misplaced"
  /// `content/references.yml` is no YAML, or an entry in it cannot be understood.
  case referencesUnreadable = "references.unreadable"

  /// `galley.yml` is missing, is no YAML, or says something that Galley does not understand.
  case configuration = "configuration.unreadable"
  /// An essay, a template or another file of the project cannot be read.
  case fileUnreadable = "file.unreadable"
  /// A file under `content/` would take the place of a file that Galley writes.
  case fileCollision = "file.collision"
  /// A template cannot be parsed.
  case templateUnparsable = "template.unparsable"
  /// The library could not be built; the message is SwiftPM's own.
  case libraryUnbuildable = "library.unbuildable"
  /// A program that Galley needs is not installed.
  case toolMissing = "tool.missing"

  /// The command line asks for what there is not.
  case misuse = "command.misuse"
  /// Galley itself failed in a way that nobody foresaw. Always a fault of its own.
  case fault = "galley.fault"
}
