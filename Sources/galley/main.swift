// The command line; so far only the hidden command with which Galley starts its own workers.

import Foundation
import Typesetting

if CommandLine.arguments.dropFirst().first == "typeset-worker" { exit(runTypesettingWorker()) }
print("galley")
