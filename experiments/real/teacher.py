"""A scripted backward model behind the API of OpenAI: it proposes instructions from a file.

Every optimizer that asks a model for better prompts can use it, so that optimizers are compared by what they do with the same
proposals. Which instruction it proposes depends on the request alone: the same request gets the same reply.

    python3 teacher.py PORT NAME=FILE...      model NAME proposes the lines of FILE
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


def edits(request, instructions):
    """Adds an instruction that the prompt does not have, or puts it in the place of a sentence."""
    sentences = re.findall(r"^\[(\d+)( frozen)?] (.*)$", request, re.MULTILINE)
    texts = [text for _, _, text in sentences]
    new = drawn(request, [line for line in instructions if line not in texts] or instructions)
    free = [int(number) for number, frozen, _ in sentences if not frozen]
    if free and drawn("place" + request, [True, False, False]):
        return [{"op": "modify", "sentence": drawn("sentence" + request, free), "text": new}]
    return [{"op": "add", "after": len(sentences), "text": new}]


def shorter(request):
    """Deletes a sentence of a prompt that has more than four."""
    free = re.findall(r"^\[(\d+)] ", request, re.MULTILINE)
    return [{"op": "delete", "sentence": int(drawn(request, free))}] if len(free) > 4 else []


def reply(system, request, instructions):
    """The reply to a request, by what its system message asks for."""
    if system.startswith(EDITS):
        return json.dumps({"edits": edits(request, instructions)})
    if system.startswith(SHORTER):
        return json.dumps({"edits": shorter(request)})
    if system.startswith(COMPARISON):
        return json.dumps({"positive": "They say what to write.", "negative": "They are vague."})
    return "The answer is wrong. " + drawn(request, instructions)


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
