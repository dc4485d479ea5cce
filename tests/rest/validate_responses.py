# SPDX-License-Identifier: GPL-3.0-or-later
# Holds recorded answers against the OpenAPI document: status, content type and body, with every object closed, so that a
# field which nobody described is a fault too. Examples in the document are held against its schemas as well.
# Usage: validate_responses.py DOCUMENT STREAM DELTA_STREAM RECORDING…; exit code 77: python3-jsonschema is not here.
import copy
import json
import re
import sys
import urllib.parse

try:
    from jsonschema import Draft202012Validator
except ImportError:
    print("skipped: python3-jsonschema is not here", file=sys.stderr)
    sys.exit(77)

PROBLEM = {"$ref": "#/components/schemas/Problem"}
KINDS = ("application/json", "application/problem+json")


def close(node):
    """No member that is not described, wherever members are."""
    if isinstance(node, dict):
        if "properties" in node and "additionalProperties" not in node:
            node["additionalProperties"] = False
        for child in node.values():
            close(child)
    elif isinstance(node, list):
        for child in node:
            close(child)


class Description:
    def __init__(self, document):
        self.document = document
        self.components = copy.deepcopy(document["components"])
        for schema in self.components["schemas"].values():
            close(schema)
        self.paths = [(re.compile(re.sub(r"\{[^}]*\}", "[^/]+", path) + "$"), path) for path in document["paths"]]
        # A path without a parameter comes before one with it, as in HTTP itself.
        self.paths.sort(key=lambda pair: pair[1].count("{"))
        self.validators = {}

    def resolve(self, node):
        while "$ref" in node:
            found = self.document
            for name in node["$ref"][2:].split("/"):
                found = found[name]
            node = found
        return node

    def faults(self, schema, value):
        key = json.dumps(schema, sort_keys=True)
        if key not in self.validators:
            closed = copy.deepcopy(schema)
            close(closed)
            self.validators[key] = Draft202012Validator({"components": self.components, "allOf": [closed]})
        return [f"{'.'.join(map(str, e.absolute_path)) or 'it'}: {e.message[:300]}" for e in self.validators[key].iter_errors(value)]

    def operation(self, method, target):
        path = urllib.parse.unquote(urllib.parse.urlsplit(target).path)
        for pattern, name in self.paths:
            if pattern.match(path):
                return name, self.document["paths"][name].get({"HEAD": "GET"}.get(method, method).lower())
        return None, None

    def answer(self, entry):
        """What is wrong with one recorded answer."""
        method, status, body = entry["method"], entry["status"], entry["body"]
        media = entry["type"].split(";")[0]
        name, operation = self.operation(method, entry["target"]) if method else (None, None)
        if method == "OPTIONS" and status == 204:
            return None, []
        if operation is None or status == 405:
            # Nothing of this name, or no request at all: an error that has the one form of all errors.
            if status < 400 or media != "application/problem+json":
                return None, [f"{status} {media} where there is nothing described"]
            return None, self.faults(PROBLEM, json.loads(body)) if body else []
        code = str(status) if str(status) in operation["responses"] else "default"
        if code == "default" and status < 400:
            return None, [f"status {status} is not described"]
        content = self.resolve(operation["responses"][code]).get("content", {})
        if not content:
            return (name, method, code), ["a body where none is described"] if body else []
        if media not in content:
            return None, [f"content type {media} is not described for {status}"]
        if method == "HEAD" or media not in KINDS:
            return (name, method, code), []
        return (name, method, code), self.faults(content[media]["schema"], json.loads(body))

    def examples(self):
        """Every media type's schema with its examples."""
        for path, methods in self.document["paths"].items():
            for method, operation in methods.items():
                bodies = list(operation["responses"].items())
                if "requestBody" in operation:
                    bodies.append(("request", operation["requestBody"]))
                for code, body in bodies:
                    for media, content in self.resolve(body).get("content", {}).items():
                        values = [example["value"] for example in content.get("examples", {}).values()]
                        if "example" in content:
                            values.append(content["example"])
                        for value in values:
                            yield f"{method.upper()} {path} {code} {media}", content["schema"], value


def merge(target, patch):
    """RFC 7396."""
    if not isinstance(patch, dict):
        return patch
    target = dict(target) if isinstance(target, dict) else {}
    for name, value in patch.items():
        if value is None:
            target.pop(name, None)
        else:
            target[name] = merge(target.get(name), value)
    return target


STATE = {"$ref": "#/components/schemas/State"}


def messages(file):
    with open(file, encoding="utf-8") as stream:
        text = stream.read()
    # The last one may have been cut off.
    for block in text.split("\n\n")[:-1]:
        lines = [line for line in block.split("\n") if line.startswith("data: ")]
        if lines:
            yield json.loads("\n".join(line[6:] for line in lines))


def stream_faults(description, whole, delta):
    """Every document of the stream is a State; patches, applied one after another, give States again."""
    count = 0
    for document in messages(whole):
        count += 1
        yield from description.faults(STATE, document)
    state = None
    for patch in messages(delta):
        count += 1
        if state is None or "epoch" in patch.get("sim", {}):
            state = patch
            yield from description.faults(STATE, state)
            continue
        events = state["events"] + patch.get("events", [])
        state = merge(state, {**patch, "events": events[-200:]})
        # What became null was patched away, as the RFC has it: such members may be absent now.
        yield from (fault for fault in description.faults(STATE, state) if "is a required property" not in fault)
    print(f"{count} messages of the stream")
    if count < 10:
        yield f"only {count} messages of the stream"


def main():
    with open(sys.argv[1], encoding="utf-8") as file:
        description = Description(json.load(file))
    faults = 0
    for where, schema, value in description.examples():
        for fault in description.faults(schema, value):
            print(f"example of {where}: {fault}", file=sys.stderr)
            faults += 1
    for fault in stream_faults(description, sys.argv[2], sys.argv[3]):
        faults += 1
        if faults < 40:
            print(f"/events: {fault}", file=sys.stderr)
    seen = {}
    answers = 0
    for recording in sys.argv[4:]:
        with open(recording, encoding="utf-8") as file:
            for line in file:
                entry = json.loads(line)
                answers += 1
                described, wrong = description.answer(entry)
                if described:
                    seen[described] = seen.get(described, 0) + 1
                for fault in wrong:
                    faults += 1
                    if faults < 40:
                        print(f"{recording}: {entry['method']} {entry['target']} {entry['status']}: {fault}", file=sys.stderr)
    covered = {(path, method.upper()) for path, methods in description.document["paths"].items() for method in methods}
    covered.remove(("/events", "GET"))  # seen above
    missing = covered - {(name, "GET" if method == "HEAD" else method) for name, method, code in seen if code[0] in "235"}
    for path, method in sorted(missing):
        print(f"{method} {path}: no test has seen it succeed", file=sys.stderr)
    print(f"{answers} answers of {len(covered)} operations, {faults} faults")
    sys.exit(1 if faults or missing or answers < 100 else 0)


main()
