import Testing

@testable import GazetteIntake

@Suite struct FormatDetectionTests {
  private func format(_ text: String) -> FileFormat? {
    FormatDetection.format(of: Array(text.utf8))
  }

  @Test(arguments: [
    "# 标题\n\n正文", "某省人民政府公报", "<!-- page 1 -->\n# 标题\n\n正文",
    "<table><tr><td>序号</td></tr></table>\n\n# 标题\n", "<div align=\"center\">\n\n# 标题\n\n正文\n正文\n",
    "[2021] 5号", "{一} 总则", "", "Notice: 通知\n正文", "%", "<", "目录 <html>",
  ])
  func textStaysText(_ text: String) {
    #expect(format(text) == nil)
  }

  @Test(arguments: [
    "<!DOCTYPE html><html>", "\n <HTML>", "\u{FEFF}<html lang=zh>",
    "<?xml version=\"1.0\"?>\n<!DOCTYPE html PUBLIC \"x\">", "<!-- saved from url -->\n<html>",
    "<p>各市人民政府：</p>\n<p>一、总则</p>\n", "<meta charset=gbk><p>甲",
  ])
  func pagesAreTold(_ text: String) {
    #expect(format(text) == .html)
  }

  @Test func otherFormatsAreToldByTheirBeginnings() {
    #expect(format("%PDF-1.7\n") == .pdf)
    #expect(format("{\\rtf1\\ansi") == .rtf)
    #expect(format("{\"title\": 1}") == .json)
    #expect(format("[\n {\"title\": 1}]") == .json)
    #expect(format("PK\u{3}\u{4}") == .zip)
    #expect(
      format("From: <Saved by Blink>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;")
        == .mhtml)
    #expect(FormatDetection.format(of: [0x1F, 0x8B, 8]) == .gzip)
    #expect(FormatDetection.format(of: [0xFF, 0xD8, 0xFF, 0xE0]) == .picture)
    #expect(
      FormatDetection.format(of: [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]) == .compound)
  }
}
