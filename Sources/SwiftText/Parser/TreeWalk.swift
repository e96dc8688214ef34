// TreeWalk: all nodes of a tree in source order. SwiftSyntax's visitors recurse, which a chain of
// 100,000 members would not survive; here the stack is an array.

import SwiftSyntax

enum TreeWalk {
  enum Step { case enter, leave }

  /// Missing tokens and unexpected nodes are visited too.
  static func walk(_ root: Syntax, _ visit: (Syntax, Step) -> Void) {
    visit(root, .enter)
    var stack = [(node: root, children: root.children(viewMode: .all).makeIterator())]
    while !stack.isEmpty {
      guard let child = stack[stack.count - 1].children.next() else {
        visit(stack.removeLast().node, .leave)
        continue
      }
      visit(child, .enter)
      stack.append((child, child.children(viewMode: .all).makeIterator()))
    }
  }
}
