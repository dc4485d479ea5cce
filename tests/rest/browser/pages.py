# SPDX-License-Identifier: GPL-3.0-or-later
# The pages of the program in a real browser. Usage: pages.py PROGRAM SOURCE_FOLDER CHROMIUM CHROMEDRIVER
# With PERFECT_SCREENSHOTS=FOLDER it also leaves pictures of the room's page there, to look at.
import json
import os
import subprocess
import sys
import time
import urllib.request

from webdriver import Browser

KEY = "key-of-the-test"
program, sources, chromium, chromedriver = sys.argv[1:5]
pictures = os.environ.get("PERFECT_SCREENSHOTS")


class Controller:
    """The headless program, with a key."""

    def __init__(self, listen="127.0.0.1:0", *arguments):
        command = [program, "--headless", "--listen", listen, "--api-key", KEY, *arguments]
        self.process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
        line = self.process.stdout.readline()
        assert line.startswith("listening on http://"), f"the program says {line!r}"
        self.url = line.split()[-1]

    def ask(self, method, path, body=None):
        headers = {"X-API-Key": KEY, "Content-Type": "application/yaml"}
        request = urllib.request.Request(self.url + path, body, headers, method=method)
        with urllib.request.urlopen(request, timeout=30) as answer:
            return json.load(answer)

    def until(self, what, holds, seconds=30):
        end = time.monotonic() + seconds
        while not holds(self.ask("GET", "/state")):
            assert time.monotonic() < end, f"{what} did not come within {seconds} s"
            time.sleep(0.05)

    def end(self):
        self.process.terminate()
        code = self.process.wait()
        assert code == 0, f"the program ended with {code}"


def silent(browser, page):
    complaints = browser.complaints()
    assert not complaints, f"the console of {page} complains: {complaints}"


def try_scale_in_docs(browser, controller):
    browser.open(controller.url + "/docs")
    if browser.run("return document.querySelector('.note') !== null"):
        return False
    browser.until("the description", "return document.querySelectorAll('.opblock').length > 30")
    browser.click(".btn.authorize")
    browser.type(".auth-container input", KEY)
    browser.click(".auth-container button.authorize")
    browser.until("the key's acceptance", "return document.querySelector('.auth-container .btn-done') !== null &&"
                  " /logout/i.test(document.querySelector('.auth-container').innerText)")
    browser.click(".auth-container .btn-done")
    scale = "#operations-Declare-scale"
    browser.click(f"{scale} .opblock-summary-control")
    browser.until("the button to try it out", "return document.querySelector(arguments[0])", f"{scale} .try-out__btn")
    browser.click(f"{scale} .try-out__btn")
    browser.until("the field", "return document.querySelector(arguments[0])", f"{scale} tr[data-param-name=replicas] input")
    browser.type(f"{scale} tr[data-param-name=replicas] input", "5")
    browser.click(f"{scale} .execute")
    answer = "const row = document.querySelector('#operations-Declare-scale .live-responses-table .response');" \
             "return row && row.innerText"
    shown = browser.until("the answer", answer)
    assert "200" in shown and '"replicas": 5' in shown, f"/scale answers {shown}"
    assert controller.ask("GET", "/state")["services"]["api"]["replicas"] == 5, "/scale in the page changed nothing"
    silent(browser, "/docs")
    return True


WORD_SIZE = "return parseFloat(getComputedStyle(document.querySelector('.tile .word')).fontSize)"
TILES = "return [...document.querySelectorAll('.tile:not(.gone)')].map((tile) => tile.pod.id + ' ' + tile.innerText)"


def watch_a_kill(browser, controller):
    browser.open(controller.url + "/")
    browser.until("the tiles", "return document.querySelectorAll('.tile.ready').length === 5")
    assert browser.run("return document.querySelector('.sector .ratio').innerText") == "5 of 5 ready"
    assert browser.run(WORD_SIZE) >= 20, "five pods alone on a large screen are written small"
    victim = browser.run("return document.querySelector('.tile').pod.id")
    # The page notes for itself when the pod is shown as ready no more, so that asking it costs no time.
    browser.run("""
        const id = arguments[0];
        window.seenAt = 0;
        new MutationObserver(() => {
          const there = [...document.querySelectorAll('.tile.ready:not(.gone)')].some((tile) => tile.pod.id === id);
          if (!there && window.seenAt === 0) window.seenAt = Date.now();
        }).observe(document.getElementById('sectors'), { subtree: true, childList: true, attributes: true });
    """, victim)
    at = time.time() * 1000
    assert controller.ask("POST", f"/chaos/kill?service=api&pod={victim}")["killed"] == [victim]
    seen = browser.until("the kill", "return window.seenAt") - at
    assert seen <= 1000, f"the kill of {victim} was seen after {seen:.0f} ms"
    browser.until("its event", "return document.getElementById('log').innerText.includes(arguments[0])", victim)
    browser.until("healing", "return document.querySelector('.phrase').innerText === 'Stable'")
    print(f"/ shows a kill after {seen:.0f} ms")
    silent(browser, "/")


def read_the_room(browser, controller):
    log = "return [...document.querySelectorAll('#log li')].map((row) => row.innerText)"
    assert not browser.run("return document.querySelector('#log .more')"), "explanations are there unasked"
    browser.click("#explain")
    browser.until("an explanation", "return document.querySelector('#log .more')")
    browser.click("#warnings")
    rows = browser.run(log)
    assert rows and all("Warning" in row or "Error" in row for row in rows), f"only warnings were asked for: {rows[:3]}"
    browser.click("#warnings")
    browser.click("#explain")
    # One stop for the tabulator, arrows from tile to tile, Enter for more about one.
    browser.run("document.querySelector('.tile[tabindex=\"0\"]').focus()")
    focused = "return document.activeElement.pod && document.activeElement.pod.id"
    first = browser.run(focused)
    press = {"actions": [{"type": "key", "id": "keys", "actions": [
        {"type": kind, "value": "\ue014"} for kind in ("keyDown", "keyUp")]}]}
    browser.call("POST", "/actions", press)
    second = browser.run(focused)
    assert first and second and first != second, f"an arrow leads from {first} to {second}"
    browser.run("document.activeElement.click()")
    assert second in browser.run("return document.querySelector('.chosen-pod').innerText")
    names = browser.run("return [...document.querySelectorAll('.tile')].map((tile) => tile.getAttribute('aria-label'))")
    assert all("Ready" in name and "v1" in name for name in names), f"tiles are called {names}"
    browser.resize(390, 844)
    browser.until("the phone's size", "return innerWidth < 600")
    wide = browser.run("return document.documentElement.scrollWidth - document.documentElement.clientWidth")
    assert wide <= 0, f"on a phone the page is {wide} px too wide"
    browser.resize(1366, 768)
    silent(browser, "/")


def follow_many(browser, controller):
    """More pods than tiles, then more than the document lists."""
    many = "apiVersion: v1\nkind: Service\nmetadata: {name: %s}\nspec: {replicas: %d, simulation: {startSeconds: 0}}\n"
    controller.ask("POST", "/apply", (many % ("web", 3000)).encode())
    caption = "const sector = document.querySelector('[aria-label=\"Service %s\"]');" \
              "return sector && sector.querySelector('.counts').innerText.includes(arguments[0])"
    browser.until("3,000 pods", caption % "web", "3,000 ready")
    assert browser.run("return document.querySelector('[aria-label=\"Service web\"] canvas').getAttribute('aria-label')")
    controller.ask("POST", "/apply", (many % ("crowd", 50000)).encode())
    browser.until("50,000 pods", caption % "crowd", "50,000 ready")
    assert browser.run(caption % "crowd", "Too many to show each")
    browser.until("3,000 pods beside them", caption % "web", "3,000 ready")
    # Who backs off is not counted among those that are not ready as well.
    controller.ask("POST", "/sim/pause")
    controller.ask("POST", "/chaos/kill?service=crowd&kind=crash&count=2000")
    browser.until("2,000 crashes", caption % "crowd", "48,000 ready, 2,000 back-off. ")
    assert browser.run("return document.querySelector('[aria-label=\"Service crowd\"] .ratio').innerText") == "48,000 of 50,000 ready"
    controller.ask("POST", "/sim/resume")
    silent(browser, "/")
    if pictures:
        take(browser, "crowd")
    for name in ("crowd", "web"):
        controller.ask("DELETE", f"/services/{name}")
    browser.until("their end", "return document.querySelectorAll('.sector').length === 1", seconds=60)
    silent(browser, "/")


def lose_and_find(browser, controller):
    address = controller.url.removeprefix("http://")
    controller.end()
    browser.until("the loss", "return document.getElementById('link').dataset.link === 'lost'")
    assert "lost" in browser.run("return document.getElementById('banner').innerText")
    if pictures:
        take(browser, "lost")
    controller = Controller(address)
    browser.until("the return", "return document.getElementById('link').dataset.link === 'live'")
    browser.until("an empty Grid", "return !document.getElementById('empty').hidden")
    if pictures:
        take(browser, "empty")
    browser.complaints()  # of the time without a server
    browser.open(controller.url + "/join")
    assert "No lesson is running" in browser.run("return document.body.innerText")
    silent(browser, "/join")
    return controller


def take(browser, name):
    for size, (width, height) in {"phone": (390, 844), "laptop": (1366, 768), "projector": (1920, 1080)}.items():
        browser.resize(width, height)
        time.sleep(0.4)
        browser.screenshot(f"{pictures}/{name}-{size}.png")
    browser.resize(1366, 768)


def main():
    controller = Controller("127.0.0.1:0", f"{sources}/examples/api-v1.yaml")
    browser = None
    try:
        controller.until("three pods", lambda state: state["metrics"]["readyBySvc"].get("api") == 3)
        browser = Browser(chromium, chromedriver)
        docs = try_scale_in_docs(browser, controller)
        if docs:
            print("/docs: authorised, tried out, and the change is there")
        else:
            print("/docs: Swagger UI is not in this build")
            controller.ask("POST", "/scale?service=api&replicas=5")
        controller.until("five pods", lambda state: state["metrics"]["readyBySvc"].get("api") == 5)
        watch_a_kill(browser, controller)
        read_the_room(browser, controller)
        if pictures:
            take(browser, "api")
        follow_many(browser, controller)
        controller = lose_and_find(browser, controller)
    finally:
        if browser:
            browser.close()
        if controller.process.poll() is None:
            controller.end()


main()
