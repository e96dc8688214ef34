// Help: what there is to know of each kind of message: what it means, how it reads, and what to do. The guide's entries
// are made of it, and so is what `galley explain` says.

/// One entry; texts are Markdown, and links in them lead to headings of the reference, or to other pages beside it.
package struct Help: Hashable, Sendable {
  /// What the matter is, without a full stop.
  package var title: String
  /// How messages of the kind begin, with examples for what is in them.
  package var messages: [String]
  /// What it means, and what to do.
  package var text: String

  init(_ title: String, messages: [String], _ text: String) {
    self.title = title
    self.messages = messages
    self.text = text
  }

  /// The entry as it stands in the guide, below its heading.
  package var markdown: String {
    let examples = messages.map { "`\($0)`" }.joined(separator: "\\\n")
    return "\(title).\n\n\(examples)\n\n\(text)\n"
  }
}

extension Identifier {
  package var title: String { help.title }

  package var help: Help {
    switch self {
    case .claimRefuted: .claimRefuted
    case .claimUnreached: .claimUnreached
    case .claimUnreadable: .claimUnreadable
    case .claimUnattached: .claimUnattached
    case .claimWords: .claimWords
    case .claimSign: .claimSign
    case .claimUnjudged: .claimUnjudged
    case .claimRounding: .claimRounding
    case .claimUnstable: .claimUnstable
    case .coverageUncovered: .coverageUncovered
    case .coverageEquation: .coverageEquation
    case .coverageGiven: .coverageGiven
    case .compileError: .compileError
    case .compileWarning: .compileWarning
    case .programTrapped: .programTrapped
    case .programThrew: .programThrew
    case .programTimedOut: .programTimedOut
    case .programOverLimit: .programOverLimit
    case .programExited: .programExited
    case .programTooEarly: .programTooEarly
    case .recordDamaged: .recordDamaged
    case .listingUnfinished: .listingUnfinished
    case .listingStopped: .listingStopped
    case .baselineStale: .baselineStale
    case .baselineUnreadable: .baselineUnreadable
    case .derivationUnreadable: .derivationUnreadable
    case .programRounding: .programRounding
    case .fenceWord: .fenceWord
    case .figureMissing: .figureMissing
    case .figureCaption: .figureCaption
    case .figureUndescribed: .figureUndescribed
    case .figureMalformed: .figureMalformed
    case .figureHeavy: .figureHeavy
    case .figureChanged: .figureChanged
    case .figureUnrecorded: .figureUnrecorded
    case .figureStale: .figureStale
    case .figureLock: .figureLock
    case .tableMissing: .tableMissing
    case .tableMalformed: .tableMalformed
    case .fencePlaceholder: .fencePlaceholder
    case .frontMatter: .frontMatter
    case .dataUndeclared: .dataUndeclared
    case .dataMissing: .dataMissing
    case .dataMalformed: .dataMalformed
    case .dataColumn: .dataColumn
    case .dataUnread: .dataUnread
    case .mathUnclosed: .mathUnclosed
    case .mathUnread: .mathUnread
    case .markdownDropped: .markdownDropped
    case .fenceUnclosed: .fenceUnclosed
    case .markdownLiteral: .markdownLiteral
    case .markdownMisplaced: .markdownMisplaced
    case .texUnparsable: .texUnparsable
    case .linkBroken: .linkBroken
    case .labelUnknown: .labelUnknown
    case .labelDoubled: .labelDoubled
    case .labelMisplaced: .labelMisplaced
    case .labelUnreadable: .labelUnreadable
    case .citationUnknown: .citationUnknown
    case .citationUnused: .citationUnused
    case .citationUnreadable: .citationUnreadable
    case .citationMisplaced: .citationMisplaced
    case .referencesUnreadable: .referencesUnreadable
    case .configuration: .configuration
    case .fileUnreadable: .fileUnreadable
    case .fileCollision: .fileCollision
    case .fileChanged: .fileChanged
    case .templateUnparsable: .templateUnparsable
    case .templateUnknownName: .templateUnknownName
    case .languageUnknown: .languageUnknown
    case .languageUnreadable: .languageUnreadable
    case .libraryUnbuildable: .libraryUnbuildable
    case .toolMissing: .toolMissing
    case .misuse: .misuse
    case .fault: .fault
    }
  }
}
