// Repair: one correction that a finding offers, with what one must know before it is written.

import Claims
import Diagnostics

package struct Repair: Hashable, Sendable {
  /// What the finding is.
  package var rule: Identifier
  /// Where the finding stands: the claim or the figure in its essay, whatever file the edit is of.
  package var place: SourceSpan
  package var edit: Edit
  /// The finding's words.
  package var message: String
  /// How far the new value is from the old one; nil for what is no value: the fingerprint of a picture, a spelling.
  package var change: ValueChange?
  /// The Swift whose value is claimed; empty where none is.
  package var expression: String
  /// Whether the program gave another value when it ran again.
  package var isUnstable = false

  /// - Parameter place: that of the edit when not given.
  package init(
    rule: Identifier, at place: SourceSpan? = nil, edit: Edit, message: String,
    change: ValueChange? = nil, expression: String = ""
  ) {
    self.rule = rule
    self.place = place ?? edit.span
    self.edit = edit
    self.message = message
    self.change = change
    self.expression = expression
  }

  /// The rules whose corrections are values that were computed.
  package static let ofValues: Set<Identifier> = [.claimRefuted, .figureChanged]
}

/// Why a correction is not written.
package enum Obstacle: Hashable, Sendable {
  /// The program gave another value when it ran again.
  case unstable
  /// The number or the code may be wrong, and nobody looked.
  case notInBulk(ValueChange.Kind)
  /// Somebody looked, and would not have it.
  case declined
  /// Another correction of the same bytes is written.
  case overlap
  /// Its file is no longer the one that was judged, or cannot be written.
  case file

  /// In words for a table, behind “not written: ”.
  package var words: String {
    switch self {
    case .unstable: "unstable"
    case .notInBulk(.digits): "not looked at"
    case .notInBulk(.leadingDigit): "the leading digit changes"
    case .notInBulk(.sign): "the sign changes"
    case .notInBulk(.shape): "the shape changes"
    case .declined: "declined"
    case .overlap: "another correction of this place goes first"
    case .file: "the file is left as it was"
    }
  }
}
