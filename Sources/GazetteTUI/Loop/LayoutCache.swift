import GazetteModel

/// What is worked out from the state and costs more than a glance, remembered by value: each room
/// keeps a memo of its own here.
///
/// It is no part of the state: without it everything would look the same and take longer.
final class LayoutCache {
  /// The contents with every fold open.
  let tree: OutlineTree
  /// Each with its type; so few that looking at one after the other is quicker than a table.
  private var memos: [(type: ObjectIdentifier, memo: RoomMemo)] = []

  init(_ library: Library) {
    tree = OutlineTree(library)
  }

  /// What a room remembers: nothing, when it is asked for first.
  func memo<Memo: RoomMemo>(_ type: Memo.Type) -> Memo {
    for known in memos where known.type == ObjectIdentifier(type) {
      // From class to class, which looks through no conformances before the first frame.
      if let memo = known.memo as? Memo { return memo }
    }
    let memo = Memo()
    memos.append((ObjectIdentifier(type), memo))
    return memo
  }
}

/// What one room remembers between two frames.
class RoomMemo {
  required init() {}
}
