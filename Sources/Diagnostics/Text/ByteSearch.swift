// ByteSearch: where bytes stand among others, by the system's own search: pages are looked through many times.

#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

extension [UInt8] {
  /// The places of `mark`, none of which overlaps another.
  package func places(of mark: String) -> [Int] {
    let mark = Array(mark.utf8)
    guard let first = mark.first else { return [] }
    return withUnsafeBytes { bytes in
      guard let base = bytes.baseAddress else { return [] }
      var places: [Int] = []
      var start = 0
      while start + mark.count <= bytes.count,
        let found = memchr(base + start, Int32(first), bytes.count - start - mark.count + 1)
      {
        let place = base.distance(to: UnsafeRawPointer(found))
        let isMark = memcmp(found, mark, mark.count) == 0
        if isMark { places.append(place) }
        start = place + (isMark ? mark.count : 1)
      }
      return places
    }
  }
}
