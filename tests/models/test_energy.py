import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from models import EnergyMeter
from models.energy import WATTS_PER_BUSY_CORE


def package(folder: Path, number: int, energy: int, limit: int = 1_000_000_000) -> Path:
    place = folder / f"intel-rapl:{number}"
    place.mkdir(parents=True)
    (place / "energy_uj").write_text(f"{energy}\n")
    (place / "max_energy_range_uj").write_text(f"{limit}\n")
    return place


def test_answers_at_the_same_time_add_up_to_what_was_counted(tmp_path: Path) -> None:
    count = package(tmp_path, 0, 0) / "energy_uj"
    meter = EnergyMeter(lambda: None, powercap=tmp_path)
    assert meter.method == "rapl"
    count.write_text("5000000")
    first = meter.begin()
    count.write_text("15000000")
    second = meter.begin()
    count.write_text("35000000")
    assert first.end().watt_seconds == pytest.approx(10 + 10)
    count.write_text("36000000")
    assert second.end().watt_seconds == pytest.approx(10 + 1)
    count.write_text("99000000")
    assert second.end().watt_seconds == pytest.approx(11), "ended is ended"


def test_counters_wrap_and_packages_are_added(tmp_path: Path) -> None:
    counts = [package(tmp_path, number, 900, limit=1000) / "energy_uj" for number in range(2)]
    (tmp_path / "intel-rapl:0:0").mkdir()
    meter = EnergyMeter(lambda: None, powercap=tmp_path)
    share = meter.begin()
    for count in counts:
        count.write_text("100")
    assert share.end().watt_seconds == pytest.approx(2 * 200 / 1e6)


@pytest.mark.parametrize("readable", [False, True])
def test_computing_time_where_the_processor_does_not_tell(tmp_path: Path, readable: bool) -> None:
    if readable:
        package(tmp_path, 0, 5)
        (tmp_path / "intel-rapl:1").mkdir()
    assert EnergyMeter(os.getpid, powercap=tmp_path).method == "cpu_time"


def test_computing_time_of_the_worker(tmp_path: Path) -> None:
    program = "import time; end = time.process_time() + 0.3\nwhile time.process_time() < end: pass\ninput()"
    with subprocess.Popen([sys.executable, "-c", program], stdin=subprocess.PIPE) as worker:
        pid: int | None = worker.pid
        meter = EnergyMeter(lambda: pid, powercap=tmp_path)
        share = meter.begin()
        time.sleep(1.5)
        spent = share.end().watt_seconds
        assert 0.2 * WATTS_PER_BUSY_CORE < spent < 1.6 * WATTS_PER_BUSY_CORE
        late = meter.begin()
        worker.communicate(b"\n")
    assert late.end().watt_seconds < WATTS_PER_BUSY_CORE
    pid = None
    assert meter.begin().end().watt_seconds == 0.0
