"""How much energy an answer took, as an estimate whose method is named.

Where the processor counts energy and the count may be read (RAPL, `/sys/class/powercap`), the count of all its
packages is taken: it covers everything that runs on the machine. Elsewhere the computing time of the worker process
is multiplied with what a busy core draws. Either is divided among the answers that were under way at each moment, so
that the answers of a room add up to what was counted, not to a multiple of it.
"""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Literal

import psutil

Method = Literal["rapl", "cpu_time"]

WATTS_PER_BUSY_CORE: Final = 10.0
"""An assumption, not a measurement: server processors draw 5 to 15 W for each busy core, memory included."""

_POWERCAP: Final = Path("/sys/class/powercap")


@dataclass(frozen=True)
class EnergyEstimate:
    """What one answer took."""

    watt_seconds: float
    method: Method
    """"rapl": counted by the processor; "cpu_time": computing time times `WATTS_PER_BUSY_CORE`."""


class EnergyMeter:
    """Divides the energy of one worker among its answers. Belongs to one event loop."""

    def __init__(self, worker_pid: Callable[[], int | None], *, powercap: Path = _POWERCAP) -> None:
        """`worker_pid` gives the worker's process number, which changes when it is started again."""
        packages = _packages(powercap)
        self._counter: _Rapl | _CpuTime = _Rapl(packages) if packages else _CpuTime(worker_pid)
        self._shares: set[EnergyShare] = set()

    @property
    def method(self) -> Method:
        """How this meter counts."""
        return self._counter.method

    def begin(self) -> "EnergyShare":
        """From now on an answer takes its share."""
        self._divide()
        share = EnergyShare(self)
        self._shares.add(share)
        return share

    def finish(self, share: "EnergyShare") -> None:
        """From now on it takes none."""
        self._divide()
        self._shares.discard(share)

    def _divide(self) -> None:
        spent = self._counter.since_last()
        for share in self._shares:
            share.watt_seconds += spent / len(self._shares)


class EnergyShare:
    """What one answer has taken so far."""

    def __init__(self, meter: EnergyMeter) -> None:
        self._meter = meter
        self.watt_seconds = 0.0

    def end(self) -> EnergyEstimate:
        """Ends the share. A second call returns the same."""
        self._meter.finish(self)
        return EnergyEstimate(self.watt_seconds, self._meter.method)


class _Rapl:
    method: Final = "rapl"

    def __init__(self, packages: list[Path]) -> None:
        self._packages = packages
        self._last = self._read()

    def _read(self) -> list[int]:
        return [_number(package / "energy_uj") or 0 for package in self._packages]

    def since_last(self) -> float:
        before, self._last = self._last, self._read()
        total = 0
        for package, earlier, now in zip(self._packages, before, self._last, strict=True):
            wrapped = now < earlier
            total += now - earlier + ((_number(package / "max_energy_range_uj") or 0) if wrapped else 0)
        return max(total, 0) / 1e6


class _CpuTime:
    method: Final = "cpu_time"

    def __init__(self, worker_pid: Callable[[], int | None]) -> None:
        self._worker_pid = worker_pid
        self._process: psutil.Process | None = None
        self._last = 0.0

    def since_last(self) -> float:
        pid = self._worker_pid()
        try:
            if self._process is None or self._process.pid != pid:
                self._process = None if pid is None else psutil.Process(pid)
                self._last = self._seconds()
                return 0.0
            before, self._last = self._last, self._seconds()
        except psutil.Error:
            self._process = None
            return 0.0
        return max(self._last - before, 0.0) * WATTS_PER_BUSY_CORE

    def _seconds(self) -> float:
        if self._process is None:
            return 0.0
        times = self._process.cpu_times()
        return float(times.user + times.system)


def _packages(powercap: Path) -> list[Path]:
    """The packages of the processor whose energy can be read; none if one of them cannot."""
    found = sorted(path for path in powercap.glob("intel-rapl:*") if path.name.count(":") == 1)
    return found if all(_number(path / "energy_uj") is not None for path in found) else []


def _number(path: Path) -> int | None:
    try:
        return int(path.read_text())
    except (OSError, ValueError):
        return None
