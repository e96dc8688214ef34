// Symbolizer: from return addresses to lines of the essay, by the program's debug information.

import Diagnostics
import Foundation

struct Symbolizer: Sendable {
  /// The place in the essay of each address; nil for addresses of other code.
  private let places: [Int: Position]

  static func of(
    _ record: Record, in executable: String, path: String, shop: Workshop
  ) async throws -> Symbolizer {
    var addresses = Set(record.stopCalls ?? []).union(record.thrownCalls)
    for output in record.outputs { addresses.formUnion(output.calls) }
    guard let tool = shop.toolchain.symbolizer, !addresses.isEmpty else {
      return Symbolizer(places: [:])
    }
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
      arguments: ["--obj=\(executable)", "--functions=none", "--no-inlines", "@\(list)"],
      directory: folder, output: folder + "/places", errors: folder + "/symbolizer-errors",
      limit: .seconds(60))
    let (outcome, output, _) = try await command.runReading()
    guard outcome.status.isSuccess else { return Symbolizer(places: [:]) }
    var places: [Int: Position] = [:]
    let answers = output.split(separator: "\n")
    for (address, answer) in zip(sorted, answers) {
      let parts = answer.split(separator: ":")
      guard parts.count >= 3, let column = Int(parts[parts.count - 1]),
        let line = Int(parts[parts.count - 2]), line > 0,
        parts.dropLast(2).joined(separator: ":").hasSuffix("/" + path)
      else { continue }
      places[address] = Position(line: line, column: column)
    }
    return Symbolizer(places: places)
  }

  /// The places in the essay among these calls, innermost first.
  func essayPlaces(of calls: [Int]) -> [Position] { calls.compactMap { places[$0] } }
}
