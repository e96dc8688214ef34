// Figure: a finished picture, with its words and its data.

/// A picture that a page can show, and everything that somebody needs who cannot see it.
public struct Figure: Sendable {
  /// What the picture shows, in a few words.
  public var title: String
  /// What one sees in it, in a sentence or two.
  public var description: String
  /// The picture as an `<svg>` element.
  public var svg: String
  /// The data behind the picture as a `<table>` element.
  public var table: String

  public init(title: String, description: String, svg: String, table: String) {
    self.title = title
    self.description = description
    self.svg = svg
    self.table = table
  }
}
