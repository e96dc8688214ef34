// Execution+Coding: an execution as it is kept. The record goes as the bytes that the program wrote, which have a
// version and a checksum of their own.

import Foundation
import GalleyRecordFormat

extension Execution: Codable {
  private enum CodingKeys: String, CodingKey {
    case end, record, nonce, output, errors, limits, duration, stopSites, thrownSites, exitSites
    case failure
  }

  package init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: CodingKeys.self)
    let recording = Recording(
      bytes: try values.decode(Data.self, forKey: .record),
      nonce: UInt64(bitPattern: try values.decode(Int64.self, forKey: .nonce)))
    self.init(
      end: try values.decode(End.self, forKey: .end), recording: recording,
      output: Array(try values.decode(Data.self, forKey: .output)),
      errors: Array(try values.decode(Data.self, forKey: .errors)),
      limits: try values.decode(Limits.self, forKey: .limits))
    duration = try values.decode(Duration.self, forKey: .duration)
    stopSites = try values.decode([CompilerMessage.Place].self, forKey: .stopSites)
    thrownSites = try values.decode([CompilerMessage.Place].self, forKey: .thrownSites)
    exitSites = try values.decode([CompilerMessage.Place].self, forKey: .exitSites)
    failure = try values.decodeIfPresent(String.self, forKey: .failure)
  }

  package func encode(to encoder: any Encoder) throws {
    guard let recording else {
      let context = EncodingError.Context(
        codingPath: encoder.codingPath, debugDescription: "a record that no program wrote")
      throw EncodingError.invalidValue(self, context)
    }
    var values = encoder.container(keyedBy: CodingKeys.self)
    try values.encode(recording.bytes, forKey: .record)
    try values.encode(Int64(bitPattern: recording.nonce), forKey: .nonce)
    try values.encode(end, forKey: .end)
    try values.encode(Data(output), forKey: .output)
    try values.encode(Data(errors), forKey: .errors)
    try values.encode(limits, forKey: .limits)
    try values.encode(duration, forKey: .duration)
    try values.encode(stopSites, forKey: .stopSites)
    try values.encode(thrownSites, forKey: .thrownSites)
    try values.encode(exitSites, forKey: .exitSites)
    try values.encodeIfPresent(failure, forKey: .failure)
  }
}

extension Rounding: Codable {}

extension Site: Codable {
  public init(from decoder: any Decoder) throws {
    var values = try decoder.unkeyedContainer()
    self.init(line: try values.decode(Int.self), column: try values.decode(Int.self))
  }

  public func encode(to encoder: any Encoder) throws {
    var values = encoder.unkeyedContainer()
    try values.encode(line)
    try values.encode(column)
  }
}
