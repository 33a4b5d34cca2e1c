import GazetteModel
import GazetteText

/// A stretch of the text of a node. One behind the other they are kept in few bytes: of the node what
/// it is more than the one before.
struct StoredStretch {
  let node: NodeID
  let place: TextPlace
  let range: ScalarRange

  init(_ node: NodeID, _ place: TextPlace, _ range: ScalarRange) {
    self.node = node
    self.place = place
    self.range = range
  }

  /// - Parameter last: The node of the one before, 0 before the first.
  func write(after last: inout Int, to writer: inout PartWriter) {
    writer.add(node.index - last)
    last = node.index
    writer.add(signed: place.code)
    writer.add(range.start)
    writer.add(range.count)
  }

  /// Reads one of an issue of `count` nodes.
  init(
    _ reader: inout PartReader, after last: inout Int, count: Int
  ) throws(PartReader.Damage) {
    last += try reader.count(atMost: count)
    guard last < count else { throw PartReader.Damage() }
    node = NodeID(last)
    place = TextPlace(code: try reader.signed())
    let start = try reader.number()
    range = ScalarRange(start, start + (try reader.number()))
  }
}
