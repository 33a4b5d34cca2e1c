import GazetteModel
import GazetteReview
import GazetteText

extension Worklist {
  /// The list for todo.txt: a line for each task, with the day it is due, the body as its project
  /// and the role as its context.
  public func todoText(in language: Language) -> String {
    tasks.map { task in
      var parts = [task.role.name[language] + language.colon]
      parts[0] += Self.plain(SafeText.line(task.headline))
      parts.append("+\(Self.word(body))")
      parts.append("@\(Self.word(task.role.name[language]))")
      if let deadline = task.deadline { parts.append("due:\(deadline.iso8601)") }
      parts.append("ref:\(Self.word(task.place))")
      return parts.joined(separator: " ") + "\n"
    }.joined()
  }

  /// The list for `task import` of Taskwarrior. Each task keeps its uuid, so that a second import
  /// updates the first.
  ///
  /// - Parameters:
  ///   - language: What the tasks are written in.
  ///   - stamp: When the list is made.
  public func taskwarrior(in language: Language, stamp: ReviewTime = .now()) -> JSONValue {
    let entry = stamp.iso8601Seconds.filter { $0 != "-" && $0 != ":" }
    return .array(
      tasks.map { task in
        var members: JSONObject = [
          "uuid": .string(Self.uuid(task.identifier)),
          "status": "pending",
          "entry": .string(entry),
          "description": .string(task.headline),
          "project": .string(body),
          "tags": [.string(Self.word(task.role.name[language]))],
          "annotations": [
            ["entry": .string(entry), "description": .string(task.notes(in: language))]
          ],
        ]
        if let deadline = task.deadline {
          // A day of a Chinese gazette ends in China, eight hours before it ends in UTC.
          members["due"] = .string(deadline.iso8601.filter { $0 != "-" } + "T155959Z")
        }
        return .object(members)
      })
  }

  /// A word of todo.txt, where a blank ends projects, contexts and values.
  private static func word(_ text: String) -> String {
    String(SafeText.line(text).map { $0.isWhitespace ? "_" : $0 })
  }

  /// Text in which nothing is taken for a project, a context or a value: these begin with `+` or `@`
  /// behind a blank, or have a colon in Latin letters.
  private static func plain(_ text: String) -> String {
    text.replacing(" +", with: " ＋").replacing(" @", with: " ＠").replacing(":", with: "：")
  }

  /// The digits of an identifier as a UUID of version 8, which is free in what it says (RFC 9562).
  private static func uuid(_ identifier: String) -> String {
    var digits = Array(identifier.prefix(32))
    guard digits.count == 32 else { return identifier }
    digits[12] = "8"
    digits[16] = "8"
    return [0..<8, 8..<12, 12..<16, 16..<20, 20..<32].map { String(digits[$0]) }
      .joined(separator: "-")
  }
}
