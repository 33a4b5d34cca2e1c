import GazetteExport
import GazetteModel
import GazetteReview
import GazetteText
import TerminalKit

// What the team has said of a unit, for the box of everyone's marks, the details and the lists.

extension MarksText {
  /// Adds who is to read the unit.
  mutating func addReaders(_ readers: [String]) {
    guard !readers.isEmpty else { return }
    let names = readers.map(SafeText.line).joined(separator: "、")
    addText("\(word(.readersAre)) \(names)", .muted)
  }

  /// Adds what second readers think of a mark, below it.
  mutating func addStanding(of mark: ReviewMark, _ team: TeamSheet, _ scope: ReviewScope) {
    let language = settings.language
    let verdicts = team.verdicts(on: mark, of: scope)
    for verdict in verdicts {
      let standing = verdict.isReturned ? TeamStanding.returned : .confirmed
      let note = verdict.note.split(separator: "\n").map { SafeText.line(String($0)) }
      let words = note.isEmpty ? "" : "：" + note.joined(separator: " ")
      addText(
        "\(standing.name(in: language) ?? "") \(SafeText.line(verdict.author))\(words)",
        verdict.isReturned ? .warning : .agreed, indent: Self.nameColumns)
    }
    if !team.isEmpty, team.standing(of: mark, in: scope) == .pending {
      addText(TeamStanding.pending.name(in: language) ?? "", .muted, indent: Self.nameColumns)
    }
  }

  /// Adds the discussions: the words they are about, what was said, and whether they are open.
  mutating func addThreads(_ threads: [TeamThread], now text: String) {
    let scalars = Array(text.unicodeScalars)
    for thread in threads {
      lines.append(DetailLine())
      let state =
        thread.settledBy.map {
          Message(.discussionSettled, SafeText.line($0)).text(settings.language)
        }
        ?? word(.discussed)
      let about = thread.noteReviewer.map { " " + SafeText.line($0) } ?? ""
      addText("\(word(.discussion))\(about)  \(state)", thread.isOpen ? .question : .label)
      if let notice = thread.placement.teamNotice(in: settings.language) {
        addText(notice, .question, indent: 2)
      }
      if let quote = thread.remarks.first?.quote {
        let place = thread.noteReviewer == nil ? quote.place(in: scalars) : nil
        let isChanged = thread.noteReviewer == nil && (place?.isChanged ?? true)
        addText(
          settings.language.quoted(SafeText.line(quote.exact))
            + (isChanged ? "（\(word(.quoteChanged))）" : ""), .muted,
          indent: 2)
      }
      for remark in thread.remarks {
        addText("\(SafeText.line(remark.author))  \(remark.at.readable)", .label, indent: 2)
        for line in remark.words.split(separator: "\n", omittingEmptySubsequences: false) {
          addText(SafeText.line(String(line)), .plain, indent: 4)
        }
      }
    }
  }
}

extension Details {
  /// A line about what the team has said.
  struct TeamLine {
    let text: String
    var role: StyleRole = .plain
    var indent = 1
  }

  /// Who is to read a unit and what is being said of it; of a heading how far everybody is below it.
  func teamLines(
    at unit: NodeID, _ node: Node, _ scope: ReviewScope, _ sheet: ReviewSheet
  ) -> [TeamLine] {
    if team.isEmpty { return [] }
    var lines: [TeamLine] = []
    if !State.takesAllBelow(node) {
      for reader in team.people {
        let count = TeamProgress.count(of: reader, in: node.id, team, marks: sheet, of: scope)
        guard count.assigned > 0 else { continue }
        lines.append(
          TeamLine(text: "\(SafeText.line(reader)) \(count.done)/\(count.assigned)", role: .muted))
      }
    }
    let readers = team.readers(at: unit, of: scope)
    if !readers.isEmpty {
      let names = readers.map(SafeText.line).joined(separator: "、")
      lines.append(TeamLine(text: "\(word(.readersAre)) \(names)", role: .muted))
    }
    for entry in team.unsureAssignments(at: unit, of: scope) {
      lines.append(
        TeamLine(text: SafeText.line(entry.strayText(in: language)), role: .question))
    }
    for mark in sheet.marks(at: unit, of: scope) {
      for verdict in team.verdicts(on: mark, of: scope) where verdict.isReturned {
        lines.append(
          TeamLine(
            text: "\(SafeText.line(verdict.author)): \(SafeText.line(verdict.note))",
            role: .warning))
      }
    }
    for thread in team.threads(at: unit, of: scope) {
      let state =
        thread.settledBy.map { Message(.discussionSettled, SafeText.line($0)).text(language) }
        ?? word(.discussed)
      lines.append(
        TeamLine(
          text: "\(word(.discussion)) \(thread.remarks.count): \(state)",
          role: thread.isOpen ? .question : .muted))
      if let notice = thread.placement.teamNotice(in: language) {
        lines.append(TeamLine(text: notice, role: .question, indent: 3))
      }
      if let quote = thread.remarks.first?.quote {
        lines.append(
          TeamLine(
            text: language.quoted(SafeText.line(quote.exact)), role: .muted, indent: 3))
      }
      for remark in thread.remarks.suffix(3) where thread.isOpen {
        lines.append(
          TeamLine(
            text: "\(SafeText.line(remark.author)): \(SafeText.line(remark.words))", indent: 3))
      }
    }
    return lines
  }
}

extension TeamSheet {
  /// What was said of a unit, in a few words for a row of a list.
  func inShort(
    at unit: NodeID, shown mark: ReviewMark?, _ scope: ReviewScope, _ language: Language
  ) -> String {
    let readers = readers(at: unit, of: scope).map(SafeText.line)
    var parts =
      readers.isEmpty
      ? []
      : ["\(Strings.text(.readersAre, language)) \(readers.joined(separator: language.listMark))"]
    if let mark {
      switch standing(of: mark, in: scope) {
      case .confirmed, .returned:
        parts.append(standing(of: mark, in: scope).name(in: language) ?? "")
      case .pending, .none: break
      }
    }
    if threads(at: unit, of: scope).contains(where: \.isOpen) {
      parts.append(Strings.text(.discussed, language))
    }
    return parts.joined(separator: " ")
  }

  /// Whether the list of the review has an item; nil where the team has no say in that.
  func includes(
    _ item: ReviewList.Item, _ choice: ReviewListSettings.Choice, _ sheet: ReviewSheet,
    _ scope: ReviewScope
  ) -> Bool? {
    let marks = [item.mark].compactMap(\.self) + item.others
    switch choice {
    case .mine: return readers(at: item.node, of: scope).contains(sheet.reviewer)
    case .pending: return marks.contains { standing(of: $0, in: scope) == .pending }
    case .returned: return marks.contains { standing(of: $0, in: scope) == .returned }
    case .discussed: return threads(at: item.node, of: scope).contains(where: \.isOpen)
    case .disputed:
      return item.isDisputed
        || item.unit.row == nil && isDisputed(item.node, marks: sheet, of: scope)
    default: return nil
    }
  }
}

extension NoteDraft {
  /// What stands above a note while it is written.
  var title: Message {
    guard let target = targets.first, targets.count == 1 else {
      return Message(.noteOnSeveral, String(targets.count))
    }
    switch purpose {
    case .note: return Message(.noteOn, target.reference)
    case .sendingBack(let marks):
      let names = marks.map { SafeText.line($0.reviewer) }.joined(separator: "、")
      return Message(.sendBackTitle, target.reference, names)
    case .remark(let thread, let quote):
      guard let quote else { return Message(.beginTitle, target.reference) }
      let words = SafeText.line(String(quote.exact.prefix(40)))
      return Message(thread == nil ? .stretchTitle : .replyTo, target.reference, words)
    }
  }
}
