import GazetteText

/// What stands around the quantities of a paragraph: where their clauses begin, what compares them,
/// when they are due.
///
/// It is moved from quantity to quantity in order of print, and reads every character a fixed
/// number of times, however many quantities a sentence has.
struct QuantitySurroundings {
  private let text: [Unicode.Scalar]
  private let marks: [TimeMark]
  /// Where the clause of the quantity begins.
  private(set) var clauseStart = 0
  private var sentenceStart = 0
  /// Up to where clauses and sentences were looked for.
  private var end = 0
  /// The last comparator that may stand away from its number, in the clause that begins at
  /// `clause`.
  private var distant = (clause: 0, end: 0, meaning: Target.Comparator?.none)
  /// The last date that governs its sentence, of those before the quantity, which `passed` counts.
  private var governing: TimeMark?
  private var passed = 0
  /// The first date that may still be a deadline behind a quantity.
  private var coming = 0
  /// Up to where nothing separates a quantity from a deadline behind it.
  private var unbroken = 0

  init(text: [Unicode.Scalar], marks: [TimeMark]) {
    self.text = text
    self.marks = marks
  }

  /// Moves on to a quantity that begins at `start`.
  mutating func move(to start: Int) {
    while end < start {
      if TargetParser.endsClause(text[end]) {
        clauseStart = end + 1
        if TargetParser.endsSentence(text[end]) { sentenceStart = end + 1 }
      }
      end += 1
    }
    while passed < marks.count, marks[passed].range.end <= start {
      if marks[passed].governsSentence { governing = marks[passed] }
      passed += 1
    }
  }

  /// The comparator in the clause before the quantity that is nearest to it.
  mutating func distantComparator() -> Target.Comparator {
    if distant.clause != clauseStart { distant = (clauseStart, clauseStart, nil) }
    while distant.end < end {
      distant.end += 1
      let word = TargetWords.distant.longest(endingAt: distant.end, in: text, limit: clauseStart)
      if let word { distant.meaning = word.meaning }
    }
    return distant.meaning ?? .none
  }

  /// The day by which a quantity that ends at `quantityEnd` is due: the last date before it in its
  /// sentence, else one behind it in its clause.
  mutating func deadline(behind quantityEnd: Int) -> CalendarDate? {
    if let governing, governing.range.start >= sentenceStart { return governing.lastDay }
    while coming < marks.count,
      !marks[coming].isDeadline || marks[coming].range.start < quantityEnd
    {
      coming += 1
    }
    guard coming < marks.count else { return nil }
    unbroken = max(unbroken, quantityEnd)
    while unbroken < marks[coming].range.start, !separates(text[unbroken]) { unbroken += 1 }
    return unbroken < marks[coming].range.start ? nil : marks[coming].lastDay
  }

  private func separates(_ scalar: Unicode.Scalar) -> Bool {
    TargetParser.endsClause(scalar) && scalar != "（" && scalar != "("
  }
}
