// Symbolizer: from return addresses to lines of the essay, by the program's debug information.

import Diagnostics
import Foundation

struct Symbolizer: Sendable {
  /// The place in the essay of each address; none for addresses of other code.
  private var places: [Int: Position] = [:]
  /// What the compiler says of a trap that it put there itself: "arithmetic overflow".
  private var failures: [Int: String] = [:]

  private struct Answer: Decodable {
    /// The innermost of the functions that were inlined there comes first.
    var frames: [Frame]?

    enum CodingKeys: String, CodingKey { case frames = "Symbol" }

    struct Frame: Decodable {
      var file: String
      var function: String
      var line: Int
      var column: Int

      enum CodingKeys: String, CodingKey {
        case file = "FileName"
        case function = "FunctionName"
        case line = "Line"
        case column = "Column"
      }
    }
  }

  static func of(
    _ record: Record, in executable: String, path: String, shop: Workshop
  ) async throws -> Symbolizer {
    var symbolizer = Symbolizer()
    var addresses = Set(record.stopCalls ?? []).union(record.thrownCalls)
    for output in record.outputs { addresses.formUnion(output.calls) }
    guard let tool = shop.toolchain.symbolizer, !addresses.isEmpty else { return symbolizer }
    let folder = URL(fileURLWithPath: executable).deletingLastPathComponent().path
    let sorted = addresses.sorted()
    // A return address stands behind its call: one byte before it is inside.
    let lines = sorted.map { address in
      "0x" + String(address == record.stopInstruction ? address : address - 1, radix: 16)
    }
    let list = folder + "/addresses"
    try lines.joined(separator: "\n").write(toFile: list, atomically: false, encoding: .utf8)
    let command = Command(
      executable: tool,
      arguments: ["--obj=\(executable)", "--inlines", "--output-style=JSON", "@\(list)"],
      directory: folder, output: folder + "/places", errors: folder + "/symbolizer-errors",
      limit: .seconds(60))
    let (_, output, _) = try await command.runReading()
    let answers = (try? JSONDecoder().decode([Answer].self, from: Data(output.utf8))) ?? []
    for (address, answer) in zip(sorted, answers) { symbolizer.add(answer, at: address, path) }
    return symbolizer
  }

  private mutating func add(_ answer: Answer, at address: Int, _ path: String) {
    let mark = "Swift runtime failure: "
    for frame in answer.frames ?? [] {
      if frame.function.hasPrefix(mark) {
        failures[address] = String(frame.function.dropFirst(mark.count))
      }
      guard frame.line > 0, frame.file == path || frame.file.hasSuffix("/" + path) else {
        continue
      }
      places[address] = Position(line: frame.line, column: max(1, frame.column))
      return
    }
  }

  /// The places in the essay among these calls, innermost first.
  func essayPlaces(of calls: [Int]) -> [Position] { calls.compactMap { places[$0] } }

  /// Why the compiler let the program trap at the innermost of these calls that it says so of.
  func failure(of calls: [Int]) -> String? { calls.compactMap { failures[$0] }.first }
}
