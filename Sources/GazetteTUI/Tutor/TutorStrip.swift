import GazetteText
import TerminalKit

/// The rows that say what to try: a bar, and the text of the lesson.
enum TutorStrip {
  /// The rows that the longest of the lessons needs, so that nothing moves from one to the next.
  static func rows(
    for lessons: [Lesson], columns: Int, _ language: Language, _ commands: [Command]
  ) -> Int {
    let texts = lessons.map { textRows(of: $0, columns: columns, language, commands).count }
    return 1 + (texts.max() ?? 0)
  }

  static func draw(
    _ tutor: Tutor, _ language: Language, _ commands: [Command], in frame: inout Frame
  ) {
    guard frame.size.rows > 0 else { return }
    let columns = frame.size.columns
    frame.fill(Rect(column: 0, row: 0, columns: columns, rows: 1), style: Style(.activeBar))
    let ways = TutorText.ways(
      skip: Tutor.skipKey.label, leave: commands.first { $0.id == "quit" }?.keys.first?.label ?? "q"
    )[language]
    let width = DisplayWidth.columns(of: ways)
    let start = columns - width - 1
    let praise = tutor.wasDone ? TutorText.praise[language] : ""
    let title =
      praise + TutorText.title(tutor.place + 1, of: tutor.lessons.count)[language]
      + tutor.lesson.name[language]
    let room = start > 20 ? start - 2 : columns - 2
    frame.write(
      DisplayWidth.truncated(title, to: room), at: Position(row: 0, column: 1),
      style: Style(.activeBar))
    if start > 20 {
      frame.write(ways, at: Position(row: 0, column: start), style: Style(.activeBar))
    }
    let rows = textRows(of: tutor.lesson, columns: columns, language, commands)
    for (row, pieces) in rows.enumerated() {
      var column = 1
      for piece in pieces {
        column += frame.write(
          piece.text, at: Position(row: row + 1, column: column),
          style: Style(piece.isKey ? .key : .plain))
      }
    }
  }

  /// The text of a lesson in rows of a screen, which keep a column free on each side.
  static func textRows(
    of lesson: Lesson, columns: Int, _ language: Language, _ commands: [Command]
  ) -> [[Lesson.Piece]] {
    var scalars: [Unicode.Scalar] = []
    var isKey: [Bool] = []
    for piece in lesson.pieces(language, of: commands) {
      scalars += piece.text.unicodeScalars
      isKey += Array(repeating: piece.isKey, count: piece.text.unicodeScalars.count)
    }
    let width = max(2, columns - 2)
    return LineBreaking.rows(of: scalars, firstWidth: width, restWidth: width).map { row in
      var pieces: [Lesson.Piece] = []
      var start = row.range.start
      while start < row.range.end {
        var end = start + 1
        while end < row.range.end, isKey[end] == isKey[start] { end += 1 }
        pieces.append(
          Lesson.Piece(
            text: String(String.UnicodeScalarView(scalars[start..<end])), isKey: isKey[start]))
        start = end
      }
      return pieces
    }
  }
}

/// What the tutor says beside its lessons, in both languages.
enum TutorText {
  static let praise = Phrase("很好！", "Well done! ")

  static func title(_ place: Int, of count: Int) -> Phrase {
    Phrase("教程 \(place)/\(count)  ", "Tutor \(place)/\(count)  ")
  }

  static func ways(skip: String, leave: String) -> Phrase {
    Phrase("\(skip) 跳过  \(leave) 离开", "\(skip) skip  \(leave) leave")
  }
}
