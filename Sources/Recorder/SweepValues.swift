// SweepValues: the values that a sweep runs through. The record must say which of them a picture
// belongs to, also where the author's code leaves one out.

/// A sequence that notes which of its values is looked at.
public struct __GalleySweepValues<Value>: Sequence, IteratorProtocol {
  let part: Int
  let values: [Value]
  private var index = 0

  init(part: Int, values: [Value]) {
    self.part = part
    self.values = values
  }

  public mutating func next() -> Value? {
    guard index < values.count else { return nil }
    Recording.beginFrame(index, of: part)
    index += 1
    return values[index - 1]
  }
}
