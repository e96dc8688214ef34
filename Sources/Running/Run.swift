// Run: one program and all that came of it, as values. Nothing here knows what an essay is.

import GalleyRecordFormat

/// A program, ready for the compiler, and what it runs with.
package struct Program: Hashable, Sendable {
  /// The text of its main file.
  package var text: String
  /// Whether it is compiled and not run.
  package var isOnlyCompiled: Bool
  /// Whether it is linked with the module Figures.
  package var drawsFigures: Bool
  /// Its limit of processor time, where that is not the usual one.
  package var timeout: Duration?
  /// The files of data that it may read, below the folder with the content.
  package var mayRead: [String]

  package init(
    text: String, isOnlyCompiled: Bool = false, drawsFigures: Bool = false,
    timeout: Duration? = nil, mayRead: [String] = []
  ) {
    self.text = text
    self.isOnlyCompiled = isOnlyCompiled
    self.drawsFigures = drawsFigures
    self.timeout = timeout
    self.mayRead = mayRead
  }
}

/// What became of a program.
package struct Run: Sendable, Codable {
  /// What the compiler said, in its own places: the file and line that `#sourceLocation` named.
  package var messages: [CompilerMessage]
  package var ending: Ending
  /// The same program in other rounding modes, where somebody asked for them.
  package var others: [Rounding: Execution]

  package init(
    messages: [CompilerMessage] = [], ending: Ending, others: [Rounding: Execution] = [:]
  ) {
    self.messages = messages
    self.ending = ending
    self.others = others
  }

  package enum Ending: Sendable, Codable {
    /// It was compiled, and no more was asked for.
    case compiled
    /// The compiler refused it, for reasons among the messages.
    case refused
    /// No executable was made, and no message of the compiler says why: its last words, or nil when it ran out of
    /// time.
    case unmade(String?)
    case ran(Execution)
  }

  /// What it did when results are rounded to nearest; nil for a program that never ran.
  package var execution: Execution? {
    if case .ran(let execution) = ending { execution } else { nil }
  }
}

/// One error or warning of the compiler, with its notes.
package struct CompilerMessage: Hashable, Codable, Sendable {
  package enum Severity: String, Hashable, Codable, Sendable { case error, warning }

  package var severity: Severity
  package var text: String
  /// Nil where the compiler names no place.
  package var place: Place?
  package var notes: [Note]

  package init(severity: Severity, text: String, place: Place? = nil, notes: [Note] = []) {
    self.severity = severity
    self.text = text
    self.place = place
    self.notes = notes
  }

  package struct Note: Hashable, Codable, Sendable {
    package var text: String
    package var place: Place?

    package init(text: String, place: Place? = nil) {
      self.text = text
      self.place = place
    }
  }

  package struct Place: Hashable, Codable, Sendable {
    /// The name that `#sourceLocation` gave, or the file's own path.
    package var file: String
    package var site: Site

    package init(file: String, site: Site) {
      self.file = file
      self.site = site
    }
  }
}
