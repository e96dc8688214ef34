// What the server answers, and what it refuses: other host names, other methods, and paths that lead out of the site.

import Files
import Foundation
import Testing

@testable import Serving

@Suite struct PageHandlerTests {
  private static func handler() async -> PageHandler {
    let stage = Stage(.disk)
    var site = LiveSite()
    site.assets = ["assets/style.css": Data("a {}".utf8)]
    site.attachments = ["passwd.txt": "/etc/hostname", "gone.csv": "/nowhere"]
    await stage.show(site)
    return PageHandler(stage: stage, hosts: HostNames(port: 8000), patience: .milliseconds(50))
  }

  private func answer(
    _ target: String, _ method: String = "GET", host: String? = "localhost:8000"
  ) async -> PageResponse {
    await Self.handler().answer(PageRequest(method: method, target: target, host: host))
  }

  @Test(arguments: [
    "127.0.0.1:8000", "localhost:8000", "LOCALHOST:8000", "[::1]:8000",
  ])
  func ownNamesAreAnswered(_ host: String) async {
    #expect(await answer("/assets/style.css", host: host).status == 200)
  }

  @Test(arguments: [
    "evil.example", "evil.example:8000", "localhost", "localhost:8001",
    "127.0.0.1.evil.example:8000",
    "localhost:8000.evil.example", "", "0.0.0.0:8000", nil,
  ])
  func otherNamesAreNot(_ host: String?) async {
    let response = await answer("/assets/style.css", host: host)
    #expect(response.status == 421)
    #expect(!String(decoding: response.body, as: UTF8.self).contains("a {}"))
  }

  @Test(arguments: ["POST", "PUT", "DELETE", "OPTIONS", "TRACE", "get"])
  func onlyReading(_ method: String) async {
    let response = await answer("/assets/style.css", method)
    #expect(response.status == 405)
    #expect(response.headers["Allow"] == "GET, HEAD")
  }

  @Test func headIsGetWithoutBody() async {
    let get = await answer("/assets/style.css")
    let head = await answer("/assets/style.css", "HEAD")
    #expect(head.status == 200 && head.body.isEmpty)
    #expect(head.headers == get.headers)
    #expect(head.headers["Content-Length"] == "4")
    #expect(head.headers["Content-Type"] == "text/css; charset=utf-8")
  }

  @Test(arguments: [
    "/../galley.yml", "/..", "/a/../../galley.yml", "/%2e%2e/galley.yml", "/%2E%2E%2fgalley.yml",
    "galley.yml", "http://localhost:8000/", "", "/%00", "/%zz", "/..%2f..%2fetc%2fhostname",
  ])
  func noWayOut(_ target: String) async {
    #expect(await answer(target).status == 400)
  }

  /// Only what the site names is read, however a path is written.
  @Test(arguments: [
    "/etc/hostname", "//etc/hostname", "/galley.yml", "/content/index.md", "/./galley.yml",
    "/assets/../../x/", "/passwd.txt/", "/.build/galley", "/gone.csv",
  ])
  func nothingElseIsRead(_ target: String) async {
    #expect([400, 404, 503].contains(await answer(target).status))
  }

  @Test func whatTheSiteNamesIsRead() async {
    #expect(await answer("/passwd.txt").status == 200)
    #expect(await answer("/passwd.txt?x=/../y").status == 200)
  }

  @Test(arguments: [
    ("/", "index.html"), ("/edges/", "edges/index.html"), ("/kl.html", "kl.html"),
    ("/a%20b.html", "a b.html"), ("/what%3F%20is%23it.html", "what? is#it.html"),
  ])
  func pathsAreTheSites(_ written: String, _ path: String) {
    #expect(PageHandler.path(written) == path)
  }

  @Test func aBrowserWaitsForAnotherPage() async throws {
    let stage = Stage(.disk)
    let handler = PageHandler(stage: stage, hosts: HostNames(port: 1), patience: .seconds(30))
    func ask(after tag: String) async -> PageResponse {
      await handler.answer(
        PageRequest(
          method: "GET", target: "/.galley/page?path=a.html&after=\(tag)", host: "localhost:1"))
    }
    let first = await ask(after: "")
    let tag = try #require(first.headers[LiveScript.tagHeader])
    async let second = ask(after: tag)
    // The same once more wakes nobody for good.
    await stage.show(LiveSite())
    var changed = LiveSite()
    changed.troubles = ["<b>"]
    try await Task.sleep(for: .milliseconds(20))
    await stage.show(changed)
    let got = await second
    #expect(got.headers[LiveScript.tagHeader] != tag)
    #expect(String(decoding: got.body, as: UTF8.self).contains("&lt;b&gt;"))
  }

  @Test(.timeLimit(.minutes(10))) func whoLeavesWaitsNoLonger() async throws {
    let stage = Stage(.disk)
    let tag = try #require(await stage.page("a.html", after: "", patience: .zero).tag)
    let waiting = Task { await stage.page("a.html", after: tag, patience: .seconds(36_000)) }
    try await Task.sleep(for: .milliseconds(20))
    waiting.cancel()
    #expect(await waiting.value.tag == tag)
  }
}
