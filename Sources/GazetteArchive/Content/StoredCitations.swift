import GazetteModel
import GazetteText

/// What an issue refers to (引用): stretches of its text.
struct StoredCitation {
  let stretch: StoredStretch
  let kind: CrossReference.Kind

  static func write(_ index: FilterIndex) -> [UInt8] {
    var writer = PartWriter()
    var last = 0
    writer.add(index.references.references.count)
    for reference in index.references.references {
      StoredStretch(reference.node, reference.place, reference.range)
        .write(after: &last, to: &writer)
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
    var last = 0
    for _ in 0..<(try reader.count(atMost: bytes.count)) {
      let stretch = try StoredStretch(&reader, after: &last, count: count)
      let kind = try reader.number()
      guard CrossReference.Kind.allCases.indices.contains(kind) else {
        throw PartReader.Damage()
      }
      result.append(StoredCitation(stretch: stretch, kind: CrossReference.Kind.allCases[kind]))
    }
    return result
  }
}
