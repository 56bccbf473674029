"""A scripted backward model behind the API of OpenAI: it proposes instructions from a file.

Every optimizer that asks a model for better prompts can use it, so that optimizers are compared by what they do with the same
proposals. Which instruction it proposes depends on the request alone: the same request gets the same reply.

    python3 teacher.py PORT NAME=FILE...      model NAME proposes the lines of FILE

A request for edits may show MISTAKES in place of a GRADIENT: then the reply has a gradient, too. With <CANDIDATES>n</CANDIDATES> it has
n different proposals.
"""

import hashlib
import http.server
import json
import re
import sys

EDITS = "You edit a prompt"
SHORTER = "You make a prompt shorter"
COMPARISON = "You compare prompts"


def drawn(request, choices):
    """One of the choices, drawn by the request."""
    digest = hashlib.sha256(request.encode()).digest()
    return choices[int.from_bytes(digest[:8], "big") % len(choices)]


def edits(request, instructions, salt=""):
    """Adds an instruction that the prompt does not have, or puts it in the place of a sentence."""
    prompt = re.sub(r"<MISTAKES>.*</MISTAKES>", "", request, flags=re.DOTALL)
    sentences = re.findall(r"^\[(\d+)( frozen)?] (.*)$", prompt, re.MULTILINE)
    texts = [text for _, _, text in sentences]
    new = drawn(salt + request, [line for line in instructions if line not in texts] or instructions)
    free = [int(number) for number, frozen, _ in sentences if not frozen]
    if free and drawn("place" + salt + request, [True, False, False]):
        return [{"op": "modify", "sentence": drawn("sentence" + salt + request, free), "text": new}]
    return [{"op": "add", "after": len(sentences), "text": new}]


def candidates(request, instructions, count):
    """Several proposals, each with another instruction."""
    proposals, left = [], instructions
    for number in range(1, count + 1):
        proposal = edits(request, left, f"{number} ")
        left = [line for line in left if line != proposal[0]["text"]] or instructions
        proposals.append({"edits": proposal})
    return proposals


def critique(request, instructions):
    """What is wrong with an answer, or with several."""
    return "The answer is wrong. " + drawn(request, instructions)


def update(request, instructions):
    """The reply to a request for edits: with a gradient if it shows mistakes, and as many candidates as it wants."""
    gradient = {"gradient": critique(request, instructions)} if "<MISTAKES>" in request else {}
    wanted = re.search(r"<CANDIDATES>\s*(\d+)\s*</CANDIDATES>", request)
    if wanted:
        return {**gradient, "candidates": candidates(request, instructions, int(wanted[1]))}
    return {**gradient, "edits": edits(request, instructions)}


def shorter(request):
    """Deletes a sentence of a prompt that has more than four."""
    free = re.findall(r"^\[(\d+)] ", request, re.MULTILINE)
    return [{"op": "delete", "sentence": int(drawn(request, free))}] if len(free) > 4 else []


def reply(system, request, instructions):
    """The reply to a request, by what its system message asks for."""
    if system.startswith(EDITS):
        return json.dumps(update(request, instructions))
    if system.startswith(SHORTER):
        return json.dumps({"edits": shorter(request)})
    if system.startswith(COMPARISON):
        return json.dumps({"positive": "They say what to write.", "negative": "They are vague."})
    return critique(request, instructions)


class Teacher(http.server.BaseHTTPRequestHandler):
    """Answers POST /v1/chat/completions and GET /v1/models."""

    models = {}

    def do_GET(self):
        self.send({"object": "list", "data": [{"id": name, "object": "model"} for name in self.models]})

    def do_POST(self):
        body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        if body["model"] not in self.models:
            self.send({"error": {"message": f"no model {body['model']}", "code": "model_not_found"}}, 404)
            return
        texts = {message["role"]: message["content"] for message in body["messages"]}
        text = reply(texts.get("system", ""), texts.get("user", ""), self.models[body["model"]])
        asked = sum(len(each) for each in texts.values()) // 4
        self.send({
            "id": "scripted",
            "object": "chat.completion",
            "model": body["model"],
            "choices": [{"index": 0, "message": {"role": "assistant", "content": text}, "finish_reason": "stop"}],
            "usage": {"prompt_tokens": asked, "completion_tokens": len(text) // 4, "total_tokens": asked + len(text) // 4},
        })

    def send(self, body, status=200):
        data = json.dumps(body).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, *_):
        """Says nothing."""


def main(port, *models):
    for model in models:
        name, file = model.split("=", 1)
        with open(file, encoding="utf-8") as lines:
            Teacher.models[name] = [line.strip() for line in lines if line.strip()]
    http.server.ThreadingHTTPServer(("127.0.0.1", int(port)), Teacher).serve_forever()


if __name__ == "__main__":
    main(*sys.argv[1:])
