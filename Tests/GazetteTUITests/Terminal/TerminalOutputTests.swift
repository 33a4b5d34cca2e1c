import Glibc
@testable import TerminalKit
import Testing

@testable import GazetteTUI

/// What is written to the terminal, read from a pipe in the place of standard output.
@Suite(.serialized) struct TerminalOutputTests {
  /// What a reader finds waiting after each step of `body`.
  private func reading(_ body: (_ waiting: () -> String) -> Void) {
    var ends: [Int32] = [0, 0]
    pipe(&ends)
    _ = fcntl(ends[0], F_SETFL, O_NONBLOCK)
    fflush(nil)
    let standardOutput = dup(STDOUT_FILENO)
    dup2(ends[1], STDOUT_FILENO)
    defer {
      dup2(standardOutput, STDOUT_FILENO)
      for end in ends + [standardOutput] { close(end) }
    }
    body {
      var bytes = [UInt8](repeating: 0, count: 1 << 16)
      let count = read(ends[0], &bytes, bytes.count)
      return String(decoding: bytes.prefix(max(0, count)), as: UTF8.self)
    }
  }

  private func put(_ text: String) {
    let bytes = Array(text.utf8)
    #expect(write(STDOUT_FILENO, bytes, bytes.count) == bytes.count)
  }

  @Test func aFrameIsSentInOnePiece() {
    var during = ""
    var after = ""
    reading { waiting in
      TerminalOutput.gather {
        put("吉林省")
        put("公报")
        during = waiting()
      }
      after = waiting()
    }
    #expect(during == "")
    #expect(after == "吉林省公报")
  }

  @Test func theBeginningOfAFrameInPiecesIsSentBeforeItsEnd() {
    var during = ""
    var after = ""
    reading { waiting in
      TerminalOutput.gather(pieces: 12) {
        put("吉林省")
        put("公报")
        during = waiting()
      }
      after = waiting()
    }
    #expect(during == "吉林省")
    #expect(after == "公报")
  }

  @Test func whatIsLargerThanThePlaceForItComesInOrder() {
    let large = String(repeating: "x", count: 40_000)
    var all = ""
    reading { waiting in
      TerminalOutput.gather {
        put("a")
        put(large)
        put("b")
      }
      all = waiting()
    }
    #expect(all == "a" + large + "b")
  }

  @Test func nothingOfAFrameFollowsTheWordsOfADyingProgram() {
    var all = ""
    reading { waiting in
      TerminalOutput.gather {
        put("half a frame")
        TerminalOutput.stopGathering()
        put("restored")
      }
      all = waiting()
    }
    #expect(all == "restored")
  }

  @Test func bytesAreCountedOnceHoweverTheyAreSent() {
    let before = TerminalOutput.byteCount
    reading { _ in
      put("abc")
      TerminalOutput.gather { put("defg") }
    }
    #expect(TerminalOutput.byteCount - before == 7)
  }
}
