// DataRequest: an example asks for a file that its essay declares, from wherever it runs.

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Reads a table that the essay's front matter declares: `data: [data/voters.csv]`.
///
/// - Parameter name: the path as it is declared, relative to `content/`.
/// - Throws: `DataProblem`, after the essay's author was told of it at this call's place.
public func data(
  _ name: String, line: Int = #line, column: Int = #column
) throws -> Table {
  do throws(DataProblem) {
    let table = try DataRequest.table(name)
    Recording.send("{\"event\":\"read\",\"name\":\(ValueEncoder.quote(name))}")
    return table
  } catch {
    error.report(name, line: line, column: column)
    throw error
  }
}

enum DataRequest {
  /// Galley says what is declared, a name to a line, and the folder that the names begin in.
  static func table(_ name: String) throws(DataProblem) -> Table {
    let declared = (Platform.environment("GALLEY_DATA") ?? "").split(separator: "\n").map(
      String.init)
    guard declared.contains(name) else {
      let known =
        declared.isEmpty
        ? "it declares no file" : "it declares \(declared.joined(separator: ", "))"
      throw DataProblem(
        .undeclared,
        "this essay does not declare the file ‘\(name)’ (\(known)): write ‘data: [\(name)]’ into its "
          + "front matter, the path as it is below content/")
    }
    guard let bytes = bytes(of: (Platform.environment("GALLEY_CONTENT") ?? "") + "/" + name) else {
      throw DataProblem(
        .missing,
        "the file ‘\(name)’ cannot be read: put it below content/, where the front matter says "
          + "that it is")
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
