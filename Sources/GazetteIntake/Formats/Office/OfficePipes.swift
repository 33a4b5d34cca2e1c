import Glibc

/// The sockets in /tmp through which LibreOffice listens to itself: the fence lets it make one and
/// take none away, so that what it leaves is taken away here.
struct OfficePipes {
  private static let folder = "/tmp/"
  private static let prefix = "OSL_PIPE_"

  /// Those that were there before.
  private let known: Set<String>

  init() {
    known = Set(Self.names)
  }

  private static var names: [String] {
    ((try? FileReading.names(in: folder)) ?? []).filter { $0.hasPrefix(prefix) }
  }

  /// Takes away those that came since and on which nobody listens; somebody's own LibreOffice may
  /// have been started meanwhile.
  func removeStale() {
    let new = Self.names.filter { !known.contains($0) }
    if new.isEmpty { return }
    let bytes = (try? FileReading.bytes(of: "/proc/net/unix", limit: 16 << 20)) ?? nil
    guard let bytes else { return }
    let sockets = String(decoding: bytes, as: UTF8.self)
    for name in new where !sockets.contains(Self.folder + name) { unlink(Self.folder + name) }
  }
}
