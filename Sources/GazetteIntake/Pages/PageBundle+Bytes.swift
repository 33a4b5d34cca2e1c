extension PageBundle {
  private static let wordBoxesLetter = UInt8(ascii: "B")
  private static let recognisedLetter = UInt8(ascii: "R")
  private static let drawingLetter = UInt8(ascii: "D")

  /// The bundle in bytes.
  package var bytes: [UInt8] {
    var writer = ByteWriter()
    if let wordBoxes { writer.record(Self.wordBoxesLetter) { $0.bytes += wordBoxes } }
    for page in recognised {
      writer.record(Self.recognisedLetter) {
        $0.write(page.number)
        $0.write(page.resolution)
        $0.bytes += page.table
      }
    }
    for (page, drawing) in drawings {
      writer.record(Self.drawingLetter) {
        $0.write(page)
        $0.bytes += drawing
      }
    }
    return writer.bytes
  }

  package init(bytes: [UInt8]) throws(BadAnswer) {
    self.init()
    var reader = ByteReader(bytes[...])
    while !reader.isAtEnd {
      let (letter, content) = try reader.record()
      var record = ByteReader(content)
      switch letter {
      case Self.wordBoxesLetter: wordBoxes = Array(record.rest())
      case Self.recognisedLetter:
        recognised.append(
          RecognisedPage(
            number: try record.integer(), resolution: try record.integer(),
            table: Array(record.rest())))
      case Self.drawingLetter:
        drawings.append((try record.integer(), Array(record.rest())))
      default: throw BadAnswer()
      }
    }
  }
}
