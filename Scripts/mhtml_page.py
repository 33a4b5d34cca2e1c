"""Saves a page as a browser does that "saves as a single file": MHTML, by Chromium's protocol on a pair of pipes."""
import json
import os
import pathlib
import shutil
import subprocess


def save(page, target):
    """Saves the file `page` as `target`; None where there is no Chromium."""
    browser = shutil.which("chromium-headless-shell") or shutil.which("chromium")
    if not browser:
        return None
    from_us, to_us = os.pipe(), os.pipe()

    def place():
        # Numbers above those they are put to, so that none is closed by the next.
        reading, writing = os.dup(from_us[0]), os.dup(to_us[1])
        os.dup2(reading, 3)
        os.dup2(writing, 4)

    process = subprocess.Popen(
        [browser, "--headless", "--no-sandbox", "--disable-gpu", "--remote-debugging-pipe"], preexec_fn=place,
        close_fds=False, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    os.close(from_us[0])
    os.close(to_us[1])
    rest = b""

    def message():
        nonlocal rest
        while b"\0" not in rest:
            piece = os.read(to_us[0], 1 << 16)
            if not piece:
                raise RuntimeError("Chromium ended")
            rest += piece
        text, rest = rest.split(b"\0", 1)
        return json.loads(text)

    def ask(number, method, session=None, **parameters):
        request = {"id": number, "method": method, "params": parameters}
        if session:
            request["sessionId"] = session
        os.write(from_us[1], json.dumps(request).encode() + b"\0")
        while (answer := message()).get("id") != number:
            pass
        return answer["result"]

    try:
        tab = ask(1, "Target.createTarget", url="about:blank")["targetId"]
        session = ask(2, "Target.attachToTarget", targetId=tab, flatten=True)["sessionId"]
        ask(3, "Page.enable", session)
        ask(4, "Page.navigate", session, url=pathlib.Path(page).resolve().as_uri())
        while message().get("method") != "Page.loadEventFired":
            pass
        target.write_text(ask(5, "Page.captureSnapshot", session, format="mhtml")["data"], encoding="utf-8", newline="")
    finally:
        process.kill()
        process.wait()
        os.close(from_us[1])
        os.close(to_us[0])
    return target
