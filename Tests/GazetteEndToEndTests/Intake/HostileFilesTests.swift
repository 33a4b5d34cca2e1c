import Foundation
import Testing

/// Files that are made to do harm: one clear line each.
@Suite struct HostileFilesTests {
  private func expectRefusal(
    _ path: String, _ words: String, location: SourceLocation = #_sourceLocation
  ) throws {
    let run = try Program.run("outline", "--issue", path)
    #expect(run.status == 1, sourceLocation: location)
    #expect(run.output.isEmpty, sourceLocation: location)
    #expect(run.errors.contains(words), "\(run.errors)", sourceLocation: location)
    #expect(run.errors.filter { $0 == "\n" }.count == 1, sourceLocation: location)
  }

  @Test func whatUnpacksToTooMuchIsRefused() throws {
    let folder = try TemporaryFolder()
    let path = folder.path + "/bomb.gz"
    #expect(try Program.shell("head -c 400000000 /dev/zero | gzip > '\(path)'").status == 0)
    try expectRefusal(path, "过大")
  }

  @Test func whatIsCutOffIsRefused() throws {
    let folder = try TemporaryFolder()
    let path = folder.path + "/cut.gz"
    let text = Program.repository + "/Content/jilin-2021-11/issue.md"
    #expect(try Program.shell("gzip -c '\(text)' | head -c 9000 > '\(path)'").status == 0)
    try expectRefusal(path, "损坏或不完整")
    try expectRefusal(folder.file("zip", [0x50, 0x4B, 3, 4, 20, 0, 0, 0]), "损坏或不完整")
  }

  @Test func aPageWithoutTextIsRefused() throws {
    let folder = try TemporaryFolder()
    try expectRefusal(folder.file("a.html", "<html><script>var a = '字';</script></html>"), "没有文字")
  }

  @Test func theReaderIsNeverLookedForByPath() throws {
    let folder = try TemporaryFolder()
    let page = try folder.file("a.html", "<html><body><p>一、总则。</p></body></html>")
    let run = try Program.shell(
      "cp \"$GAZETTE\" '\(folder.path)/gazette' && printf '#!/bin/sh\\necho hello' > '\(folder.path)/x'"
        + " && PATH='\(folder.path)':$PATH '\(folder.path)/gazette' outline --issue '\(page)'")
    #expect(run.status == 1)
    #expect(run.errors.contains("gazette-intake"))
  }
}
