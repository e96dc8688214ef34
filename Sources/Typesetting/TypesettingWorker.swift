// TypesettingWorker: the process in which the JavaScript runs. One order on standard input, one
// answer on standard output, then it ends and its memory goes back; or it stays, and answers orders until nobody is left
// to give any.

import Foundation

/// What the worker is asked to do.
struct TypesettingOrder: Codable, Sendable {
  /// The project's own TeX macros, by name with the backslash, for all pages.
  var macros: [String: String]
  var pages: [TypesettingRequest]
}

/// What it says.
enum TypesettingAnswer: Codable, Sendable {
  case typeset([TypesettingResult])
  case missing(MissingPart)
  case failed(String)
}

/// Answers one order. For the hidden command with which Galley starts itself; call it on the main
/// thread of a process that does nothing else.
///
/// - Returns: the exit status: 0 when an answer was written, even one that says what is missing.
package func runTypesettingWorker() -> Int32 {
  // All is read before the engine starts: its signals would interrupt a `read`.
  let input = FileHandle.standardInput.readDataToEndOfFile()
  var setter = OrderSetter()
  guard let output = try? JSONEncoder().encode(setter.answer(to: input)) else { return 70 }
  // The engine's threads may still interrupt a `write`.
  return writeAll(output, to: STDOUT_FILENO) ? 0 : 74
}

/// Answers orders, each behind its length, until standard input ends. The scripts are loaded once.
///
/// - Returns: the exit status: 0 when nobody was left to give an order.
package func runStayingTypesettingWorker() -> Int32 {
  var setter = OrderSetter()
  while let input = MessageFrame.read(from: STDIN_FILENO) {
    guard let output = try? JSONEncoder().encode(setter.answer(to: input)) else { return 70 }
    if !writeAll(MessageFrame.framed(output), to: STDOUT_FILENO) { return 74 }
  }
  return 0
}

/// An engine and what was loaded into it. KaTeX and highlight.js are loaded only when a page needs them.
private struct OrderSetter: ~Copyable {
  private let installation = Installation()
  private var engine: ScriptEngine?
  private var hasKaTeX = false
  private var hasHighlighter = false

  mutating func answer(to input: Data) -> TypesettingAnswer {
    do {
      return .typeset(try typeset(try JSONDecoder().decode(TypesettingOrder.self, from: input)))
    } catch let missing as MissingPart {
      return .missing(missing)
    } catch let failure as ScriptEngine.Failure {
      return .failed(failure.message)
    } catch {
      return .failed(String(describing: error))
    }
  }

  private mutating func typeset(_ order: TypesettingOrder) throws -> [TypesettingResult] {
    if engine == nil {
      let new = try ScriptEngine(JavaScriptCore.open())
      try new.evaluate(TypesettingScript.globals)
      try new.evaluate(TypesettingScript.typeset)
      engine = consume new
    }
    if !hasKaTeX, order.pages.contains(where: { !$0.formulas.isEmpty }) {
      for script in try installation.katexScripts() {
        try engine?.evaluate(installation.text(of: script))
      }
      hasKaTeX = true
    }
    if !hasHighlighter,
      order.pages.contains(where: { $0.listings.contains { !$0.language.isEmpty } })
    {
      try engine?.evaluate(installation.text(of: installation.highlighterScript()))
      hasHighlighter = true
    }
    let json = String(decoding: try JSONEncoder().encode(order), as: UTF8.self)
    try engine?.setGlobal("order", to: json)
    let answer = try engine?.evaluate("typeset(order)") ?? ""
    let pages = try JSONDecoder().decode([ScriptedPage].self, from: Data(answer.utf8))
    return zip(order.pages, pages).map { request, page in page.result(for: request) }
  }
}

/// What the script gives for a page.
private struct ScriptedPage: Decodable {
  var formulas: [Formula]
  var listings: [String?]

  struct Formula: Decodable {
    var html: String?
    var message: String?
    var position: Int?
  }

  func result(for request: TypesettingRequest) -> TypesettingResult {
    TypesettingResult(
      formulas: zip(request.formulas, formulas).map { asked, got in
        if let html = got.html { return .html(html) }
        return .rejected(
          TeXError(
            reported: got.message ?? "KaTeX gave no reason", position: got.position, in: asked.tex))
      },
      listings: zip(request.listings, listings).map { asked, html in
        .init(lines: HighlightedLines.lines(of: asked.text, highlighted: html))
      })
  }
}
