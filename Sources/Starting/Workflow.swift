// Workflow: continuous integration for a project: each push is checked, and the site is kept. Galley is built there from
// its sources at one commit, so that an essay is not refuted by somebody else's change.

import Files

/// Where a workflow runs.
package enum IntegrationService: String, CaseIterable, Sendable {
  case github, gitlab, none

  /// The file, from the repository's own folder.
  var path: String? {
    switch self {
    case .github: ".github/workflows/galley.yml"
    case .gitlab: ".gitlab-ci.yml"
    case .none: nil
    }
  }

  /// The service that a repository is at, by its address and by what it has; GitHub where nothing is known.
  static func of(_ repository: GitFolder?, _ files: FileSystem) -> IntegrationService {
    let folder = repository?.folder ?? ""
    if files.exists(folder + "/.gitlab-ci.yml") { return .gitlab }
    if files.exists(folder + "/.github") { return .github }
    guard let origin = repository?.origin else { return .github }
    if origin.contains("gitlab") { return .gitlab }
    return origin.contains("github.com") ? .github : .none
  }
}

struct Workflow: Hashable {
  /// Galley's repository and the commit of it that was tried; empty where nobody knows.
  var galley = ""
  var commit = ""

  /// Whether somebody has to write down where Galley is.
  var isIncomplete: Bool { galley.isEmpty || commit.isEmpty }

  func text(for service: IntegrationService) -> String? {
    switch service {
    case .github: github
    case .gitlab: gitlab
    case .none: nil
    }
  }

  /// The commands that bring Galley into a fresh container. What is kept between runs is in its folder.
  private func setup(in folder: String) -> [String] {
    [
      #"test -n "$GALLEY" -a -n "$GALLEY_COMMIT" || { echo "write Galley's address and a commit at the head of this workflow" >&2; exit 1; }"#,
      #"test -d \#(folder)/.git || git clone --quiet "$GALLEY" \#(folder)"#,
      #"git -C \#(folder) checkout --quiet "$GALLEY_COMMIT""#,
      "\(folder)/scripts/install",
    ]
  }

  private var github: String {
    """
    # Checks every claim of the essays on each push, and keeps the site that comes of it.
    name: galley

    on:
      push:
      pull_request:

    permissions:
      contents: read

    env:
      # Where Galley's sources are, and the commit of them that you have tried.
      GALLEY: "\(galley)"
      GALLEY_COMMIT: "\(commit)"

    jobs:
      site:
        runs-on: ubuntu-latest
        container: swift:6.3-bookworm
        timeout-minutes: 60
        steps:
          - uses: actions/checkout@v4
          - uses: actions/cache@v4
            with:
              path: /opt/galley
              key: galley-${{ env.GALLEY_COMMIT }}
          - name: Install Galley
            run: |
              \(setup(in: "/opt/galley").joined(separator: "\n          "))
          - run: galley build
          - uses: actions/upload-artifact@v4
            with:
              name: site
              path: site

    """
  }

  private var gitlab: String {
    """
    # Checks every claim of the essays on each push; GitLab Pages shows the site of the default branch.
    variables:
      # Where Galley's sources are, and the commit of them that you have tried.
      GALLEY: "\(galley)"
      GALLEY_COMMIT: "\(commit)"

    .galley:
      image: swift:6.3-bookworm
      timeout: 1 hour
      cache:
        key: "galley-$GALLEY_COMMIT"
        paths: [.galley/]
      before_script:
    \(setup(in: ".galley").map { "    - |\n      " + $0 }.joined(separator: "\n"))

    check:
      extends: .galley
      rules:
        - if: $CI_COMMIT_BRANCH != $CI_DEFAULT_BRANCH
      script:
        - galley check

    pages:
      extends: .galley
      rules:
        - if: $CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH
      script:
        - galley build
        - mv site public
      artifacts:
        paths: [public]

    """
  }
}
