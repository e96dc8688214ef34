// MissingPart: something that typesetting needs and this machine lacks, and how to get it.

import Diagnostics

/// A part that is not installed. The command line ends with status 69 when it meets one.
package struct MissingPart: Error, Codable, Hashable, Sendable {
  package var part: Part
  /// Where it was looked for, in this order.
  package var places: [String]

  package init(_ part: Part, places: [String]) {
    self.part = part
    self.places = places
  }

  package enum Part: String, Codable, CaseIterable, Hashable, Sendable {
    case javaScriptCore, katex, katexFonts, highlighter
  }

  package var message: String { "\(part.name) is missing: \(part.remedy)" }

  package var diagnostic: Diagnostic {
    Diagnostic(
      .toolMissing, at: nil, message,
      notes: places.isEmpty ? [] : [Note("looked for \(places.joined(separator: ", "))")])
  }
}

extension MissingPart: CustomStringConvertible {
  package var description: String { message }
}

extension MissingPart.Part {
  package var name: String {
    switch self {
    case .javaScriptCore: "JavaScriptCore"
    case .katex: "KaTeX (katex.min.js and katex.min.css)"
    case .katexFonts: "KaTeX's fonts (KaTeX_*.woff2)"
    case .highlighter: "highlight.js (highlight.min.js)"
    }
  }

  /// What a person types to get it.
  package var remedy: String {
    #if os(macOS)
      switch self {
      case .javaScriptCore:
        "it comes with macOS; reinstall the system's frameworks"
      case .katex, .katexFonts:
        "`npm install --global katex`, or set GALLEY_KATEX to the folder of katex.min.js"
      case .highlighter:
        "`npm install --global @highlightjs/cdn-assets`, or set GALLEY_HIGHLIGHT to the folder of "
          + "highlight.min.js"
      }
    #else
      switch self {
      case .javaScriptCore:
        "`apt-get install libjavascriptcoregtk-4.1-0`"
      case .katex:
        "`apt-get install libjs-katex`, or set GALLEY_KATEX to the folder of katex.min.js"
      case .katexFonts:
        "`apt-get install fonts-katex`, or set GALLEY_KATEX to a folder that contains `fonts`"
      case .highlighter:
        "`apt-get install libjs-highlight.js`, or set GALLEY_HIGHLIGHT to the folder of "
          + "highlight.min.js"
      }
    #endif
  }
}
