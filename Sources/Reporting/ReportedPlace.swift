// ReportedPlace: where something stands, as reports say it.

import Diagnostics

/// Lines and columns count from 1, columns in UTF-8 bytes and in UTF-16 units. The end is the place behind the last byte.
package struct ReportedPlace: Encodable, Hashable, Sendable {
  /// Relative to the folder that Galley ran in.
  package var path: String
  package var line: Int?
  package var column: Int?
  package var utf16Column: Int?
  package var endLine: Int?
  package var endColumn: Int?
  package var endUTF16Column: Int?

  /// - Parameter source: the text that the span counts its bytes in; without it only the file is known.
  package init(_ span: SourceSpan, in source: SourceText?, paths: ShownPaths) {
    path = paths.shown(span.path)
    guard let extent = source?.extent(of: span.range) else { return }
    (line, column, utf16Column) = (extent.start.line, extent.start.column, extent.start.utf16Column)
    (endLine, endColumn, endUTF16Column) = (
      extent.end.line, extent.end.column, extent.end.utf16Column
    )
  }
}
