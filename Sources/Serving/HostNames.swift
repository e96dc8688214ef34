// HostNames: the names under which the server answers. A page of somebody else's may have its own name lead to this machine
// (DNS rebinding); a request with such a name gets nothing.

/// The names of this machine as a browser on it writes them.
struct HostNames: Sendable {
  /// The port that the server listens on.
  var port: UInt16

  private static let names: Set<String> = ["127.0.0.1", "localhost", "[::1]"]

  /// Whether a request's `Host` is one of them, with the port; without one it can only be that of HTTP itself.
  func contains(_ host: String) -> Bool {
    let host = host.lowercased()
    return Self.names.contains { host == "\($0):\(port)" || port == 80 && host == $0 }
  }
}
