import GazetteReview
import GazetteText

/// What stands above the text of the page: charts of the progress, and filters.
extension HTMLExport {
  /// How far each reviewer is, in every document.
  mutating func writeCharts() {
    output += "<section class=\"charts\">\n<ul class=\"legend\">"
    for state in ReviewState.allCases {
      output += "<li><svg width=\"12\" height=\"12\" aria-hidden=\"true\">"
      output += "<rect width=\"12\" height=\"12\" class=\"\(state.rawValue)\"/></svg>"
      output += "\(state.name(in: language))</li>"
    }
    output += "</ul>\n"
    for reviewer in report.reviewers {
      let whole = report.tallies.first { $0.reviewer == reviewer && $0.document == nil }
      let summary =
        whole.map { "<span>\(Self.escaped($0.count.summary(in: language)))</span>" } ?? ""
      output += "<table><caption>\(Self.escaped(reviewer)) \(summary)</caption>\n"
      for tally in report.tallies where tally.reviewer == reviewer { write(tally) }
      output += "</table>\n"
    }
    output += "</section>\n"
  }

  private mutating func write(_ tally: ReviewReport.Tally) {
    let name = tally.document.map { report.title(of: $0) } ?? word(.whole)
    let count = tally.count
    let summary = count.summary(in: language)
    output += "<tr\(tally.document == nil ? " class=\"whole\"" : "")>"
    output += "<th scope=\"row\">\(Self.escaped(name))</th><td class=\"bar\">"
    output += "<svg viewBox=\"0 0 1000 20\" preserveAspectRatio=\"none\" role=\"img\" "
    output += "aria-label=\"\(Self.escaped(summary))\"><title>\(Self.escaped(summary))</title>"
    output += "<rect width=\"1000\" height=\"20\" class=\"unread\"/>"
    var done = 0
    for state in ReviewState.allCases.dropFirst() where count[state] > 0 {
      let start = done * 1000 / count.total
      done += count[state]
      let width = done * 1000 / count.total - start
      output +=
        "<rect x=\"\(start)\" width=\"\(width)\" height=\"20\" class=\"\(state.rawValue)\"/>"
    }
    output += "</svg></td><td class=\"number\">\(count.fraction)</td></tr>\n"
  }

  /// What the reader of the page chooses by.
  mutating func writeControls() {
    output += "<form class=\"controls\" id=\"controls\" hidden>\n"
    output += "<label>\(word(.department)) <select id=\"department\">"
    output += "<option value=\"\">\(word(.allDepartments))</option>"
    for (place, name) in departments.enumerated() {
      output += "<option value=\"\(place)\">\(Self.escaped(name))</option>"
    }
    output += "</select></label>\n<label>\(word(.state)) <select id=\"state\">"
    output += "<option value=\"\">\(word(.allStates))</option>"
    for state in ReviewState.allCases {
      output += "<option value=\"\(state.rawValue)\">\(state.name(in: language))</option>"
    }
    output += "</select></label>\n<label><input type=\"checkbox\" id=\"remarks\"> "
    output +=
      "\(word(.onlyNotes))</label>\n<label><input type=\"checkbox\" id=\"whole\"> "
    output +=
      "\(word(.printWhole))</label>\n<output>\(word(.shown)) <span id=\"shown\"></span></output>\n"
    output += "</form>\n"
  }
}
