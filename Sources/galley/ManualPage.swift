// ManualPage: what `man galley` shows, made of what the commands themselves say of their options.

import ArgumentParser
import Foundation
import Running

enum ManualPage {
  /// A command as the library that reads arguments describes it.
  struct Tool: Decodable {
    var command: Command

    struct Command: Decodable {
      var commandName: String
      var abstract: String?
      var discussion: String?
      var shouldDisplay: Bool?
      var subcommands: [Command]?
      var arguments: [Argument]?
    }

    struct Argument: Decodable {
      var kind: String
      var shouldDisplay: Bool
      var isOptional: Bool
      var isRepeating: Bool
      var names: [Name]?
      var valueName: String?
      var abstract: String?
    }

    struct Name: Decodable {
      var kind: String
      var name: String
    }
  }

  /// In the macros of `man(7)`.
  static func text(of tool: Tool) -> String {
    let root = tool.command
    var lines = [
      ".TH GALLEY 1 \"\" \"Galley \(GalleyVersion.text)\"", ".SH NAME",
      "galley \\- \(escaped(root.abstract ?? ""))", ".SH SYNOPSIS",
    ]
    let commands = (root.subcommands ?? []).filter { $0.shouldDisplay ?? true }
      .filter { $0.commandName != "help" }
    for command in commands {
      lines += [".B galley \(escaped(command.commandName))", synopsis(command), ".br"]
    }
    lines += [
      ".B galley", "[\\-\\-version] [\\-\\-help]", ".SH DESCRIPTION", paragraph(root.discussion),
    ]
    lines.append(".SH COMMANDS")
    for command in commands {
      lines += [".SS galley \(escaped(command.commandName))", paragraph(command.abstract)]
      if let more = command.discussion { lines += [".PP", paragraph(more)] }
      for argument in command.arguments ?? [] where argument.shouldDisplay {
        lines += [".TP", head(argument), paragraph(argument.abstract)]
      }
    }
    lines += [
      ".SH FILES", ".TP", ".B galley.yml",
      "The settings of a site. The folder that has it is the project.",
      ".TP", ".B content/", "The essays.", ".TP", ".B templates/",
      "What takes the place of Galley's own templates.", ".TP", ".B .build/galley/",
      "What is kept between runs.", ".SH ENVIRONMENT", ".TP", ".B NO_COLOR",
      "No colours, where this is not empty.", ".TP", ".B XDG_CACHE_HOME",
      "Where things are kept that serve all projects.",
    ]
    return lines.filter { !$0.isEmpty }.joined(separator: "\n") + "\n"
  }

  private static func synopsis(_ command: Tool.Command) -> String {
    let arguments = (command.arguments ?? []).filter(\.shouldDisplay)
    let words = arguments.filter { $0.kind == "positional" }.map { argument in
      let word = escaped((argument.valueName ?? "") + (argument.isRepeating ? " ..." : ""))
      return argument.isOptional ? "[\(word)]" : word
    }
    return (["[options]"] + words).joined(separator: " ")
  }

  /// What is typed in bold, what stands for something in italics.
  private static func head(_ argument: Tool.Argument) -> String {
    let value = escaped(argument.valueName ?? "value")
    guard argument.kind != "positional" else { return ".I \(value)" }
    let names = (argument.names ?? []).map { ($0.kind == "long" ? "--" : "-") + $0.name }
    let words = escaped(names.sorted { $0.count < $1.count }.joined(separator: ", "))
    return argument.kind == "option" ? ".BI \"\(words) \" \(value)" : ".B \"\(words)\""
  }

  private static func paragraph(_ text: String?) -> String {
    (text ?? "").split(separator: "\n").map { line in
      // A line that begins with a point or an apostrophe would be a command.
      (line.hasPrefix(".") || line.hasPrefix("'") ? "\\&" : "") + escaped(String(line))
    }.joined(separator: "\n")
  }

  /// In signs that every roff reads: of others some know no encoding but Latin.
  private static func escaped(_ text: String) -> String {
    text.unicodeScalars.map { scalar in
      switch scalar {
      case "\\": "\\e"
      case "-": "\\-"
      case _ where scalar.isASCII: String(scalar)
      default: "\\[u" + Self.digits(scalar) + "]"
      }
    }.joined()
  }

  /// As roff wants them: four at least.
  private static func digits(_ scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }
}

extension Galley {
  /// The commands as they describe themselves.
  static func tool() throws -> ManualPage.Tool {
    try JSONDecoder().decode(ManualPage.Tool.self, from: Data(_dumpHelp().utf8))
  }
}
