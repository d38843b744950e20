"""Work for the pool's processes: at the top of a module, because it travels to them by name."""

import os
import signal
import time

_setups: list[str] = []


def set_up(word: str) -> None:
    _setups.append(word)


def die_at_once() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def double_or_die(number: int) -> tuple[int, list[str]]:
    if number < 0:
        os.kill(os.getpid(), signal.SIGKILL)
    if number % 3 == 0:
        time.sleep(0.02)
    return number * 2, list(_setups)


def refuse(number: int) -> int:
    raise ValueError(f"no {number}")


def tell_process(_number: int) -> int:
    time.sleep(0.05)
    return os.getpid()


def nothing() -> None:
    pass
