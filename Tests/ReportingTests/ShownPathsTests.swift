// Paths as they are shown: from the folder that one stands in to the file, wherever the project is.

import Foundation
import Testing

@testable import Reporting

@Suite struct ShownPathsTests {
  @Test(arguments: [
    ("/a/b", "/a/b", "content/x.md", "content/x.md", "."),
    ("/a/b", "/a", "content/x.md", "b/content/x.md", "b"),
    ("/a/b", "/a/b/content", "content/x.md", "x.md", ".."),
    ("/a/b", "/a/b/content/deep", "galley.yml", "../../galley.yml", "../.."),
    ("/a/b", "/a/bc", "x.md", "../b/x.md", "../b"),
    ("/a/b", "/c/d", "x.md", "/a/b/x.md", "/a/b"),
    ("/a/b", "/", "x.md", "a/b/x.md", "a/b"),
    ("/a/b", "/a/b", "/a/b/Sources/y.swift", "Sources/y.swift", "."),
    ("/a/b", "/a/b", "/usr/include/z.h", "/usr/include/z.h", "."),
    ("/", "/", "content/x.md", "content/x.md", "."),
  ])
  func shown(
    _ project: String, _ directory: String, _ path: String, _ shown: String, _ folder: String
  ) {
    let paths = ShownPaths(project: project, directory: directory)
    #expect(paths.shown(path) == shown)
    #expect(paths.shownProject == folder)
    // Who follows it from there comes to the file.
    let start = URL(fileURLWithPath: directory, isDirectory: true)
    let file = path.hasPrefix("/") ? path : project + "/" + path
    #expect(
      URL(fileURLWithPath: shown, relativeTo: start).standardizedFileURL.path
        == URL(fileURLWithPath: file).standardizedFileURL.path)
  }
}
