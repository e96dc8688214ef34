// FigureLock: the pictures that somebody has looked at, as `content/figures.lock` has them: a line for each, with its
// essay, its name and its fingerprint. A picture is too large to write beside its code, as a number is.

import Diagnostics

package struct FigureLock: Hashable, Sendable {
  package static let path = "content/figures.lock"

  /// Which figure of which essay.
  package struct Name: Hashable, Comparable, Sendable {
    /// The path below `content/`, without `.md`, as `galley.yml` has it.
    var essay: String
    /// The figure's label, or which of those without one it is.
    var figure: String

    package static func < (left: Name, right: Name) -> Bool {
      (left.essay, left.figure) < (right.essay, right.figure)
    }
  }

  struct Entry: Hashable, Sendable {
    var fingerprint: String
    /// The bytes of its line in the file; nil for one that is not in it yet.
    var line: Range<Int>?
    /// The bytes of the fingerprint.
    var place: Range<Int>?
  }

  var entries: [Name: Entry] = [:]

  package init() {}

  // MARK: - The file

  private static let head = """
    # Pictures that somebody has looked at: essay, figure, fingerprint.
    # ‘galley check --update-figures’ writes this file; look at each picture whose line changes.

    """

  /// What the file says; a line that says nothing is a diagnostic.
  package static func read(_ text: String) -> Diagnosed<FigureLock> {
    var lock = FigureLock()
    var log = Log()
    var start = 0
    for bytes in text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
      let range = start..<start + bytes.count
      start = range.upperBound + 1
      let words = String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isWhitespace)
      if words.isEmpty || words[0] == "#" { continue }
      func complain(_ message: String) {
        log.add(Diagnostic(.figureLock, at: SourceSpan(path, range), message))
      }
      // Names of files may hold spaces.
      guard words.count >= 3, isFingerprint(words[words.count - 1]) else {
        complain(
          "this is no line about a figure: write an essay, a figure and a fingerprint, "
            + "‘kl fig:heat 9f86d081’, or let ‘galley check --update-figures’ write the file")
        continue
      }
      let essay = words[..<(words.count - 2)].joined(separator: " ")
      let name = Name(essay: essay, figure: String(words[words.count - 2]))
      guard lock.entries[name] == nil else {
        complain("this figure is recorded on a line above, too: take out the one that is not right")
        continue
      }
      let end = range.upperBound - bytes.reversed().prefix { " \t\r".utf8.contains($0) }.count
      lock.entries[name] = Entry(
        fingerprint: String(words[words.count - 1]), line: range, place: end - 8..<end)
    }
    return Diagnosed(lock, log)
  }

  private static func isFingerprint(_ word: Substring) -> Bool {
    word.utf8.count == 8 && word.utf8.allSatisfy { "0123456789abcdef".utf8.contains($0) }
  }

  /// The file, in an order of its own, so that two versions differ in as many lines as pictures.
  package var text: String {
    Self.head
      + entries.sorted { $0.key < $1.key }.map {
        "\($0.key.essay) \($0.key.figure) \($0.value.fingerprint)\n"
      }.joined()
  }

  // MARK: - Names

  /// How an essay is called.
  static func name(ofEssay path: String) -> String {
    var name = path[...]
    if name.hasPrefix("content/") { name = name.dropFirst("content/".count) }
    if name.hasSuffix(".md") { name = name.dropLast(3) }
    return name.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// The figures of an essay by their names: labels, and numbers for those without.
  static func names(of essay: VerifiedEssay) -> [Name] {
    let path = name(ofEssay: essay.document.path)
    var count = 0
    return essay.figures.map { figure in
      if let label = figure.label, !label.contains(where: \.isWhitespace) {
        return Name(essay: path, figure: label)
      }
      count += 1
      return Name(essay: path, figure: String(count))
    }
  }
}
