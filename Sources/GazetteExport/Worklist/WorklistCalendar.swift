import GazetteModel
import GazetteReview
import GazetteText

extension Worklist {
  /// The deadlines as a calendar (iCalendar, RFC 5545): a day of its own for each task that has
  /// one. A second import updates the first, since each keeps its UID.
  ///
  /// - Parameters:
  ///   - language: What the events are written in.
  ///   - stamp: When the calendar is made.
  public func calendar(in language: Language, stamp: ReviewTime = .now()) -> String {
    let colon = language.colon
    var calendar = CalendarLines()
    calendar.add("BEGIN", "VCALENDAR")
    calendar.add("VERSION", "2.0")
    calendar.add("PRODID", "-//gazette//worklist//\(Phrase("ZH", "EN")[language])")
    calendar.add("CALSCALE", "GREGORIAN")
    calendar.add("METHOD", "PUBLISH")
    calendar.add("X-WR-CALNAME", text: WorklistWord.worklist.text(language) + colon + body)
    let digits = stamp.iso8601Seconds.filter { $0 != "-" && $0 != ":" }
    for task in tasks {
      guard let deadline = task.deadline else { continue }
      calendar.add("BEGIN", "VEVENT")
      calendar.add("UID", "\(task.identifier.prefix(32))@gazette")
      calendar.add("DTSTAMP", digits)
      calendar.add("DTSTART;VALUE=DATE", deadline.iso8601.filter { $0 != "-" })
      calendar.add("SUMMARY", text: task.role.name[language] + colon + task.headline)
      calendar.add("DESCRIPTION", text: task.notes(in: language))
      calendar.add("CATEGORIES", text: task.role.name[language])
      calendar.add("TRANSP", "TRANSPARENT")
      calendar.add("END", "VEVENT")
    }
    calendar.add("END", "VCALENDAR")
    return calendar.text
  }
}

extension Worklist.Task {
  /// The longest that a headline is, in characters.
  private static let headlineLimit = 60

  /// The first sentence of the task, for programs that show one line.
  package var headline: String {
    let sentence = text.prefix { $0 != "。" && $0 != "；" && $0 != "\n" }
    guard sentence.count > Self.headlineLimit else { return String(sentence) }
    return sentence.prefix(Self.headlineLimit - 1) + "…"
  }

  /// What a calendar or a list of tasks says beside the headline: the whole task, the partners, the
  /// phrase, and where all of it is printed.
  package func notes(in language: Language) -> String {
    let colon = language.colon
    func line(_ word: WorklistWord, _ text: String) -> String? {
      text.isEmpty ? nil : word.text(language) + colon + text
    }
    return [
      text, line(.partners, partnerText(in: language)), line(.phrase, phrase),
      line(.deadlineWords, deadlineWords ?? ""), line(.place, placeText(in: language)),
      line(.reference, place), line(.corrections, evidence.correctionText),
    ].compactMap(\.self).joined(separator: "\n")
  }
}

/// The content lines of a calendar: escaped and folded as RFC 5545 has them.
struct CalendarLines {
  /// The longest line in octets, without its break (RFC 5545, 3.1).
  private static let limit = 75

  private(set) var text = ""

  /// Adds a line whose value stands as it is.
  mutating func add(_ name: String, _ value: String) {
    var octets = 0
    for scalar in "\(name):\(value)".unicodeScalars {
      let length = UTF8.width(scalar)
      if octets + length > Self.limit {
        text += "\r\n "
        // The blank that begins a continuation counts.
        octets = 1
      }
      text.unicodeScalars.append(scalar)
      octets += length
    }
    text += "\r\n"
  }

  /// Adds a line whose value is text, with what means something in values escaped.
  mutating func add(_ name: String, text value: String) {
    var escaped = String.UnicodeScalarView()
    for scalar in SafeText.lines(value).unicodeScalars {
      switch scalar {
      case "\n": escaped.append(contentsOf: "\\n".unicodeScalars)
      case "\\", ";", ",": escaped.append(contentsOf: ["\\", scalar])
      default: escaped.append(scalar)
      }
    }
    add(name, String(escaped))
  }
}
