// Nearest: the name that was probably meant, for diagnostics about names that nobody knows.

/// The name that takes the fewest changed letters, the first of them in alphabetical order; nil when
/// so much would have to change that it is another name.
package func nearest(to name: String, among names: some Sequence<String>) -> String? {
  let best = names.map { (distance: editDistance(name, $0), name: $0) }.min { $0 < $1 }
  guard let best, best.distance <= max(2, name.count / 2) else { return nil }
  return best.name
}

/// ": did you mean ‘title’?", to stand behind the message that nobody knows a name; empty where none is near.
package func suggestion(for name: String, among names: some Sequence<String>) -> String {
  nearest(to: name, among: names).map { ": did you mean ‘\($0)’?" } ?? ""
}

/// How many letters must change to turn one word into another (Levenshtein).
package func editDistance(_ a: String, _ b: String) -> Int {
  let (a, b) = (Array(a), Array(b))
  var row = Array(0...b.count)
  for i in a.indices {
    var diagonal = row[0]
    row[0] = i + 1
    for j in b.indices {
      let change = diagonal + (a[i] == b[j] ? 0 : 1)
      diagonal = row[j + 1]
      row[j + 1] = min(change, row[j] + 1, row[j + 1] + 1)
    }
  }
  return row[b.count]
}
