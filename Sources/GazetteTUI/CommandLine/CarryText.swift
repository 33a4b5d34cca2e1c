import GazetteDifference
import GazetteReview
import GazetteText

/// What became of each mark that was to be carried over, as lines, notes and JSON.
enum CarryText {
  /// The note at the new unit: the old one, where the mark comes from, and which words changed.
  static func note(of entry: ReviewCarry.Entry, _ language: Language) -> String {
    let origin = entry.mark.key.description
    var line = Phrase("承自 \(origin)", "carried from \(origin)")[language]
    if entry.outcome == .again {
      let state = entry.mark.state.name(in: language)
      let words = changedWords(of: entry)
      line +=
        Phrase("（\(state)），文字有改动，请复核：\(words)", " (\(state)), to be looked at again: \(words)")[
          language]
    }
    return [entry.mark.note, line].filter { !$0.isEmpty }.joined(separator: "\n")
  }

  static func write(
    _ carry: ReviewCarry, isDryRun: Bool, _ language: Language, to output: inout TextOutput
  ) {
    for entry in carry.entries {
      let mark = entry.mark
      let places = [mark.key.shortDescription, entry.target?.shortDescription].compactMap(\.self)
      var parts = [
        "\(sign(of: entry.outcome)) \(places.joined(separator: " → "))",
        "\(mark.state.symbol) \(mark.state.name(in: language))",
      ]
      switch entry.outcome {
      case .again: parts.append(changedWords(of: entry))
      case .kept: break
      case .present, .gone, .unsure: parts.append(name(of: entry.outcome)[language])
      }
      output.writeParagraph(parts.joined(separator: "  "), hanging: 4)
    }
    var counts = ReviewCarry.Outcome.allCases.compactMap { outcome -> String? in
      let count = carry.entries.count { $0.outcome == outcome }
      return count > 0
        ? Phrase("\(name(of: outcome)) \(count)", "\(name(of: outcome)): \(count)")[language] : nil
    }
    if counts.isEmpty { counts = [nothing[language]] }
    if isDryRun { counts.append(dryRun[language]) }
    output.writeLine(counts.joined(separator: language.comma))
  }

  static func json(of entry: ReviewCarry.Entry) -> JSONValue {
    var members: JSONObject = [
      "old": .string(entry.mark.key.description), "new": JSONValue(entry.target?.description),
      "outcome": .string(entry.outcome.rawValue), "state": .string(entry.mark.state.rawValue),
    ]
    if entry.outcome == .again {
      members["spans"] = .array(
        spans(of: entry).map { ["op": .string($0.operation.rawValue), "text": .string($0.text)] })
    }
    return .object(members)
  }

  private static func spans(of entry: ReviewCarry.Entry) -> [Difference.Span] {
    Difference.spans(from: entry.mark.text.content, to: entry.words ?? "")
  }

  private static func changedWords(of entry: ReviewCarry.Entry) -> String {
    DifferenceText.marked(spans(of: entry)).split(separator: "\n").joined(separator: " ")
  }

  private static func sign(of outcome: ReviewCarry.Outcome) -> String {
    switch outcome {
    case .kept: "="
    case .again: "~"
    case .present: "!"
    case .gone: "-"
    case .unsure: "?"
    }
  }

  private static func name(of outcome: ReviewCarry.Outcome) -> Phrase {
    switch outcome {
    case .kept: Phrase("承接", "carried over")
    case .again: Phrase("承接待复核", "to be looked at again")
    case .present: Phrase("新版已有标记，不动", "marked already, left as it is")
    case .gone: Phrase("新版没有对应的条", "no unit continues it")
    case .unsure: Phrase("位置存疑，不承接", "place unsure, not carried")
    }
  }

  private static let nothing = Phrase("没有可承接的标记", "no marks to carry over")
  private static let dryRun = Phrase("试行，未写入", "dry run, nothing written")
}
