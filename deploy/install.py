"""Create .venv and install the locked dependencies; a second call with nothing changed takes a moment.

    python3 deploy/install.py run      what the service needs
    python3 deploy/install.py test     the same, and what the tests and the smoke training need
    python3 deploy/install.py wheelhouse DIR   collect everything for a room without internet

Standard library only: it runs before anything is installed. Versions and hashes come from `uv.lock`.
Two packages are installed by version instead of by hash, because the wheel that fits the machine is not
the file that the lock knows: llama-cpp-python, compiled here with our own switches and attention (the wheel
is kept in ~/.cache/ki-werkstatt), and torch, whose CPU build has other hashes.

Environment: WHEELHOUSE=DIR installs from that folder alone; LLAMA_INDEX_URL and TORCH_INDEX_URL add a
package index for prebuilt wheels of these two.
"""

from __future__ import annotations

import hashlib
import os
import platform
import re
import shutil
import subprocess
import sys
import time
import tomllib
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
PYTHON = VENV / "bin" / "python"
OWN_BUILDS = ("llama-cpp-python", "torch")
INPUTS = ("uv.lock", "pyproject.toml", "deploy/install.py", "deploy/llama-cpp.cmake", "deploy/attention.cpp")
AMX_OFF = "-mno-amx-int8 -mno-amx-tile -mno-amx-bf16"


def main(arguments: list[str]) -> None:
    match arguments:
        case ["run" | "test" as purpose]:
            install(purpose)
        case ["wheelhouse", folder]:
            collect(Path(folder).resolve())
        case _:
            stop("Aufruf: deploy/install.py run | test | wheelhouse ORDNER")


def install(purpose: str) -> None:
    stamp = VENV / f".installed-{purpose}"
    state = fingerprint(purpose)
    if stamp.exists() and stamp.read_text() == state:
        return
    check_python()
    started = time.monotonic()
    if not PYTHON.exists():
        say("Lege die Python-Umgebung .venv an.")
        completed = subprocess.run([sys.executable, "-m", "venv", str(VENV)], capture_output=True, text=True)
        if completed.returncode:
            shutil.rmtree(VENV, ignore_errors=True)
            stop("Python kann keine Umgebung anlegen. Unter Debian hilft: apt-get install python3-venv")
    say("Installiere das Installationswerkzeug.")
    pip("install", "--quiet", "--require-hashes", "-r", str(ROOT / "deploy" / "installer.txt"))
    install_llama()
    say("Installiere die festgeschriebenen Pakete (mit Prüfsummen).")
    pip("install", "--quiet", "--require-hashes", "-r", str(requirements(purpose, VENV)))
    if purpose == "test":
        say("Installiere torch (nur für das Training und seinen Probelauf).")
        pip("install", "--quiet", *index("TORCH_INDEX_URL"), f"torch=={locked_version('torch')}")
    pip("install", "--quiet", "--no-deps", "--no-build-isolation", "--editable", str(ROOT))
    stamp.write_text(state)
    say(f"Fertig nach {time.monotonic() - started:.0f} Sekunden.")


def install_llama() -> None:
    wanted = locked_version("llama-cpp-python")
    given = os.environ.get("WHEELHOUSE") or os.environ.get("LLAMA_INDEX_URL")
    build = "given" if given else llama_build()
    stamp = VENV / ".llama-build"
    present = subprocess.run(
        [PYTHON, "-c", "import importlib.metadata as m; print(m.version('llama-cpp-python'))"],
        capture_output=True, text=True,
    )  # fmt: skip
    if present.stdout.strip() == wanted and stamp.exists() and stamp.read_text() == build:
        return
    if given:
        prebuilt = ["--only-binary", ":all:", *index("LLAMA_INDEX_URL"), f"llama-cpp-python=={wanted}"]
        pip("install", "--quiet", "--no-deps", "--force-reinstall", *prebuilt)
    else:
        pip("install", "--quiet", "--no-deps", "--force-reinstall", str(llama_wheel(build)))
    stamp.write_text(build)


def llama_wheel(build: str) -> Path:
    """The compiled wheel, kept for the next environment. pip's own cache does not know our switches."""
    cache = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "ki-werkstatt" / f"llama-{build[:16]}"
    if not any(cache.glob("*.whl")):
        check_compiler()
        say("Übersetze llama-cpp-python; beim ersten Mal dauert das auf zwei Kernen zwei bis fünf Minuten.")
        growing = VENV / "llama-wheel"
        shutil.rmtree(growing, ignore_errors=True)
        source = ["--require-hashes", "-r", str(llama_source())]
        with_progress("wheel", "--verbose", "--no-cache-dir", "--no-deps", "--wheel-dir", str(growing), *source)
        cache.mkdir(parents=True, exist_ok=True)
        for wheel in growing.glob("*.whl"):
            shutil.move(wheel, cache / wheel.name)
    return next(cache.glob("*.whl"))


def llama_build() -> str:
    """What the compiled library depends on: version, switches, our own part of it, Python and this processor."""
    try:
        facts = Path("/proc/cpuinfo").read_text().split("\n\n", 1)[0].splitlines()
        processor = [line for line in facts if line.startswith(("model name", "flags", "Features"))]
    except OSError:
        processor = [platform.processor()]
    ours = [(ROOT / "deploy" / name).read_text() for name in ("llama-cpp.cmake", "attention.cpp")]
    switches = build_environment()["CMAKE_ARGS"].replace(str(ROOT), "")
    parts = [locked_version("llama-cpp-python"), sys.version, platform.machine(), switches, *processor, *ours]
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()


def llama_source() -> Path:
    """A requirements file that names llama-cpp-python's source archive with its hash from the lock."""
    package = next(package for package in locked_packages() if package["name"] == "llama-cpp-python")
    target = VENV / "requirements-llama-cpp.txt"
    target.write_text(f"llama-cpp-python=={package['version']} --hash={package['sdist']['hash']}\n")
    return target


def collect(folder: Path) -> None:
    """Fill `folder` with every wheel that `make run WHEELHOUSE=folder` needs on a machine like this one."""
    install("run")
    folder.mkdir(parents=True, exist_ok=True)
    for listed in (requirements("run", VENV), ROOT / "deploy" / "installer.txt"):
        pip("download", "--quiet", "--require-hashes", "--dest", str(folder), "-r", str(listed))
    shutil.copy(llama_wheel(llama_build()), folder)
    say(f"{len(list(folder.iterdir()))} Dateien in {folder}. Auf dem Zielrechner: make run WHEELHOUSE=ORDNER")


def requirements(purpose: str, folder: Path) -> Path:
    """The part of `uv.lock` for `purpose`, with hashes, as a requirements file for pip."""
    target = folder / f"requirements-{purpose}.txt"
    extras = ["--extra", "test", "--extra", "train"] if purpose == "test" else []
    leave_out = [word for name in OWN_BUILDS for word in ("--no-emit-package", name)]
    options = ["--quiet", "--frozen", "--offline", "--no-emit-project", "--group", "build"]
    run(VENV / "bin" / "uv", "export", *options, *extras, *leave_out, "--output-file", target)
    return target


def locked_packages() -> list[dict[str, Any]]:
    return list(tomllib.loads((ROOT / "uv.lock").read_text())["package"])


def locked_version(name: str) -> str:
    return str(next(package["version"] for package in locked_packages() if package["name"] == name))


def fingerprint(purpose: str) -> str:
    parts = [purpose, sys.version, platform.machine(), str(ROOT)]
    parts += [(ROOT / name).read_text() for name in INPUTS]
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()


def build_environment() -> dict[str, str]:
    """The switches that leave out of llama.cpp what the Python binding never loads.

    What each saves is measured in docs/installation.md. The AMX path of ggml crashes at the first decode of
    a quantised model when gcc 12 compiled it, so these instructions stay off on x86-64.
    """
    switches = [
        f"-DCMAKE_PROJECT_llama.cpp_INCLUDE={ROOT / 'deploy' / 'llama-cpp.cmake'}",
        "-DLLAVA_BUILD=OFF",
        *(f"-DLLAMA_BUILD_{part}=OFF" for part in ("TOOLS", "TESTS", "EXAMPLES", "SERVER")),
        "-DLLAMA_OPENSSL=OFF",
    ]
    if platform.machine() in ("x86_64", "AMD64"):
        switches += [f"-DCMAKE_C_FLAGS='{AMX_OFF}'", f"-DCMAKE_CXX_FLAGS='{AMX_OFF}'"]
    given = os.environ.get("CMAKE_ARGS", "")
    cores = str(os.cpu_count() or 1)
    return {"CMAKE_ARGS": " ".join([*switches, given]).strip(), "CMAKE_BUILD_PARALLEL_LEVEL": cores}


def with_progress(*arguments: str) -> None:
    """Run pip verbosely, keep its output in a file, show only the compiler's step counter."""
    log = VENV / "build-llama-cpp.log"
    command = [str(PYTHON), "-m", "pip", *arguments, *offline()]
    step = re.compile(r"\[(\d+)/(\d+)\]")
    percent = -1
    with log.open("w") as file, subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, errors="replace",
        env={**os.environ, **build_environment()},
    ) as process:  # fmt: skip
        assert process.stdout is not None
        for line in process.stdout:
            file.write(line)
            if (found := step.search(line)) and (now := 100 * int(found[1]) // int(found[2])) >= percent + 10:
                percent = now
                say(f"  Schritt {found[1]} von {found[2]} ({percent} %)")
    if process.returncode:
        stop(f"llama-cpp-python ließ sich nicht übersetzen. Das Protokoll steht in {log}.")


def pip(*arguments: str) -> None:
    run(PYTHON, "-m", "pip", "--disable-pip-version-check", *arguments, *offline())


def offline() -> list[str]:
    folder = os.environ.get("WHEELHOUSE")
    return ["--no-index", "--find-links", str(Path(folder).resolve())] if folder else []


def index(variable: str) -> list[str]:
    address = os.environ.get(variable)
    return ["--extra-index-url", address] if address else []


def run(*command: str | Path) -> None:
    completed = subprocess.run([str(part) for part in command])
    if completed.returncode:
        shown = " ".join(str(part) for part in command[:5])
        stop(f"Der Schritt «{shown} …» ist gescheitert; die Meldung steht darüber.")


def check_python() -> None:
    if not (3, 11) <= sys.version_info[:2] <= (3, 13):
        stop(f"Gebraucht wird Python 3.11 bis 3.13; dies ist {platform.python_version()}.")


def check_compiler() -> None:
    missing = [program for program in ("cc", "c++", "cmake") if shutil.which(program) is None]
    if missing:
        packages = "build-essential cmake python3-dev"
        stop(f"Es fehlt: {', '.join(missing)}. Unter Debian hilft: apt-get install {packages}")


def say(text: str) -> None:
    print(f"[Einrichtung] {text}", flush=True)


def stop(text: str) -> None:
    print(f"[Einrichtung] {text}", file=sys.stderr, flush=True)
    raise SystemExit(1)


if __name__ == "__main__":
    main(sys.argv[1:])
