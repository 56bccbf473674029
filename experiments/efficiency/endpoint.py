"""An endpoint behind the API of OpenAI that counts requests and remembers replies.

    python3 endpoint.py PORT STORE --upstream URL                 passes requests on, such as to http://127.0.0.1:8080/v1
    python3 endpoint.py PORT STORE --model GGUF                   answers them itself, as smollm2-135m
    python3 endpoint.py PORT STORE --model GGUF --upstream URL    passes on what is for other models

STORE has the replies at temperature 0, as JSON lines: equal requests get equal replies, also after a restart, and are answered once.
Every request counts, remembered or not, for the API key that it comes with: GET /calls/KEY says how many there were, and how many different
ones. DELETE /calls/KEY begins anew.
With --model it takes a Python that has llama_cpp.
"""

import argparse
import concurrent.futures
import hashlib
import http.server
import json
import os
import threading
import urllib.error
import urllib.parse
import urllib.request

STUDENT = "smollm2-135m"


def normal(value):
    """The same for numbers that are equal: 0.0 is 0."""
    if isinstance(value, dict):
        return {name: normal(each) for name, each in value.items()}
    if isinstance(value, list):
        return [normal(each) for each in value]
    return int(value) if isinstance(value, float) and value.is_integer() else value


def digest(request):
    """What identifies a request."""
    return hashlib.sha256(json.dumps(normal(request), sort_keys=True).encode()).hexdigest()


class Replies:
    """The replies so far. Requests that are equal and come at the same time are asked once."""

    def __init__(self, store):
        self.lock = threading.Lock()
        self.known = {}
        self.asking = {}
        if os.path.exists(store):
            with open(store, encoding="utf-8") as lines:
                for line in lines:
                    try:
                        entry = json.loads(line)
                        self.known[entry["request"]] = entry["reply"]
                    except ValueError:
                        pass  # Cut off when the process was killed.
        self.store = open(store, "a", encoding="utf-8")
        self.store.write("\n" if self.store.tell() else "")

    def get(self, request, ask):
        """The remembered reply with its status, or what asking gives."""
        name = digest(request)
        with self.lock:
            if name in self.known:
                return 200, self.known[name]
            first = name not in self.asking
            pending = self.asking.setdefault(name, concurrent.futures.Future())
        if first:
            try:
                status, reply = ask()
                with self.lock:
                    if status == 200:
                        self.known[name] = reply
                        self.store.write(json.dumps({"request": name, "reply": reply}) + "\n")
                        self.store.flush()
                pending.set_result((status, reply))
            except Exception as error:
                pending.set_exception(error)
            finally:
                with self.lock:
                    del self.asking[name]
        return pending.result()


class Calls:
    """The requests by API key: how many, and how many different ones."""

    def __init__(self):
        self.lock = threading.Lock()
        self.counts = {}

    def count(self, key, body):
        with self.lock:
            names = self.counts.setdefault(key, {})
            names[digest(body)] = names.get(digest(body), 0) + 1

    def of(self, key):
        with self.lock:
            names = self.counts.get(key, {})
            return {"calls": sum(names.values()), "different": len(names)}

    def reset(self, key):
        with self.lock:
            self.counts.pop(key, None)


class Upstream:
    """Another endpoint."""

    def __init__(self, url):
        self.url = url.rstrip("/")

    def ask(self, body, authorization):
        headers = {"Content-Type": "application/json", "Authorization": authorization or "Bearer none"}
        return self.send(urllib.request.Request(self.url + "/chat/completions", json.dumps(body).encode(), headers))

    def models(self):
        status, reply = self.send(urllib.request.Request(self.url + "/models"))
        return reply.get("data", []) if status == 200 else []

    @staticmethod
    def send(request):
        try:
            with urllib.request.urlopen(request, timeout=600) as response:
                return response.status, json.load(response)
        except urllib.error.HTTPError as error:
            text = error.read().decode(errors="replace")
            try:
                return error.code, json.loads(text)
            except ValueError:
                return error.code, {"error": {"message": text}}
        except (OSError, ValueError) as error:
            return 502, {"error": {"message": f"no reply from {request.full_url}: {error}"}}


def text_of(content):
    """The text of a message, which may have parts."""
    return content if isinstance(content, str) else "".join(part.get("text", "") for part in content)


def answer(student, body):
    """The student's reply."""
    messages = [(message["role"], text_of(message["content"])) for message in body["messages"]]
    limit = body.get("max_tokens") or body.get("max_completion_tokens") or 256
    try:
        text, asked, written, finish = student.ask(messages, limit)
    except ValueError as error:
        return 400, {"error": {"message": str(error), "code": "context_length_exceeded"}}
    return 200, {
        "id": "student",
        "object": "chat.completion",
        "model": STUDENT,
        "choices": [{"index": 0, "message": {"role": "assistant", "content": text}, "finish_reason": finish}],
        "usage": {"prompt_tokens": asked, "completion_tokens": written, "total_tokens": asked + written},
    }


class Endpoint(http.server.BaseHTTPRequestHandler):
    """Answers POST /v1/chat/completions, GET /v1/models, GET and DELETE /calls/KEY."""

    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    calls = Calls()
    replies = None
    upstream = None
    student = None

    def do_GET(self):
        if self.path.startswith("/calls/"):
            self.send(self.calls.of(self.named()))
        elif self.path == "/v1/models":
            own = [{"id": STUDENT, "object": "model"}] if self.student else []
            self.send({"object": "list", "data": own + (self.upstream.models() if self.upstream else [])})
        else:
            self.send({"error": {"message": "no " + self.path}}, 404)

    def do_DELETE(self):
        self.calls.reset(self.named())
        self.send(self.calls.of(self.named()))

    def do_POST(self):
        data = self.rfile.read(int(self.headers["Content-Length"]))
        if self.path != "/v1/chat/completions":
            self.send({"error": {"message": "no " + self.path}}, 404)
            return
        authorization = self.headers.get("Authorization")
        try:
            body = json.loads(data)
            self.calls.count((authorization or "").removeprefix("Bearer ") or "none", body)
            status, reply = self.reply(body, authorization)
        except (KeyError, TypeError, ValueError, AttributeError) as error:
            status, reply = 400, {"error": {"message": f"this is no request for a chat completion: {error!r}"}}
        except Exception as error:
            status, reply = 500, {"error": {"message": repr(error)}}
        self.send(reply, status)

    def reply(self, body, authorization):
        if self.student and body["model"] == STUDENT:
            if body.get("temperature"):
                return 400, {"error": {"message": "the student has temperature 0 only", "param": "temperature"}}
            request = [STUDENT, body["messages"], body.get("max_tokens") or body.get("max_completion_tokens")]
            return self.replies.get(request, lambda: answer(self.student, body))
        if not self.upstream:
            return 404, {"error": {"message": f"no model {body['model']}", "code": "model_not_found"}}
        if body.get("temperature") != 0:
            return self.upstream.ask(body, authorization)
        return self.replies.get(body, lambda: self.upstream.ask(body, authorization))

    def named(self):
        return urllib.parse.unquote(self.path.removeprefix("/calls/"))

    def send(self, body, status=200):
        data = json.dumps(body).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, *_):
        """Says nothing."""


class Server(http.server.ThreadingHTTPServer):
    """Takes many connections at once."""

    request_queue_size = 256
    daemon_threads = True


def main():
    parser = argparse.ArgumentParser(description="An endpoint that counts requests and remembers replies.")
    parser.add_argument("port", type=int)
    parser.add_argument("store")
    parser.add_argument("--upstream")
    parser.add_argument("--model")
    options = parser.parse_args()
    if not (options.upstream or options.model):
        parser.error("--upstream or --model is missing")
    Endpoint.replies = Replies(options.store)
    Endpoint.upstream = options.upstream and Upstream(options.upstream)
    if options.model:
        from student import Student

        Endpoint.student = Student(options.model)
    Server(("127.0.0.1", options.port), Endpoint).serve_forever()


if __name__ == "__main__":
    main()
