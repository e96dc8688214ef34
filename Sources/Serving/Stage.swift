// Stage: where the site as it is at the moment stands, and where browsers wait until their page is another one.

import Files
import Foundation

actor Stage {
  private(set) var site = LiveSite()
  private var waiting: [Int: CheckedContinuation<Void, Never>] = [:]
  private var count = 0
  /// The pages that somebody asked for since the site is as it is.
  private var made: [String: LiveSite.Answer] = [:]
  private let files: FileSystem

  init(_ files: FileSystem) { self.files = files }

  func show(_ site: LiveSite) {
    self.site = site
    made = [:]
    for continuation in waiting.values { continuation.resume() }
    waiting = [:]
  }

  func answer(to path: String) -> LiveSite.Answer {
    if let known = made[path] { return known }
    let answer = site.answer(to: path, files)
    // Of what is not there one could ask without end.
    if answer.tag != nil, answer.status == 200 { made[path] = answer }
    return answer
  }

  /// The page as soon as it is another one than the one that the browser has; the same after a while, so that the browser asks
  /// again.
  func page(_ path: String, after tag: String, patience: Duration) async -> LiveSite.Answer {
    let end = ContinuousClock.now + patience
    while true {
      let page = made[path] ?? site.page(path)
      if page.status == 200 { made[path] = page }
      if page.tag != tag || ContinuousClock.now >= end || Task.isCancelled { return page }
      await waitForChange(until: end)
    }
  }

  private func waitForChange(until end: ContinuousClock.Instant) async {
    count += 1
    let number = count
    let timer = Task {
      try? await Task.sleep(until: end)
      release(number)
    }
    await withTaskCancellationHandler {
      await withCheckedContinuation { waiting[number] = $0 }
    } onCancel: {
      Task { await self.release(number) }
    }
    timer.cancel()
  }

  private func release(_ number: Int) { waiting.removeValue(forKey: number)?.resume() }
}
