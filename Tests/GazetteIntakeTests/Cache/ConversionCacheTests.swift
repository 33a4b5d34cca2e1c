import Foundation
import GazetteModel
import GazetteText
import Testing

@testable import GazetteIntake

@Suite struct ConversionCacheTests {
  private let folder = NSTemporaryDirectory() + "gazette-cache-" + UUID().uuidString
  private let answer = ReaderAnswer.printed(
    PrintedText(
      source: SourceText(bytes: Array("通知\n".utf8)), provenance: Provenance(format: .html)))

  private func withCache(_ body: (ConversionCache) throws -> Void) throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try body(ConversionCache(folder: folder + "/gazette", readerPath: "/bin/sh"))
  }

  @Test func whatIsKeptIsReadAgain() throws {
    try FileManager.default.createDirectory(
      atPath: folder, withIntermediateDirectories: true)
    try withCache { cache in
      #expect(cache.answer("a") == nil)
      cache.keep(answer, "a")
      #expect(cache.answer("a") == answer)
      #expect(cache.answer("b") == nil)
      let other = ConversionCache(folder: folder + "/gazette", readerPath: "/bin/ls")
      #expect(other.answer("a") == nil, "another reader reads anew")
    }
  }

  @Test func whatIsDamagedIsNotUsed() throws {
    try FileManager.default.createDirectory(
      atPath: folder, withIntermediateDirectories: true)
    try withCache { cache in
      cache.keep(answer, "a")
      let names = try FileManager.default.contentsOfDirectory(atPath: cache.folder)
      let file = cache.folder + "/" + (try #require(names.first))
      #expect(names.count == 1)
      var bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: file)))
      bytes[bytes.count - 12] ^= 1
      try Data(bytes).write(to: URL(fileURLWithPath: file))
      #expect(cache.answer("a") == nil)
    }
  }

  @Test func theDigestOfALargeFileIsNotedUntilTheFileChanges() throws {
    try FileManager.default.createDirectory(
      atPath: folder, withIntermediateDirectories: true)
    try withCache { cache in
      var cache = cache
      let path = folder + "/large"
      var bytes = [UInt8](repeating: 7, count: 2 << 20)
      try Data(bytes).write(to: URL(fileURLWithPath: path))
      #expect(cache.digest(ofFileAt: path, bytes) == SHA256.hexadecimal(bytes))
      #expect(!FileManager.default.fileExists(atPath: cache.folder), "it changed a moment ago")
      cache.settling = -10
      #expect(cache.digest(ofFileAt: path, bytes) == SHA256.hexadecimal(bytes))
      let names = try FileManager.default.contentsOfDirectory(atPath: cache.folder)
      #expect(names.count == 1)
      let note = cache.folder + "/" + (try #require(names.first))
      try Data(String(repeating: "a", count: 64).utf8).write(to: URL(fileURLWithPath: note))
      #expect(cache.digest(ofFileAt: path, bytes) == String(repeating: "a", count: 64))
      // What was read meanwhile from another file of that name is not what was noted.
      let others = [UInt8](repeating: 9, count: bytes.count)
      #expect(cache.digest(ofFileAt: path, others) == SHA256.hexadecimal(others))
      // A note that was cut off is written again.
      try Data().write(to: URL(fileURLWithPath: note))
      _ = cache.digest(ofFileAt: path, bytes)
      #expect(try String(contentsOfFile: note, encoding: .utf8) == SHA256.hexadecimal(bytes))
      bytes[0] = 8
      try Data(bytes).write(to: URL(fileURLWithPath: path))
      #expect(cache.digest(ofFileAt: path, bytes) == SHA256.hexadecimal(bytes))
    }
  }

  @Test func aFolderThatCannotBeWrittenIsNoFailure() {
    let cache = ConversionCache(folder: "/proc/gazette", readerPath: "/bin/sh")
    cache.keep(answer, "a")
    #expect(cache.answer("a") == nil)
  }
}
