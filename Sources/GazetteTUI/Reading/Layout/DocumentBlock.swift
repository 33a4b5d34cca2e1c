extension DocumentTypesetter {
  /// What a run of rows is, as far as the space around it depends on that.
  enum Block: Hashable, Sendable {
    case title, attachmentTitle
    /// A document number or a line about the adoption, below the title.
    case identity
    case addressees
    /// A heading set apart: 一、, 第一章.
    case heading
    /// A heading that stays with what follows: （一）.
    case subheading
    case paragraph
    case clause
    /// What belongs to the clause above it: a further paragraph.
    case continuation
    case subclause
    /// A signature or a date.
    case closing
    case note
    case table

    /// The blank rows between two blocks.
    static func gap(after previous: Block?, before next: Block) -> Int {
      guard let previous else { return 0 }
      switch (previous, next) {
      case (_, .attachmentTitle): return 2
      case (.title, .identity), (.attachmentTitle, .identity), (.identity, .identity): return 0
      case (_, .table), (.table, _): return 1
      case (_, .heading), (_, .subheading), (_, .title): return 1
      case (.subheading, _): return 0
      case (.heading, _), (.title, _), (.attachmentTitle, _), (.identity, _): return 1
      case (_, .continuation), (_, .subclause): return 0
      case (_, .clause), (.clause, _), (.subclause, _), (.continuation, _): return 1
      case (.closing, .closing), (.note, .note): return 0
      case (_, .closing), (_, .note), (.closing, _), (.note, _): return 1
      case (.paragraph, _), (.addressees, _): return 0
      }
    }
  }
}
