import GazetteModel
import GazetteText

/// One thing to try, and how it shows that the reader has.
struct Lesson: Sendable {
  let name: Phrase
  /// What to do; `{ID}` stands for the key of a command.
  let text: Phrase
  /// Whether it is done, by the state now and that at its beginning; never by time.
  let isDone: @Sendable (_ now: State, _ start: State, _ layouts: LayoutCache) -> Bool

  init(
    _ name: Phrase, _ text: Phrase,
    done isDone: @escaping @Sendable (_ now: State, _ start: State, _ layouts: LayoutCache) -> Bool
  ) {
    self.name = name
    self.text = text
    self.isDone = isDone
  }

  /// A stretch of the text: words, or keys to press.
  struct Piece: Hashable, Sendable {
    let text: String
    let isKey: Bool
  }

  /// The text with the keys that the commands have now.
  func pieces(_ language: Language, of commands: [Command]) -> [Piece] {
    var pieces: [Piece] = []
    var rest = Substring(text[language])
    while let open = rest.firstIndex(of: "{"), let close = rest.firstIndex(of: "}"), open < close {
      pieces.append(Piece(text: String(rest[..<open]), isKey: false))
      let id = rest[rest.index(after: open)..<close]
      let keys = commands.first { $0.id == id }?.keys.first
      pieces.append(Piece(text: keys?.label ?? String(id), isKey: true))
      rest = rest[rest.index(after: close)...]
    }
    pieces.append(Piece(text: String(rest), isKey: false))
    return pieces.filter { !$0.text.isEmpty }
  }
}
