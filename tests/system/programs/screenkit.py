"""A screen without hardware and the kiosk on it, driven by its keyboard."""

import subprocess
import time

from motcua_lab import BIN, PASSPHRASE, PROCEDURE, check, quiet_environment

FORM_TITLE = "Xác nhận tình trạng hôn nhân – Một Cửa"


class Screen:
    """A display of its own, so that the keyboard belongs to the kiosk alone."""

    def __enter__(self):
        # Without -noreset the server starts anew when its last client is killed, and turns away who comes in that moment.
        self.server = subprocess.Popen(["Xvfb", "-displayfd", "1", "-screen", "0", "1366x768x24", "-nolisten", "tcp", "-noreset"],
                                       stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        self.environment = {**quiet_environment(), "DISPLAY": ":" + self.server.stdout.readline().strip(), "QT_QPA_PLATFORM": "xcb"}
        return self

    def __exit__(self, *_):
        self.server.kill()
        self.server.wait()

    def xdotool(self, *words):
        return subprocess.run(["xdotool", *map(str, words)], env=self.environment, capture_output=True, text=True, check=False).stdout.strip()


class Window:
    def __init__(self, screen, kiosk, **more):
        self.screen = screen
        self.process = subprocess.Popen([BIN / "motcua", "--profile", kiosk.folder, "--kiosk"], env=screen.environment,
                                        stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, **more)
        self.id = self.until(lambda: screen.xdotool("search", "--onlyvisible", "--class", "motcua").split("\n")[-1], "no window appeared")
        screen.xdotool("windowfocus", "--sync", self.id)

    def until(self, ask, complaint, seconds=60):
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            answer = ask()
            if answer:
                return answer
            if self.process.poll() is not None:
                check(False, f"the kiosk ended by itself ({self.process.returncode}): {complaint}\n{self.process.stderr.read()}")
            time.sleep(0.05)
        return check(False, complaint)

    def reaches(self, title):
        self.until(lambda: self.screen.xdotool("getwindowname", self.id) == title, f"never came to “{title}”")

    def keys(self, *names):
        self.screen.xdotool("key", *names)

    def sign_in(self):
        self.screen.xdotool("type", PASSPHRASE)
        self.keys("Return")

    def begin_a_form(self):
        """From the sign-in to the name of the requester, in a new dossier."""
        self.sign_in()
        self.reaches("Trang chủ – Một Cửa")
        self.keys("F2")
        self.reaches("Hồ sơ mới – Một Cửa")
        self.screen.xdotool("type", PROCEDURE)
        time.sleep(0.5)
        self.keys("Return")
        self.reaches(FORM_TITLE)
        time.sleep(0.5)
        self.keys("4")  # a loan
        self.keys("ctrl+Return")

    def kill(self):
        self.process.kill()
        self.process.wait()
