// TextStyle: colours for a terminal. They say nothing that the words do not say.

package struct TextStyle: Hashable, Sendable {
  /// Whether there are any.
  private let isColoured: Bool

  package static let plain = TextStyle(isColoured: false)
  package static let coloured = TextStyle(isColoured: true)

  package func error(_ text: String) -> String { wrapped(text, "1;31") }
  package func warning(_ text: String) -> String { wrapped(text, "1;35") }
  package func note(_ text: String) -> String { wrapped(text, "1;36") }
  package func fix(_ text: String) -> String { wrapped(text, "1;32") }
  package func strong(_ text: String) -> String { wrapped(text, "1") }
  package func faint(_ text: String) -> String { wrapped(text, "2") }

  private func wrapped(_ text: String, _ codes: String) -> String {
    isColoured && !text.isEmpty ? "\u{1B}[\(codes)m\(text)\u{1B}[0m" : text
  }
}
