// What authors bring along from elsewhere, and small slips: each with what its author wants to be seen.

extension RandomDocuments {
  mutating func stranger() -> Inline {
    let word = word()
    return one(of: [
      ("**“\(word)”**は", "“\(word)”は"), ("は**「\(word)」**は", "は「\(word)」は"),
      ("**\(word) **", word), ("==\(word) a==", word + "a"), ("a~\(word)~", "a" + word),
      ("a^\(word)^", "a" + word), ("[[\(word) a]]", word + "a"), (":smile:", "😄"),
      ("5~\(word) and 6~7", "5~\(word)and6~7"), ("a^[\(word) a]", "a"),
      ("{{< hidden >}}", ""), ("{% hidden %}", ""), ("{{ hidden.x }}", ""),
      ("[\(word)](/hidden){.hidden}", word), ("<!-- hidden -- \(word) -->", ""),
    ])
  }

  mutating func strangeBlock() -> Passage {
    let (first, second) = (word(), word())
    return one(of: [
      Passage(lines: ["# \(first) {#hidden}"], shown: first),
      Passage(lines: ["\(first)\\", "$$a_b$$"], shown: first + "a_b"),
      Passage(lines: ["::: hidden", first, ":::"], shown: first),
      Passage(lines: ["!!! note", "", "    \(first)"], shown: "Note" + first),
      Passage(lines: [first, ": \(second)"], shown: first + second),
      Passage(lines: ["[TOC]"], shown: ""), Passage(lines: ["@import \"hidden\""], shown: ""),
      Passage(lines: ["> [!NOTE]", "> \(first)"], shown: "Note" + first),
      Passage(lines: ["> [!warning]", ">", "> - \(first)"], shown: "Warning" + first),
      Passage(lines: ["> [!INFO]", "> \(first)"], shown: "Info" + first),
      Passage(lines: ["> [!TIP] \(first)", "> a"], shown: "Tip\(first)a"),
      Passage(lines: ["> - [ ] \(first)"], shown: first),
      Passage(lines: ["| \(first) | a |", "|---|", "| \(second) |"], shown: first + "a" + second),
      Passage(lines: ["| \(first) |", "|---|", "| \(second) | a |"], shown: first + second + "a"),
      Passage(lines: ["| $|a|$ |", "|---|", "| \(second) |"], shown: "|a|" + second),
      Passage(lines: ["| a |", "|---|", "| $|a|$ |"], shown: "a|a|"),
      Passage(lines: ["[^none]: \(first)"], shown: first),
      Passage(lines: ["<details>", "", "```text", first, "```", "", "</details>"], shown: first),
    ])
  }
}
