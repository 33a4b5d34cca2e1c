import GazetteModel
import GazetteReview
import GazetteText

/// What a team has said of a row of a review: who is to read it, what second readers think of its mark, and what is
/// being discussed.
public struct ReviewRowTeam: Sendable {
  /// To whom it was dealt out, sorted.
  public let readers: [String]
  /// What second readers think of the mark, sorted by their names.
  public let verdicts: [TeamVerdict]
  /// How far second readers are with the mark; nothing where no team is at work.
  public let standing: TeamStanding
  /// The discussions that are open, the oldest first.
  public let threads: [TeamThread]

  /// Nothing was said.
  public init() {
    (readers, verdicts, standing, threads) = ([], [], .none, [])
  }

  /// Takes what stands at a node, and at a mark there; with no node only what stands at the mark.
  init(_ team: TeamSheet, at node: NodeID?, mark: ReviewMark?, of scope: ReviewScope) {
    readers = node.map { team.readers(at: $0, of: scope) } ?? []
    threads = node.map { team.threads(at: $0, of: scope).filter(\.isOpen) } ?? []
    verdicts = mark.map { team.verdicts(on: $0, of: scope) } ?? []
    standing = team.isEmpty ? .none : mark.map { team.standing(of: $0, in: scope) } ?? .none
  }

  /// Whether nothing was said, so that a clause without a mark has nothing to hand on.
  public var isEmpty: Bool { readers.isEmpty && verdicts.isEmpty && threads.isEmpty }

  /// Who is to read it, as a list: 李、王.
  public func readerText(in language: Language) -> String {
    readers.joined(separator: language.listMark)
  }

  /// How far second readers are, each with what they say: 退回 王：再看. Without one what is awaited.
  public func standingText(in language: Language) -> String {
    if verdicts.isEmpty { return standing.name(in: language) ?? "" }
    return verdicts.map { verdict in
      let standing = verdict.isReturned ? TeamStanding.returned : .confirmed
      let words = verdict.note.isEmpty ? "" : language.colon + verdict.note
      return "\(standing.name(in: language) ?? "") \(verdict.author)\(words)"
    }.joined(separator: "\n")
  }

  /// What is said in open discussions, a line for each remark: 李：谁牵头？
  public func threadText(in language: Language) -> String {
    threads.map { thread in
      let place = thread.placement.teamNotice(in: language)
        .map { [Phrase("（\($0)）", "(\($0))")[language]] }
      let quote = thread.quote.map { [language.quoted($0.exact)] }
      let said = thread.remarks.map { "\($0.author)\(language.colon)\($0.words)" }
      return ((place ?? []) + (quote ?? []) + said).joined(separator: "\n")
    }.joined(separator: "\n")
  }
}

extension TeamEntry {
  /// What it says of words that surely stand at no place, in a few words: 分派 李（位置存疑，同文见 1/1、1/2）.
  public func strayText(in language: Language) -> String {
    let notice = notice(in: language) ?? ""
    let what: String
    switch topic.kind {
    case .assignment: what = Phrase("分派 \(topic.subject)", "assigned to \(topic.subject)")[language]
    case .remark:
      what = Phrase("讨论 \(topic.owner)：\(note)", "remark of \(topic.owner): \(note)")[language]
    case .thread: what = Phrase("讨论已了结（\(author)）", "discussion settled by \(author)")[language]
    case .verdict, .closing: what = ""
    }
    return what + Phrase("（\(notice)）", " (\(notice))")[language]
  }
}
