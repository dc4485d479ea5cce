# SPDX-License-Identifier: GPL-3.0-or-later
"""Many pods and many readers, against the program as a user starts it.

many.py PROGRAM pods      100,000 pods: /state stays small, /pods pages all of them, memory is used again
many.py PROGRAM readers   200 readers of the delta stream at 1,000 pods that crash: all end with what /state says
Exit code 1 where a promise is broken.
"""
import json
import os
import re
import selectors
import signal
import socket
import subprocess
import sys
import tempfile
import urllib.request

POD_COUNT = 100_000
READER_COUNT = 200
MEMORY_MIB = 64
# What a sanitizer watches takes several times as much memory: its shadow is counted with the rest.
SANITIZERS = {b"__asan_init": 5, b"__tsan_init": 15}
MORE_MIB = 8
ROUNDS = 6
PATIENCE_S = 120

SERVICE = """apiVersion: v1
kind: Service
metadata: {{ name: api }}
spec: {{ replicas: {replicas}, simulation: {simulation} }}
"""


class Server:
    """The program, headless on a free port."""

    def __init__(self, program, replicas, simulation, speed):
        self.folder = tempfile.TemporaryDirectory()
        manifest = os.path.join(self.folder.name, "api.yaml")
        with open(manifest, "w", encoding="utf-8") as file:
            file.write(SERVICE.format(replicas=replicas, simulation=simulation))
        environment = {k: v for k, v in os.environ.items() if k not in ("X_API_KEY", "LISTEN")}
        self.manifest = manifest
        self.process = subprocess.Popen(
            [program, "--headless", "--listen", "127.0.0.1:0", "--speed", str(speed)],
            stdout=subprocess.PIPE, env=environment, text=True)
        line = self.process.stdout.readline()
        found = re.search(r"http://127\.0\.0\.1:(\d+)", line)
        if not found:
            raise SystemExit(f"FAIL: the program does not listen: {line!r}")
        self.port = int(found.group(1))

    def ask(self, path, method="GET", body=None):
        request = urllib.request.Request(f"http://127.0.0.1:{self.port}{path}", data=body, method=method)
        with urllib.request.urlopen(request, timeout=PATIENCE_S) as answer:
            return answer.read()

    def json(self, path, method="GET", body=None):
        return json.loads(self.ask(path, method, body))

    def apply(self):
        with open(self.manifest, "rb") as file:
            return self.json("/apply", "POST", file.read())

    def memory_mib(self):
        with open(f"/proc/{self.process.pid}/status", encoding="utf-8") as file:
            return int(re.search(r"VmRSS:\s+(\d+)", file.read()).group(1)) / 1024

    def metric(self, name):
        return float(re.search(rf"^{name} (\S+)$", self.ask("/metrics").decode(), re.M).group(1))

    def end(self):
        self.process.send_signal(signal.SIGTERM)
        return self.process.wait(PATIENCE_S)


FAULTS = []


def check(holds, promise):
    if not holds:
        FAULTS.append(promise)
        print(f"FAIL: {promise}", file=sys.stderr)


def allowed_mib(program):
    with open(program, "rb") as file:
        text = file.read()
    return MEMORY_MIB * max([times for name, times in SANITIZERS.items() if name in text], default=1)


def many_pods(program):
    server = Server(program, POD_COUNT, "{}", 5)
    at_first = server.memory_mib()
    server.apply()
    server.ask("/services/api/wait?for=stable&timeout=60s")
    text = server.ask("/state")
    state = json.loads(text)
    check("pods" not in state and state.get("podsTotal") == POD_COUNT, "/state leaves 100,000 pods out and says how many")
    check(len(text) < 200_000, f"/state stays small, not {len(text)} bytes")
    server.ask("/sim/pause", "POST")
    ids = []
    path = "/pods?service=api&limit=1000"
    pages = 0
    while path:
        page = server.json(path)
        ids += [pod["id"] for pod in page["pods"]]
        pages += 1
        check(len(page["pods"]) <= 1000, "a page holds no more than its limit")
        further = page.get("continue")
        path = f"/pods?service=api&limit=1000&continue={further}" if further else None
    check(len(ids) == POD_COUNT and len(set(ids)) == POD_COUNT, f"the pages hold every pod once, not {len(set(ids))}")
    server.ask("/sim/resume", "POST")
    killed = server.json("/chaos/kill?service=api&count=1000", "POST")["killed"]
    check(len(set(killed)) == 1000, "a kill names its victims")
    peaks = []
    for _ in range(ROUNDS):
        server.ask("/services/api", "DELETE")
        server.ask("/services/api/wait?for=deleted&timeout=60s")
        server.apply()
        server.ask("/services/api/wait?for=stable&timeout=60s")
        server.ask("/pods?service=api&limit=1000")
        peaks.append(server.memory_mib())
    check(peaks[-1] <= peaks[0] + MORE_MIB, f"what was deleted is used again: {peaks} MiB")
    check(peaks[-1] <= at_first + allowed_mib(program), f"100,000 pods take little: {at_first} MiB, then {peaks} MiB")
    late = server.metric("controller_tick_lag_seconds_max")
    check(server.end() == 0, "the program ends cleanly")
    print(f"{POD_COUNT} pods in {pages} pages; /state {len(text)} bytes; memory {at_first:.0f} MiB, "
          f"then {', '.join(f'{peak:.0f}' for peak in peaks)}; tick lag at most {late:.3f} s")


def patched(document, patch):
    """RFC 7396."""
    if not isinstance(patch, dict):
        return patch
    result = dict(document) if isinstance(document, dict) else {}
    for name, value in patch.items():
        if value is None:
            result.pop(name, None)
        else:
            result[name] = patched(result.get(name), value)
    return result


def without_null(value):
    """As a merge patch sees it: what is null is not there."""
    if isinstance(value, dict):
        return {name: without_null(inner) for name, inner in value.items() if inner is not None}
    return value


class Reader:
    def __init__(self, port):
        self.socket = socket.create_connection(("127.0.0.1", port))
        self.socket.sendall(b"GET /events?mode=delta HTTP/1.1\r\nHost: localhost\r\n\r\n")
        self.socket.setblocking(False)
        self.text = bytearray()
        self.document = None
        self.messages = 0
        self.events = []
        self.ended = False

    def read(self):
        part = self.socket.recv(1 << 20)
        self.ended = not part
        self.text += part
        while (end := self.text.find(b"\n\n")) >= 0:
            self.take(bytes(self.text[:end]))
            del self.text[: end + 2]

    def take(self, block):
        for line in block.split(b"\n"):
            if line.startswith(b"data: "):
                news = json.loads(line[6:])
                whole = self.document is None or "pods" in news and "explain" in news
                self.document = news if whole else patched(self.document, news)
                self.events += [event["seq"] for event in news.get("events", [])]
                self.messages += 1


def many_readers(program):
    server = Server(program, 1000, "{ crashesPerHour: 60, jitter: 0.5 }", 10)
    server.apply()
    readers = [Reader(server.port) for _ in range(READER_COUNT)]
    selector = selectors.DefaultSelector()
    for reader in readers:
        selector.register(reader.socket, selectors.EVENT_READ, reader)

    def read_until(done):
        while not done():
            ready = selector.select(PATIENCE_S)
            if not ready:
                return False
            for key, _ in ready:
                key.data.read()
                if key.data.ended:
                    selector.unregister(key.data.socket)
        return True

    check(read_until(lambda: all(r.messages >= 10 or r.ended for r in readers)), "every reader gets ten messages")
    server.ask("/sim/pause", "POST")
    wanted = server.json("/state")
    parts = ("services", "pods", "metrics", "sim")
    wanted = {part: without_null(wanted[part]) for part in parts}

    def has_all(reader):
        return reader.ended or all(without_null(reader.document.get(part)) == wanted[part] for part in parts)

    check(read_until(lambda: all(has_all(r) for r in readers)), "every reader ends with what /state says")
    check(not any(r.ended for r in readers), "no reader is dropped")
    check(all(r.events == sorted(set(r.events)) for r in readers), "no reader gets an event twice or out of order")
    late = server.metric("controller_tick_lag_seconds_max")
    for reader in readers:
        reader.socket.close()
    check(server.end() == 0, "the program ends cleanly")
    messages = sum(r.messages for r in readers)
    print(f"{READER_COUNT} readers, {messages} messages, {len(readers[0].events)} events each; tick lag at most {late:.3f} s")


if __name__ == "__main__":
    {"pods": many_pods, "readers": many_readers}[sys.argv[2]](sys.argv[1])
    raise SystemExit(1 if FAULTS else 0)
