// Symbolizer: from return addresses to places in the program's text, by its debug information.

import Foundation
import GalleyRecordFormat

struct Symbolizer {
  /// The compiler notes this folder for names that `#sourceLocation` gives, which are no paths.
  static let folder = "/galley"

  /// The place of each address; none for addresses of other code.
  private var places: [Int: CompilerMessage.Place] = [:]
  /// What the compiler says of a trap that it put there itself.
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
      /// Where its function begins, as a text.
      var start: String?

      /// Nil for other code than the program's own.
      var place: CompilerMessage.Place? {
        guard file.hasPrefix(Symbolizer.folder + "/") else { return nil }
        return CompilerMessage.Place(
          file: String(file.dropFirst(Symbolizer.folder.count + 1)),
          site: Site(line: line, column: max(1, column)))
      }

      enum CodingKeys: String, CodingKey {
        case file = "FileName"
        case function = "FunctionName"
        case start = "StartAddress"
        case line = "Line"
        case column = "Column"
      }
    }
  }

  static func of(
    _ record: Record, in executable: String, outputIn folder: String, _ shop: Workshop
  ) async throws -> Symbolizer {
    var symbolizer = Symbolizer()
    let stop = record.stop
    let calls = (stop?.calls ?? []) + (stop?.thrown ?? []) + (record.exitCalls ?? [])
    guard let tool = shop.toolchain.symbolizer else { return symbolizer }
    func answers(for addresses: [Int]) async throws -> [Answer] {
      guard !addresses.isEmpty else { return [] }
      let list = folder + "/addresses"
      let lines = addresses.map { "0x" + String($0, radix: 16) }.joined(separator: "\n")
      try shop.files.write(Data(lines.utf8), list)
      let command = Command(
        executable: tool,
        arguments: ["--obj=\(executable)", "--inlines", "--output-style=JSON", "@\(list)"],
        directory: folder, output: folder + "/places", errors: folder + "/symbolizer-errors",
        limit: .seconds(60))
      let (_, output, _) = try await command.runReading(shop.files)
      return (try? JSONDecoder().decode([Answer].self, from: Data(output.utf8))) ?? []
    }
    let addresses = Set(calls).sorted()
    // A return address stands behind its call: one byte before it is inside.
    let inside = addresses.map { $0 == stop?.instruction ? $0 : $0 - 1 }
    var unplaced: [(address: Int, inside: Int, frame: Answer.Frame)] = []
    for (index, answer) in try await answers(for: inside).enumerated() {
      if let frame = symbolizer.add(answer, at: addresses[index]) {
        unplaced.append((addresses[index], inside[index], frame))
      }
    }
    // What the compiler adds to a line has no line itself, the check of an access for instance: what stands
    // around it does.
    for one in unplaced.prefix(8) {
      var near: [Int] = []
      for distance in stride(from: 4, through: 64, by: 4) {
        near += [one.inside - distance, one.inside + distance]
      }
      let frames = try await answers(for: near).flatMap { $0.frames ?? [] }
      let frame = frames.first { $0.line > 0 && $0.start == one.frame.start && $0.place != nil }
      symbolizer.places[one.address] = frame?.place
    }
    return symbolizer
  }

  /// - Returns: the frame of the program's own that has no line; nil where a line is known, or there is none.
  private mutating func add(_ answer: Answer, at address: Int) -> Answer.Frame? {
    let mark = "Swift runtime failure: "
    for frame in answer.frames ?? [] {
      if frame.function.hasPrefix(mark) {
        failures[address] = String(frame.function.dropFirst(mark.count))
      }
      guard let place = frame.place else { continue }
      guard frame.line > 0 else { return frame }
      places[address] = place
      return nil
    }
    return nil
  }

  /// The known places among these calls, innermost first.
  func places(of calls: [Int]) -> [CompilerMessage.Place] { calls.compactMap { places[$0] } }

  /// What the compiler says of the innermost of these calls that it let trap.
  func failure(of calls: [Int]) -> String? { calls.compactMap { failures[$0] }.first }
}
