// Words: what a page says itself, each by its name in the files of languages. What the words are stands there alone.

/// A word, or a few with places for values in them; the raw value is the key in `templates/languages/en.yml`.
package enum Word: String, CaseIterable, Sendable {
  case skip, essays, contents, previous, next, neighbours, colophon, tick, draft, moved
  case find
  case allPages = "all-pages"
  case findField = "find-field"
  case findNone = "find-none"
  case findOne = "find-one"
  case findMany = "find-many"
  case findMissing = "find-missing"
  case close, copy, copied
  case cite
  case notFound = "not-found"
  case themeSystem = "theme-system"
  case themeLight = "theme-light"
  case themeDark = "theme-dark"
  case claimHolds = "claim-holds"
  case claimsOneHolds = "claims-one-holds"
  case claimsHold = "claims-hold"
  case claims, claimed, computed, rule, line, verified, refuted, unreached, unjudged, pending
  case computedValue = "computed-value"
  case margin
  case marginNone = "margin-none"
  case marginExplained = "margin-explained"
  case judgedBy = "judged-by"
  case programOfPage = "program-of-page"
  case linkToClaim = "link-to-claim"
  case allClaims = "all-claims"
  case copyLink = "copy-link"
  case ledgerOf = "ledger-of"
  case essay, file, files, compiler, platform, library
  case code
  case moreLines = "more-lines"
  case madeByThisSwift = "made-by-this-swift"
  case codeIn = "code-in"
  case notRun = "not-run"
  case notChecked = "not-checked"
  case `throws`
  case throwsAny = "throws-any"
  case traps
  case trapsAny = "traps-any"
  case rejects
  case derivation
  case derivationSwift = "derivation-swift"
  case derivationLine = "derivation-line"
  case derivationLineInWords = "derivation-line-in-words"
  case derivationHidden = "derivation-hidden"
  case sampled, enclosed, unchecked
  case linesRefuted = "lines-refuted"
  case linesUnjudged = "lines-unjudged"
  case sampledOne = "sampled-one"
  case sampledEach = "sampled-each"
  case sampledRange = "sampled-range"
  case lineEnclosed = "line-enclosed"
  case linesAllEnclosed = "lines-all-enclosed"
  case linesEnclosed = "lines-enclosed"
  case detailSampled = "detail-sampled"
  case detailDeviation = "detail-deviation"
  case detailEnclosed = "detail-enclosed"
  case detailLimit = "detail-limit"
  case detailCondition = "detail-condition"
  case detailLeft = "detail-left"
  case detailRight = "detail-right"
  case enclosure, figure, data
  case dataOf = "data-of"
  case table, equation, equations, formula, section
  case wordsForEquations = "words-for-equations"
  case wordsForFigures = "words-for-figures"
  case wordsForSections = "words-for-sections"
  case linkTo = "link-to"
  case quoted
  case footnote, footnotes
  case backToReference = "back-to-reference"
  case backToReferencePlace = "back-to-reference-place"
  case source, sources
  case backToCitation = "back-to-citation"
  case backToCitationPlace = "back-to-citation-place"
  case and, note, tip, important, warning, caution
  case notPublishable = "not-publishable"
  case running
  case oneRefuted = "one-refuted"
  case manyRefuted = "many-refuted"
  case oneUnreached = "one-unreached"
  case manyUnreached = "many-unreached"
  case oneUnjudged = "one-unjudged"
  case manyUnjudged = "many-unjudged"
  case onePending = "one-pending"
  case manyPending = "many-pending"
  case oneCompilerError = "one-compiler-error"
  case manyCompilerErrors = "many-compiler-errors"
  case oneOtherError = "one-other-error"
  case manyOtherErrors = "many-other-errors"
  case inLine = "in-line"
  case errorBefore = "error-before"
  case warningBefore = "warning-before"
  case write
}
