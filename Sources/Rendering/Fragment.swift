// Fragment: a piece of a page together with what the page needs because of it. Noted where the piece is made: nobody looks
// for it in finished HTML.

package struct Fragment: Hashable, Sendable {
  package var html: String
  /// Whether KaTeX's style sheet and fonts are needed.
  package var hasMath = false
  /// Whether a link shows a preview of what it leads to.
  package var hasPreviews = false
  /// Pictures that are loaded when somebody touches a slider.
  package var files: [FramesFile] = []
  /// What marks in it open. It stands elsewhere on the page, so that paper has it at the end.
  package var proofs = ""
  /// Whether marks in it open something.
  package var hasProofs = false
  /// The anchors of the claims in it, but for lines of derivations.
  package var shownClaims: Set<String> = []

  package init(html: String, hasMath: Bool = false, hasPreviews: Bool = false) {
    self.html = html
    self.hasMath = hasMath
    self.hasPreviews = hasPreviews
  }
}
