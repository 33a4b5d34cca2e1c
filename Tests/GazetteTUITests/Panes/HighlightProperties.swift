import GazetteModel
import GazetteReview
import TerminalKit
import Testing

@testable import GazetteTUI

/// What is highlighted is what is acted on, in every pane, tab and filter, by every key.
@Suite struct HighlightProperties {
  /// A browser with a review in a tab, under a filter, with some marks from 3.1/2.1.1 on.
  private func reading(
    _ tab: Tab, _ focus: Pane, _ filter: String, marks: String, _ indexes: LibraryIndexes,
    _ size: Size = Size(columns: 120, rows: 40)
  ) throws -> Reviewing {
    var review = try Reviewing(size)
    review.browser.handle(.indexed(indexes))
    review.go(to: "3.1/2.1.1")
    review.type(marks)
    if !filter.isEmpty {
      review.type("f" + filter)
      review.press(.enter)
    }
    review.open(tab)
    if tab == .departments { review.press(.enter) }
    review.browser.state.focus = focus
    return review
  }

  /// Every key that puts something on a unit, in every pane and under every kind of filter: it
  /// lands on what is highlighted, and n marks are n units.
  @Test(arguments: ["", "生态", "lead@sthjt", "has:deadline"], Pane.allCases)
  func theUnitActedOnIsTheUnitHighlighted(filter: String, focus: Pane) throws {
    let indexes = SampleIssue.indexes(of: Library(issues: [try SampleIssue.shipped()]))
    for tab in Tab.allCases {
      let size =
        tab.number.isMultiple(of: 2) ? Size(columns: 80, rows: 24) : Size(columns: 120, rows: 40)
      var review = try reading(tab, focus, filter, marks: "cv", indexes, size)
      for step in 0..<6 {
        let before = review.marked.count
        let unit = review.highlightedUnits
        let answered = review.browser.effects.count
        let key = ["x", "c", "v", "b", "w", "x"][step]
        review.type(key)
        let keys = review.appliedKeys(since: answered)
        #expect(keys == unit, "\(tab) \(focus) \(filter) \(size) \(step)")
        #expect(review.marked.count >= before)
        if "vb".contains(key) {
          #expect(review.highlightedUnits == unit)
          review.type("d")
        }
        review.type(step.isMultiple(of: 2) ? "j" : "")
      }
    }
  }

  @Test(arguments: Tab.allCases)
  func asManyMarksAsKeysAreAsManyUnits(tab: Tab) throws {
    var review = try Reviewing()
    review.browser.index()
    review.go(to: "3.1/2.1.1")
    if tab == .review {
      review.type("vjvjv")
      review.go(to: "3.1/2.1.1")
    }
    review.open(tab)
    if tab == .departments { review.press(.enter) }
    if tab == .checks || tab == .review { review.type("gg") }
    let before = review.marked
    let rows = review.state.listedNodes(review.browser.layouts)?.rows.count ?? 5
    let keys = tab == .checks || tab == .review ? min(5, rows) : 5
    var units: [Set<String>] = []
    for key in "xcxcx".prefix(keys) {
      units.append(review.highlightedUnits)
      review.type(String(key))
      // What is no unit is not gone on from.
      if units.last?.isEmpty == true { review.type("j") }
    }
    let wanted = units.reduce(Set<String>()) { $0.union($1) }
    #expect(review.marked == before.union(wanted))
    switch tab {
    case .team: #expect(wanted.isEmpty)
    // A finding of the manifest or of the contents is no unit.
    case .checks, .matrix: #expect(!wanted.isEmpty)
    default: #expect(wanted.count == keys && units.allSatisfy { $0.count == 1 })
    }
  }

  /// What takes several keys or reads only: notes, tags, dealing out, copies, citations, references.
  @Test(arguments: ["", "lead@sthjt"], Tab.allCases)
  func everyOtherKeyActsOnWhatIsHighlighted(filter: String, tab: Tab) throws {
    let indexes = SampleIssue.indexes(of: Library(issues: [try SampleIssue.shipped()]))
    for focus in [Pane.contents, .text] {
      for step in 0..<3 {
        var review = try reading(tab, focus, filter, marks: "v", indexes)
        review.type(String(repeating: "j", count: step))
        let place = "\(tab) \(focus) \(filter) \(step)"
        let units = review.highlightedUnits
        let nodes = review.highlighted
        review.type("a")
        #expect(Set(review.state.review.note?.targets.map(\.reference) ?? []) == units, "\(place)")
        if review.state.mode == .note { review.press(.escape) }
        review.type("gy")
        if case .copy(let text)? = review.browser.effects.last, !nodes.isEmpty {
          #expect(text.split(separator: "\n").joined(separator: " ") == nodes, "\(place)")
        } else {
          #expect(nodes.isEmpty, "\(place)")
        }
        review.type("#")
        #expect((review.state.mode == .tags) == !units.isEmpty, "\(place)")
        guard review.state.mode == .tags else { continue }
        let tagged = review.browser.effects.count
        review.type("急")
        review.press(.enter)
        #expect(review.appliedKeys(since: tagged) == units, "\(place)")
        let count = review.browser.effects.count
        review.type("X")
        #expect(review.appliedKeys(since: count) == units, "\(place)")
      }
    }
  }
}
