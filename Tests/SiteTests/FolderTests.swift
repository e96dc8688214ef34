// What commands do with folders: those that they empty, and those that are not theirs.

import Foundation
import Testing

@Suite(.serialized)
struct FolderTests {
  @Test func cleanForgetsAndTheNextCheckStartsAnew() throws {
    let project = try ScratchProject()
    defer { project.remove() }
    #expect(try project.galley("check").status == 0)
    #expect(try project.galley("clean").status == 0)
    // The lock stays where somebody may wait for it.
    #expect(project.contents(of: ".build/galley").keys.sorted() == ["folder.lock"])
    #expect(try project.galley("clean").status == 0)
    try project.delete(".build")
    #expect(try project.galley("clean").status == 0)
    #expect(try project.galley("check").status == 0)
  }

  @Test func aSiteFolderOfSomebodyElseIsNeverReplaced() throws {
    let project = try ScratchProject(["site/precious.txt": "mine", "site/.gitignore": "*\n"])
    defer { project.remove() }
    let run = try project.galley("build")
    #expect(run.status == 64)
    #expect(project.text(of: "site/precious.txt") == "mine")
    try project.delete("site/precious.txt")
    #expect(try project.galley("build").status == 0)
    #expect(project.text(of: "site/.gitignore") == "*\n")
  }
}
