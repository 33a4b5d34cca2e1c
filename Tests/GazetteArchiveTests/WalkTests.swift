import Foundation
import GazetteArchive
import GazetteModel
import Testing

/// Folders as people have them.
@Suite struct WalkTests {
  private let folder: ArchiveFolder

  init() throws {
    folder = try ArchiveFolder()
  }

  private var walk: ArchiveWalk { ArchiveWalk(FilePath(folder.path)) }

  private var names: [String] {
    walk.candidates.map { String($0.path.description.dropFirst(folder.path.count + 1)) }
  }

  @Test func issuesAreFoundHoweverDeep() throws {
    try folder.write("a.md")
    try folder.write("2020/01/b.txt")
    try folder.write("2021/jilin/issue.md")
    try folder.write("2021/jilin/notes.md")
    #expect(names == ["a.md", "2020/01/b.txt", "2021/jilin"])
  }

  @Test func otherFilesArePassedOver() throws {
    for name in ["1.jpg", ".hidden.md", "data.csv", "noending", "manifest.json"] {
      try folder.write(name)
    }
    try folder.write("a.md")
    try folder.write("b.md")
    #expect(names == ["a.md", "b.md"])
  }

  @Test func aManifestSpeaksOfTheOneTextBesideIt() throws {
    try folder.write("one/text.md")
    try folder.write("one/manifest.json", "{}")
    #expect(names == ["one"])
    #expect(walk.candidates.first?.manifest != nil)
  }

  @Test func loopsOfLinksEnd() throws {
    try folder.write("a/x.md")
    try folder.link("a/back", to: folder.path)
    try folder.link("self", to: "self")
    #expect(names.contains("a/x.md"))
    #expect(walk.candidates.count == 1)
  }

  @Test func namesAreBytes() throws {
    // 公报 in GBK.
    let name: [UInt8] = [0xB9, 0xAB, 0xB1, 0xA8, 0x2E, 0x6D, 0x64]
    try folder.write(bytes: name, ArchiveFolder.text("甲省人民政府公报", 3))
    let candidate = try #require(walk.candidates.first)
    #expect(candidate.path.name == name)
    #expect(try ArchiveLoader.load(candidate).name.description == "甲省人民政府公报/2021-03")
  }

  @Test func aFolderOfOneIssueIsNoArchive() throws {
    try folder.write("issue.md")
    #expect(ArchiveLoader.walk(FilePath(folder.path)) == nil)
  }
}

/// A folder that goes away with its last user.
final class ArchiveFolder {
  let path: String

  init() throws {
    path = NSTemporaryDirectory() + "gazette-archive-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// An issue of that publication and number.
  static func text(_ publication: String, _ number: Int, clause: String = "略。") -> String {
    """
    # \(publication)

    2021年第\(number)期

    # 关于第\(number)件事的通知

    一、要求

    1. \(clause)

    """
  }

  func write(_ name: String, _ text: String = ArchiveFolder.text("甲省人民政府公报", 1)) throws {
    let file = URL(fileURLWithPath: path + "/" + name)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try text.write(to: file, atomically: true, encoding: .utf8)
  }

  func write(bytes name: [UInt8], _ text: String) throws {
    let file = name.map { CChar(bitPattern: $0) }
    let stream = (path + "/").utf8CString.dropLast() + file + [0]
    let opened = try #require(Array(stream).withUnsafeBufferPointer { fopen($0.baseAddress, "w") })
    fputs(text, opened)
    fclose(opened)
  }

  func link(_ name: String, to target: String) throws {
    try FileManager.default.createSymbolicLink(
      atPath: path + "/" + name, withDestinationPath: target)
  }

  func remove(_ name: String) throws {
    try FileManager.default.removeItem(atPath: path + "/" + name)
  }
}
