import GazetteText
import TerminalKit

extension TerminalStatistics {
  /// What a session sent, on one line.
  var text: Phrase {
    let frames = Phrase(
      "\(self.frames) 屏、\(keys) 键",
      "\(Self.count(self.frames, "frame")), \(Self.count(keys, "key"))")
    let each = bytesPerKey.map { Phrase("，每键 \($0) 字节", ", \($0) bytes a key") }
    return Phrase(
      "发送 \(bytes) 字节，其中首屏 \(openingBytes)；\(frames.chinese)\(each?.chinese ?? "")",
      "\(bytes) bytes sent, \(openingBytes) of them for the first frame; \(frames.english)"
        + (each?.english ?? ""))
  }

  private static func count(_ number: Int, _ noun: String) -> String {
    number == 1 ? "1 \(noun)" : "\(number) \(noun)s"
  }
}
