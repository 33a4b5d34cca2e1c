import GazetteModel
import GazetteText

/// What an issue refers to (引用): stretches of its text.
struct StoredCitation {
  let node: NodeID
  let place: TextPlace
  let range: ScalarRange
  let kind: CrossReference.Kind

  static func write(_ index: FilterIndex) -> [UInt8] {
    var writer = PartWriter()
    var last = 0
    writer.add(index.references.references.count)
    for reference in index.references.references {
      writer.add(reference.node.index - last)
      last = reference.node.index
      writer.add(signed: reference.place.code)
      writer.add(reference.range.start)
      writer.add(reference.range.count)
      writer.add(CrossReference.Kind.allCases.firstIndex(of: reference.kind) ?? 0)
    }
    return writer.bytes
  }

  /// Reads the citations of an issue of `count` nodes.
  static func read(
    _ bytes: [UInt8], count: Int
  ) throws(PartReader.Damage) -> [StoredCitation] {
    var reader = PartReader(bytes)
    var result: [StoredCitation] = []
    var node = 0
    for _ in 0..<(try reader.count(atMost: bytes.count)) {
      node += try reader.count(atMost: count)
      let place = TextPlace(code: try reader.signed())
      let start = try reader.number()
      let range = ScalarRange(start, start + (try reader.number()))
      let kind = try reader.number()
      guard node < count, CrossReference.Kind.allCases.indices.contains(kind) else {
        throw PartReader.Damage()
      }
      result.append(
        StoredCitation(
          node: NodeID(node), place: place, range: range,
          kind: CrossReference.Kind.allCases[kind]))
    }
    return result
  }
}
