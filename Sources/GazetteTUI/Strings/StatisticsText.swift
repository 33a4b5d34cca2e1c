import GazetteText
import TerminalKit

extension TerminalStatistics {
  /// What a session sent, on one line.
  var text: Phrase {
    let frames = Phrase(
      "\(self.frames) 屏", self.frames == 1 ? "1 frame" : "\(self.frames) frames")
    let keys = Phrase("\(self.keys) 键", self.keys == 1 ? "1 key" : "\(self.keys) keys")
    let each = bytesPerKey.map { Phrase("，每键 \($0) 字节", ", \($0) bytes a key") }
    return Phrase(
      "发送 \(bytes) 字节，其中首屏 \(openingBytes)；\(frames)、\(keys)\(each)",
      """
      \(bytes) bytes sent, \(openingBytes) of them for the first frame; \(frames), \(keys)\(each)
      """)
  }
}
