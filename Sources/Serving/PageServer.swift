// PageServer: HTTP on this machine alone. It knows the site's own paths and no others, and reads no path from the disk that a request
// named.

import FlyingFox
import FlyingSocks
import Foundation
import Synchronization

/// What of a request decides the answer.
struct PageRequest: Sendable {
  var method: String
  /// As it stands in the request: `/kl.html?x=1`, percent-encoded.
  var target: String
  var host: String?
}

struct PageResponse: Sendable {
  var status: Int
  var headers: [String: String] = [:]
  var body = Data()
}

/// Answers requests, wherever they come from.
struct PageHandler: Sendable {
  let stage: Stage
  let hosts: HostNames
  /// How long a browser waits for another page before it asks again.
  var patience: Duration = .seconds(20)

  func answer(_ request: PageRequest) async -> PageResponse {
    guard let host = request.host, hosts.contains(host) else {
      return Self.words(
        421, "galley serve answers for http://localhost:\(hosts.port)/ and 127.0.0.1 only\n")
    }
    guard ["GET", "HEAD"].contains(request.method) else {
      var response = Self.words(405, "galley serve only shows pages\n")
      response.headers["Allow"] = "GET, HEAD"
      return response
    }
    var response = await get(request.target)
    response.headers["Content-Length"] = String(response.body.count)
    if request.method == "HEAD" { response.body = Data() }
    return response
  }

  private func get(_ target: String) async -> PageResponse {
    let parts = target.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
    guard let path = Self.path(String(parts[0])) else {
      return Self.words(400, "this is no path of a site\n")
    }
    if path == LiveScript.path {
      return Self.response(200, "text/javascript; charset=utf-8", Data(LiveScript.text.utf8))
    }
    if path == LiveScript.question {
      let query = Self.query(parts.count > 1 ? String(parts[1]) : "")
      return Self.response(
        await stage.page(
          query["path"] ?? "", after: query["after"] ?? "", patience: patience))
    }
    return Self.response(await stage.answer(to: path))
  }

  /// The path relative to the site; nil for one that leads out of it, or that no site has.
  static func path(_ written: String) -> String? {
    guard written.hasPrefix("/"), let plain = written.removingPercentEncoding else { return nil }
    var parts = plain.dropFirst().split(separator: "/", omittingEmptySubsequences: false)
    guard !plain.unicodeScalars.contains("\0"), !parts.contains("..") else { return nil }
    if parts.last == "" { parts[parts.count - 1] = "index.html" }
    return parts.joined(separator: "/")
  }

  private static func query(_ text: String) -> [String: String] {
    var query: [String: String] = [:]
    for pair in text.split(separator: "&") {
      let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard parts.count == 2, let value = String(parts[1]).removingPercentEncoding else { continue }
      query[String(parts[0])] = value
    }
    return query
  }

  // MARK: Responses

  private static func response(_ answer: LiveSite.Answer) -> PageResponse {
    var response = response(answer.status, answer.type, answer.body)
    response.headers[LiveScript.tagHeader] = answer.tag
    return response
  }

  private static func words(_ status: Int, _ text: String) -> PageResponse {
    response(status, "text/plain; charset=utf-8", Data(text.utf8))
  }

  private static func response(_ status: Int, _ type: String, _ body: Data) -> PageResponse {
    PageResponse(
      status: status,
      headers: [
        "Content-Type": type, "Cache-Control": "no-store", "X-Content-Type-Options": "nosniff",
        "Cross-Origin-Resource-Policy": "same-origin",
      ], body: body)
  }
}

/// A port of this machine's own address, on which nobody from elsewhere can ask.
final class PageServer: Sendable {
  private let server: HTTPServer
  private let box: HandlerBox
  private let failure = Mutex<(any Error)?>(nil)

  /// - Parameter port: 0 for any that is free.
  init(port: UInt16) throws {
    let box = HandlerBox()
    server = HTTPServer(
      address: try sockaddr_in.inet(ip4: "127.0.0.1", port: port), timeout: 60,
      logger: .disabled, handler: box)
    self.box = box
  }

  /// Answers until the task is cancelled.
  func run() async throws {
    do {
      try await server.run()
    } catch {
      failure.withLock { $0 = error }
      throw error
    }
  }

  /// The port, once somebody can ask there.
  ///
  /// - Throws: why nobody can.
  func port() async throws -> UInt16 {
    while true {
      if case .ip4(_, let port) = await server.listeningAddress { return port }
      if let failure = failure.withLock({ $0 }) { throw failure }
      try await Task.sleep(for: .milliseconds(2))
    }
  }

  func answer(by handler: PageHandler) { box.handler.withLock { $0 = handler } }
}

private final class HandlerBox: HTTPHandler {
  let handler = Mutex<PageHandler?>(nil)

  func handleRequest(_ request: HTTPRequest) async throws -> HTTPResponse {
    guard let handler = handler.withLock({ $0 }) else {
      return HTTPResponse(statusCode: .serviceUnavailable)
    }
    let answer = await handler.answer(
      PageRequest(
        method: request.method.rawValue, target: request.target.rawValue,
        host: request.headers[.host]))
    var headers = HTTPHeaders()
    for (name, value) in answer.headers { headers[HTTPHeader(name)] = value }
    return HTTPResponse(
      statusCode: HTTPStatusCode(answer.status, phrase: Self.phrases[answer.status] ?? ""),
      headers: headers, body: answer.body)
  }

  private static let phrases = [
    200: "OK", 400: "Bad Request", 404: "Not Found", 405: "Method Not Allowed",
    421: "Misdirected Request", 503: "Service Unavailable",
  ]
}
