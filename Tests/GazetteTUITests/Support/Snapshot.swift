import Foundation
@testable import TerminalKit
import Testing

@testable import GazetteTUI

/// Compares a frame with the screen kept in `Frames/NAME.txt`.
///
/// With RECORD=1 in the environment the file is rewritten and the test fails, so that a recording
/// is never taken for a comparison.
func expectSnapshot(
  _ frame: Frame, named name: String, testFile: String = #filePath,
  sourceLocation: SourceLocation = #_sourceLocation
) {
  let file = snapshotFolder(from: testFile).appendingPathComponent(name + ".txt")
  let actual = frame.styledText + "\n"
  if ProcessInfo.processInfo.environment["RECORD"] == "1" {
    do {
      try actual.write(to: file, atomically: true, encoding: .utf8)
      Testing.Issue.record("recorded \(name)", sourceLocation: sourceLocation)
    } catch {
      Testing.Issue.record("cannot write \(file.path): \(error)", sourceLocation: sourceLocation)
    }
    return
  }
  guard let expected = try? String(contentsOf: file, encoding: .utf8) else {
    Testing.Issue.record(
      "no screen named \(name); record it with RECORD=1\n\(actual)",
      sourceLocation: sourceLocation)
    return
  }
  guard expected != actual else { return }
  Testing.Issue.record(
    "\(name) differs\n\(lineDifferences(expected: expected, actual: actual))",
    sourceLocation: sourceLocation)
}

/// The folder of expected screens, found upwards from a test's file.
private func snapshotFolder(from testFile: String) -> URL {
  var folder = URL(fileURLWithPath: testFile).deletingLastPathComponent()
  while folder.lastPathComponent != "GazetteTUITests" && folder.pathComponents.count > 1 {
    folder = folder.deletingLastPathComponent()
  }
  return folder.appendingPathComponent("Frames")
}

/// The lines that differ, as expected (-) and as they are (+).
private func lineDifferences(expected: String, actual: String) -> String {
  let old = expected.split(separator: "\n", omittingEmptySubsequences: false)
  let new = actual.split(separator: "\n", omittingEmptySubsequences: false)
  var lines: [String] = []
  for index in 0..<max(old.count, new.count) {
    let before = index < old.count ? old[index] : nil
    let after = index < new.count ? new[index] : nil
    guard before != after else { continue }
    if let before { lines.append("\(index + 1) - \(before)") }
    if let after { lines.append("\(index + 1) + \(after)") }
  }
  return lines.joined(separator: "\n")
}
