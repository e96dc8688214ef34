// Identifier: every kind of diagnostic there is. A closed list, so that each can be documented: `help` says what each
// means, and is the only place that does.

/// What kind of thing went wrong: part of Galley's interface, stable between versions.
package enum Identifier: String, CaseIterable, Hashable, Sendable {
  case claimRefuted = "claim.refuted"
  case claimUnreached = "claim.unreached"
  case claimUnreadable = "claim.unreadable"
  case claimUnattached = "claim.unattached"
  case claimWords = "claim.words"
  case claimUnjudged = "claim.unjudged"
  case claimRounding = "claim.rounding"
  case claimUnstable = "claim.unstable"

  case coverageUncovered = "coverage.uncovered"
  case coverageEquation = "coverage.equation"
  case coverageGiven = "coverage.given"

  case compileError = "compile.error"
  case compileWarning = "compile.warning"
  case programTrapped = "program.trapped"
  case programThrew = "program.threw"
  case programTimedOut = "program.timed-out"
  case programOverLimit = "program.over-limit"
  case programExited = "program.exited"
  case programTooEarly = "program.too-early"
  case recordDamaged = "record.damaged"
  case programRounding = "program.rounding"

  case derivationUnreadable = "derivation.unreadable"
  case fenceWord = "fence.word"
  case fencePlaceholder = "fence.placeholder"
  case fenceUnclosed = "fence.unclosed"

  case figureMissing = "figure.missing"
  case figureCaption = "figure.caption"
  case figureUndescribed = "figure.undescribed"
  case figureMalformed = "figure.malformed"
  case figureHeavy = "figure.heavy"
  case figureChanged = "figure.changed"
  case figureUnrecorded = "figure.unrecorded"

  case tableMissing = "table.missing"
  case tableMalformed = "table.malformed"

  case frontMatter = "front-matter.unreadable"
  case dataUndeclared = "data.undeclared"
  case dataMissing = "data.missing"
  case dataMalformed = "data.malformed"
  case dataColumn = "data.column"
  case dataUnread = "data.unread"
  case mathUnclosed = "math.unclosed"
  case mathUnread = "math.unread"
  case markdownDropped = "markdown.dropped"
  case markdownLiteral = "markdown.literal"
  case markdownMisplaced = "markdown.misplaced"
  case texUnparsable = "tex.unparsable"

  case linkBroken = "link.broken"
  case labelUnknown = "label.unknown"
  case labelDoubled = "label.doubled"
  case labelMisplaced = "label.misplaced"
  case labelUnreadable = "label.unreadable"

  case citationUnknown = "citation.unknown"
  case citationUnused = "citation.unused"
  case citationUnreadable = "citation.unreadable"
  case citationMisplaced = "citation.misplaced"
  case referencesUnreadable = "references.unreadable"

  case configuration = "configuration.unreadable"
  case fileUnreadable = "file.unreadable"
  case fileCollision = "file.collision"
  case templateUnparsable = "template.unparsable"
  case templateUnknownName = "template.unknown-name"
  case libraryUnbuildable = "library.unbuildable"
  case toolMissing = "tool.missing"

  case misuse = "command.misuse"
  case fault = "galley.fault"
}
