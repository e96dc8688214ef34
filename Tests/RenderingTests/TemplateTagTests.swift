// Tags of templates and what they include: nothing that includes itself is ever rendered.

import Testing

@testable import Rendering

@Suite struct TemplateTagTests {
  private func tags(_ text: String) -> [String] {
    TemplateTag.all(in: text).map { "\($0.sign.map(String.init) ?? "")\($0.name) \($0.depth)" }
  }

  @Test func tagsAreCutAsMustacheCutsThem() {
    #expect(
      tags("a{{b}}{{# c }}{{{d}}}{{&e}}{{/c}}{{! > f }}{{>g}}")
        == ["b 0", "#c 0", "{d 1", "&e 1", "/c 1", "!> f 0", ">g 0"])
    #expect(tags("{{=<% %>=}}<%> a %>{{> b}}") == ["=<% %>= 0", ">a 0"])
    // A section keeps its own marks.
    #expect(tags("{{#a}}{{=[ ]=}}[>b][/a]{{>c}}").suffix(3) == [">b 1", "/a 1", ">c 0"])
    #expect(tags("{{a") == [])
    #expect(TemplateTag.all(in: "é{{>a}}").first?.range == 2..<8)
  }

  private func problems(_ templates: [String: String]) -> [String] {
    var graph = TemplateGraph()
    for name in templates.keys.sorted() {
      graph.add(name, TemplateTag.all(in: templates[name] ?? ""))
    }
    graph.check(from: ["page", "home"])
    return graph.problems.map { "\($0.template) \($0.range.lowerBound): \($0.message)" }
  }

  @Test func whatIncludesItselfIsSaidWithItsWay() {
    #expect(
      problems(["page": "{{>a}}", "a": "x {{>b}}", "b": "{{#c}}{{> a}}{{/c}}"])
        == ["b 6: this template includes itself without an end: a, b, a"])
    #expect(
      problems(["page": "{{>page}}"])
        == ["page 0: this template includes itself without an end: page, page"])
    #expect(problems(["home": "{{<home}}{{/home}}"]).count == 1)
    #expect(problems(["page": "{{>a}}{{>a}}", "home": "{{>a}}", "a": "b"]).isEmpty)
  }

  @Test func namesThatThePageChoosesAndDepthAreRefused() {
    #expect(problems(["page": "{{>*title}}"]).count == 1)
    let deep = String(repeating: "{{#a}}", count: 5_000)
    #expect(problems(["page": deep]).first?.contains("more than 100 deep") == true)
  }

  /// Each of thirty templates has the next one twice.
  @Test func doublingIsRefused() {
    var templates = ["page": "{{>t0}}"]
    for number in 0..<30 { templates["t\(number)"] = "{{>t\(number + 1)}}{{>t\(number + 1)}}" }
    let found = problems(templates)
    #expect(!found.isEmpty)
    #expect(found.allSatisfy { $0.contains("more than 10000 parts") })
  }
}
