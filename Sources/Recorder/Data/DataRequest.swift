// DataRequest: an example asks for a file that its essay declares, from wherever it runs. Only programs whose essay
// declares files see this, for others may have names like these.

import GalleyRecordFormat

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Reads a table that the essay's front matter declares: `data: [data/voters.csv]`.
///
/// - Parameter name: the path as it is declared, relative to `content/`.
/// - Throws: an error that needs no look at, for the essay's author is told of it at this call's place.
@_spi(GalleyData) public func data(
  _ name: String, line: Int = #line, column: Int = #column
) throws -> Table {
  do throws(DataProblem.Reason) {
    let table = try DataRequest.table(name)
    Recording.send(.read(file: name))
    return table
  } catch {
    DataRequest.report(error, of: name, line, column)
    throw DataRequest.NoData(file: name)
  }
}

enum DataRequest {
  /// What the author's code sees; Galley has words for the reason.
  struct NoData: Error, CustomStringConvertible {
    var file: String
    var description: String { "there is no data from ‘\(file)’" }
  }

  /// Whatever the program does with the error, its author hears of it.
  static func report(_ reason: DataProblem.Reason, of name: String, _ line: Int, _ column: Int) {
    Recording.send(
      .dataProblem(
        DataProblem(file: name, site: Site(line: line, column: column), reason: reason)))
  }

  /// Galley says what is declared, a name to a line, and the folder that the names begin in.
  static func table(_ name: String) throws(DataProblem.Reason) -> Table {
    let declared = (Platform.environment("GALLEY_DATA") ?? "").split(separator: "\n").map(
      String.init)
    guard declared.contains(name) else { throw .undeclared(known: declared) }
    guard let bytes = bytes(of: (Platform.environment("GALLEY_CONTENT") ?? "") + "/" + name) else {
      throw .missing
    }
    return try CSVReader.table(bytes, of: name)
  }

  private static func bytes(of path: String) -> [UInt8]? {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var all: [UInt8] = []
    var block = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = block.withUnsafeMutableBytes { read(descriptor, $0.baseAddress, $0.count) }
      if count < 0 && errno == EINTR { continue }
      guard count >= 0 else { return nil }
      if count == 0 { return all }
      all += block[..<count]
    }
  }
}
