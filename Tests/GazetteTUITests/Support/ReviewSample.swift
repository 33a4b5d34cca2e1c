import Foundation
import GazetteModel
import GazetteReview
import GazetteText
@testable import TerminalKit

@testable import GazetteTUI

/// A review store in a folder of its own, which answers a browser at once.
final class ReviewSample {
  let store: SQLiteReviewStore
  let reviewer: String
  private let folder: URL

  /// - Parameter inMemory: Whether the files stand in memory where the system has such a place: a
  ///   hundred thousand marks would wait for the disk.
  init(reviewer: String = "甲", inMemory: Bool = false) throws {
    let files = FileManager.default
    let parent =
      inMemory && files.isWritableFile(atPath: "/dev/shm")
      ? URL(fileURLWithPath: "/dev/shm") : files.temporaryDirectory
    folder = parent.appendingPathComponent("gazette-" + UUID().uuidString)
    store = try SQLiteReviewStore.open(at: folder.path + "/review.sqlite")
    self.reviewer = reviewer
  }

  /// The same store in the hands of somebody else.
  init(of other: ReviewSample, reviewer: String) {
    store = other.store
    folder = other.folder
    self.reviewer = reviewer
    self.other = other
  }

  /// Whose folder it is, where it is somebody else's.
  private var other: ReviewSample?

  deinit { if other == nil { try? FileManager.default.removeItem(at: folder) } }

  /// Opens the store for the browser, as the session does behind the first frame.
  func open(_ browser: inout Browser, awaitsPlace: Bool = false) {
    browser.state.review.access = .opening
    browser.state.review.awaitsPlace = awaitsPlace
    do {
      let issues = browser.state.issueNames
      browser.handle(.review(.places(try store.places(reviewer: reviewer, issues: issues))))
      browser.handle(.review(.teams(try teams(browser))))
      browser.handle(.review(.opened(try sheets(issues))))
      browser.handle(.review(.tags(try store.tags())))
    } catch {
      browser.handle(.review(.refused(ReviewFailure(.other("\(error)")))))
    }
  }

  /// What an editor outside always leaves.
  static let edited = "写在\r\n外面\n"

  /// Does what the browser has asked for since the last time, which `answered` counts.
  func answer(_ browser: inout Browser, _ answered: inout Int) {
    while answered < browser.effects.count {
      let effect = browser.effects[answered]
      answered += 1
      if case .edit = effect { browser.handle(.review(.edited(Self.edited))) }
      guard case .review(let request) = effect else { continue }
      do throws(ReviewFailure) {
        switch request {
        case .open: break
        case .reload(let issues):
          browser.handle(.review(.opened(try sheets(issues.names.map(\.description)))))
        case .apply(let changes):
          let marks = try store.apply(changes, reviewer: reviewer)
          browser.handle(.review(.applied(changes, marks)))
        case .record(let changes):
          do throws(ReviewFailure) {
            let entries = try store.record(changes, author: reviewer)
            browser.handle(.review(.recorded(entries, try teams(browser))))
          } catch {
            browser.handle(.review(.notRecorded(error)))
          }
        case .undo:
          let step = try store.undo(reviewer: reviewer)
          browser.handle(.review(.teams(try teams(browser))))
          browser.handle(.review(.stepped(isUndo: true, step)))
        case .redo:
          let step = try store.redo(reviewer: reviewer)
          browser.handle(.review(.teams(try teams(browser))))
          browser.handle(.review(.stepped(isUndo: false, step)))
        case .save(let places): try store.save(places, reviewer: reviewer)
        }
      } catch {
        browser.handle(.review(.failed(error, [])))
      }
    }
  }

  /// Tells the browser what others have done meanwhile, as the session does.
  func refresh(_ browser: inout Browser) throws {
    let names = browser.state.issueNames
    browser.handle(.review(.refreshed(try sheets(names), try teams(browser))))
  }

  private func teams(_ browser: Browser) throws(ReviewFailure) -> [TeamSheet] {
    var teams: [TeamSheet] = []
    for issue in browser.state.library.issueIDs {
      teams.append(try store.teamSheet(in: browser.layouts.scope(of: issue)))
    }
    return teams
  }

  private func sheets(_ issues: [String]) throws(ReviewFailure) -> [ReviewSheet] {
    var sheets: [ReviewSheet] = []
    for issue in issues {
      sheets.append(ReviewSheet(reviewer: reviewer, marks: try store.marks(ofIssue: issue)))
    }
    return sheets
  }
}

/// A browser with a review that answers each key.
struct Reviewing {
  var browser: Browser
  let sample: ReviewSample
  private var answered = 0

  init(
    _ size: Size = Size(columns: 120, rows: 40), language: Language = .chinese,
    sample: ReviewSample? = nil, issue: GazetteModel.Issue? = nil, awaitsPlace: Bool = false
  ) throws {
    self.sample = try sample ?? ReviewSample()
    let library = Library(issues: [try issue ?? SampleIssue.shipped()])
    browser = try Browser(library, size, language: language)
    self.sample.open(&browser, awaitsPlace: awaitsPlace)
  }

  mutating func type(_ text: String) {
    for scalar in text.unicodeScalars { press(.character(scalar)) }
    if text.count == 1, Int(text) != nil { browser.handle(.pause) }
  }

  mutating func press(_ keys: Key...) {
    for key in keys {
      browser.press(key)
      answer()
    }
  }

  /// Has the store answer.
  mutating func answer() { sample.answer(&browser, &answered) }

  mutating func go(to reference: String) {
    type(":")
    type(reference)
    press(.enter)
  }

  var state: State { browser.state }
  var reference: String { browser.reference }

  /// The reviewer's mark at a reference.
  func mark(_ reference: String) -> ReviewMark? {
    let scope = browser.layouts.scope(of: 0)
    let key = ReviewKey(issue: scope.issueName.description, reference: reference)
    return scope.node(of: key).flatMap { state.sheet?.mark(at: $0, of: scope) }
  }
}
