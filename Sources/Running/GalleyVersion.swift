// GalleyVersion: which Galley this is.

package enum GalleyVersion {
  /// As the changelog names it.
  package static let text = "0.1.0-dev"
}
