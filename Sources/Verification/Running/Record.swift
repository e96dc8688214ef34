// Record: what the recorder wrote down, read back: values and outputs by place, and how it stopped.

import Diagnostics
import Foundation

struct Record: Sendable {
  /// The values that each place reported, in time; the place is the program's line and column.
  var values: [Position: [RecordedValue]] = [:]
  /// Places that reported more values than the recorder keeps.
  var overfull: Set<Position> = []
  /// The value of each prose comment, by its number.
  var prose: [Int: [RecordedValue]] = [:]
  /// The pictures of each part of the page, by frame.
  var figures: [Int: [Int: DrawnFigure]] = [:]
  /// What became of each line of a derivation, by the part of the page and the line's number.
  var lines: [SampledLine.Place: SampledLine] = [:]
  /// What was found of a line for a whole range, by the same places.
  var enclosures: [SampledLine.Place: EnclosedLine] = [:]
  /// The draw of a derivation in the middle of which the program stopped.
  var stoppedDraw: (part: Int, number: Int, inputs: [SampledLine.Input])?
  var outputs: [Output] = []
  /// Whether some output could not be recorded, or not with all the calls that led to it.
  var areOutputsCut = false
  /// The calls that led to where the program stopped, innermost first; nil if it did not.
  var stopCalls: [Int]?
  /// The address among `stopCalls` that is an instruction itself and no return address.
  var stopInstruction: Int?
  /// The calls that led to the last error that was thrown.
  var thrownCalls: [Int] = []
  /// The files of data that were read.
  var filesRead: Set<String> = []
  /// What was wrong with data that was asked for, in the order of the calls.
  var dataProblems: [DataTrouble] = []
  var hasStarted = false
  /// Whether every limit could be set.
  var isConfined = true
  /// The rounding mode that was in force when the author's first line ran.
  var rounding: String?
  var hasEnded = false

  /// The last place that the program is known to have passed; nil if it never passed one.
  var lastPlace: Position?

  /// Something was printed, by these calls.
  struct Output: Sendable {
    var text: String
    var calls: [Int]
  }

  /// A picture as the program handed it over.
  struct DrawnFigure: Sendable {
    var title: String
    var description: String
    var svg: String
    var table: String

    /// What the program is told to send, in this order.
    static let texts = ["title", "description", "svg", "table"]
  }

  /// Data that an example asked for and did not get.
  struct DataTrouble: Sendable, Hashable {
    var id: Identifier
    var file: String
    /// The program's line and column of the call.
    var place: Position
    var message: String
  }

  static func read(_ path: String) -> Record {
    var record = Record()
    let data = FileManager.default.contents(atPath: path) ?? Data()
    for line in data.split(separator: UInt8(ascii: "\n")) {
      if let event = try? JSONSerialization.jsonObject(with: line) as? [String: Any] {
        record.add(event)
      }
    }
    record.lastPlace = lastPlace(path + ".place")
    return record
  }

  /// Line and column in the two halves of one number.
  private static func lastPlace(_ path: String) -> Position? {
    guard let bytes = FileManager.default.contents(atPath: path), bytes.count == 8 else {
      return nil
    }
    let word = bytes.withUnsafeBytes { $0.loadUnaligned(as: UInt64.self) }
    return word == 0
      ? nil : Position(line: Int(word >> 32), column: Int(word & 0xffff_ffff))
  }

  private mutating func add(_ event: [String: Any]) {
    let place = Position(
      line: event["line"] as? Int ?? 0, column: event["column"] as? Int ?? 0)
    let value = (event["value"] as? [String: Any]).flatMap { RecordedValue($0) } ?? .cut
    switch event["event"] as? String {
    case "started":
      hasStarted = true
      rounding = event["rounding"] as? String
      isConfined = event["confined"] as? Bool ?? false
    case "value": values[place, default: []].append(value)
    case "many": overfull.insert(place)
    case "prose": prose[event["claim"] as? Int ?? -1, default: []].append(value)
    case "figure":
      guard let part = event["part"] as? Int, let frame = event["frame"] as? Int,
        let texts = event["texts"] as? [String], texts.count == DrawnFigure.texts.count
      else { return }
      figures[part, default: [:]][frame] = DrawnFigure(
        title: texts[0], description: texts[1], svg: texts[2], table: texts[3])
    case "line":
      let place = SampledLine.Place(
        part: event["part"] as? Int ?? -1, step: event["step"] as? Int ?? -1)
      lines[place] = SampledLine(event)
    case "enclosure":
      let place = SampledLine.Place(
        part: event["part"] as? Int ?? -1, step: event["step"] as? Int ?? -1)
      enclosures[place] = EnclosedLine(event)
    case "draw":
      stoppedDraw = (
        event["part"] as? Int ?? -1, event["draw"] as? Int ?? 0,
        SampledLine.Input.list(event["inputs"])
      )
    case "output":
      outputs.append(
        Output(text: event["text"] as? String ?? "", calls: event["calls"] as? [Int] ?? []))
    case "read": filesRead.insert(event["name"] as? String ?? "")
    case "data":
      dataProblems.append(
        DataTrouble(
          id: Self.identifier(ofProblem: event["problem"] as? String ?? ""),
          file: event["name"] as? String ?? "", place: place,
          message: event["message"] as? String ?? ""))
    case "outputs-cut": areOutputsCut = true
    case "exiting": stopCalls = event["calls"] as? [Int] ?? []
    case "stopped":
      stopCalls = event["calls"] as? [Int] ?? []
      stopInstruction = event["instruction"] as? Int
      thrownCalls = event["thrown"] as? [Int] ?? []
    case "ended": hasEnded = true
    default: break
    }
  }
  private static func identifier(ofProblem name: String) -> Identifier {
    switch name {
    case "undeclared": .dataUndeclared
    case "missing": .dataMissing
    case "malformed": .dataMalformed
    default: .dataColumn
    }
  }
}
