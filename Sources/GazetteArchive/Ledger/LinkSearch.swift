import GazetteModel
import GazetteText

/// Finds what later issues say of a deadline.
struct LinkSearch {
  private let issues: [RecordedIssue]
  private let wordings: Wordings
  private let ties: DocumentTies

  /// The likeness from which the words alone tell, and tell well.
  private static let alike = 0.6
  private static let nearlyTheSame = 0.85

  /// - Parameter issues: The oldest first.
  init(_ issues: [RecordedIssue]) {
    self.issues = issues
    wordings = Wordings(issues)
    ties = DocumentTies(issues)
  }

  /// What later issues say of the deadline of a sentence, one link for each unit.
  ///
  /// - Parameter limit: In how many later issues each wording is looked at.
  func links(from place: Wordings.Place, _ limit: Int) -> [DeadlineLedger.Link] {
    guard let own = wordings.wording(at: place) else { return [] }
    let alike = [Wordings.Neighbour(wording: own, likeness: 1)] + wordings.neighbours(of: own)
    var links: [DeadlineLedger.Link] = []
    var seen: Set<String> = []
    for neighbour in alike {
      for later in wordings.places(of: neighbour.wording, behind: place.issue, issues: limit) {
        guard let link = link(from: place, to: later, neighbour.likeness),
          seen.insert(link.reference).inserted
        else { continue }
        links.append(link)
      }
    }
    return links
  }

  private func link(
    from old: Wordings.Place, to new: Wordings.Place, _ likeness: Double
  ) -> DeadlineLedger.Link? {
    let (before, after) = (issues[old.issue], issues[new.issue])
    // Two issues of one day, or whose order nobody knows, do not continue each other.
    guard before.isBefore(after) else { return nil }
    let (sentence, later) = (
      before.sentences[old.sentence], after.sentences[new.sentence]
    )
    var grounds = ties.grounds(from: (old.issue, sentence.node), to: (new.issue, later.node))
    var sureness: DeadlineLedger.Sureness
    if !grounds.isEmpty {
      sureness = likeness >= Self.alike ? .high : .medium
    } else if likeness >= Self.nearlyTheSame, before.publication == after.publication {
      sureness = .medium
    } else if likeness >= Self.alike {
      sureness = .low
    } else {
      return nil
    }
    if likeness >= Self.alike { grounds.append(.words) }
    guard let sequel = sequel(of: sentence, in: later, of: new.issue) else { return nil }
    // A city that carries out a province's plan names it and sets a day of its own: it can report what
    // was done, but puts nobody else's day off.
    if sequel != .reports, before.publication != after.publication { sureness = .low }
    return DeadlineLedger.Link(
      sequel: sequel, issue: after.place, reference: later.reference, text: later.text,
      deadline: later.deadline, sureness: sureness, grounds: grounds)
  }

  private func sequel(
    of sentence: RecordedIssue.Sentence, in later: RecordedIssue.Sentence, of issue: Int
  ) -> DeadlineLedger.Sequel? {
    if later.reports { return .reports }
    guard let old = sentence.deadline, let new = later.deadline else { return nil }
    if new > old {
      // What is over is put off only by who says so: most plans of a year set the day of the next.
      let isOver = issues[issue].date.map { $0 > old } ?? false
      return isOver && !putsOff(later, of: issue) ? .renews : .extends
    }
    return new < old || later.text != sentence.text ? .changes : .repeats
  }

  /// Whether a sentence, or the title of its document, says that something is put off.
  private func putsOff(_ sentence: RecordedIssue.Sentence, of issue: Int) -> Bool {
    let document = issues[issue].document(of: sentence.node)
    return [sentence.text, document?.inner.title, document?.outer.title].contains { text in
      text.map(PostponementWords.occurs) ?? false
    }
  }
}
