// The first `galley.yml`: which library it names, and that Galley reads it as it is meant.

import Running
import Site
import Testing

@testable import Starting

struct SettingsTests {
  private func library(_ name: String, _ mode: String = "6") -> PackageOffer.Library {
    .init(name: name, modules: [name], languageMode: mode)
  }

  private func configuration(_ settings: Settings) -> Configuration {
    let read = Configuration.read(settings.text)
    #expect(read.log.diagnostics.isEmpty, "\(settings.text)")
    return read.value
  }

  @Test func theLibraryOfThePackageIsNamed() {
    let offer = PackageOffer(name: "thermometer", libraries: [library("Thermometer", "5")])
    let read = configuration(Settings(folder: "x", offer))
    #expect(read.title == "Thermometer")
    #expect(read.products == ["Thermometer"])
    #expect(read.imports == ["Thermometer", "Foundation"])
    #expect(read.languageMode == "5")
  }

  @Test func withoutALibraryExamplesHaveFoundation() {
    for offer in [nil, PackageOffer(name: "my-tool", libraries: [])] {
      let settings = Settings(folder: "my-tool", offer)
      let read = configuration(settings)
      #expect(read.title == "My tool")
      #expect(read.products.isEmpty && read.imports == ["Foundation"] && read.languageMode == nil)
      #expect(settings.text.contains("no library product") == (offer != nil))
    }
  }

  @Test func ofSeveralThatWithThePackagesNameIsTaken() {
    let named = PackageOffer(name: "swift-Heat", libraries: ["A", "Heat", "B"].map { library($0) })
    #expect(configuration(Settings(folder: "x", named)).products == ["Heat"])
    let few = PackageOffer(name: "x", libraries: [library("A", "6"), library("B", "5")])
    let read = configuration(Settings(folder: "x", few))
    #expect(read.products == ["A", "B"] && read.languageMode == "5")
    let many = Settings(
      folder: "x", PackageOffer(name: "x", libraries: ["A", "B", "C", "D"].map { library($0) }))
    #expect(configuration(many).products == ["A"] && many.text.contains("others: B, C, D"))
  }

  @Test func oddNamesAreReadBack() {
    let names = ["on", "null", "my lib", "a\"b\\", "1st", "Größe", "x: y"]
    for name in names {
      var settings = Settings(folder: name, nil)
      settings.title = name
      settings.libraries = [library(name)]
      let read = Configuration.read(settings.text).value
      #expect(read.title == name && read.products == [name], "\(settings.text)")
    }
  }
}
