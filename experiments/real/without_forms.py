"""Stands before a server of the API of OpenAI and refuses response_format, as servers without it do.

    python3 without_forms.py PORT SERVER      for example: without_forms.py 18556 http://127.0.0.1:8137
"""

import http.server
import json
import sys
import urllib.error
import urllib.request


class WithoutForms(http.server.BaseHTTPRequestHandler):
    """Passes on whatever does not ask for a form."""

    server_address = ""

    def do_GET(self):
        self.forward(None)

    def do_POST(self):
        body = self.rfile.read(int(self.headers["Content-Length"]))
        if "response_format" in json.loads(body):
            message = "Unrecognized request argument supplied: response_format"
            self.send(400, json.dumps({"error": {"message": message, "param": "response_format"}}).encode())
        else:
            self.forward(body)

    def forward(self, body):
        request = urllib.request.Request(self.server_address + self.path, body, {"Content-Type": "application/json"})
        try:
            with urllib.request.urlopen(request) as response:
                self.send(response.status, response.read())
        except urllib.error.HTTPError as error:
            self.send(error.code, error.read())

    def send(self, status, data):
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, *_):
        """Says nothing."""


if __name__ == "__main__":
    WithoutForms.server_address = sys.argv[2]
    http.server.ThreadingHTTPServer(("127.0.0.1", int(sys.argv[1])), WithoutForms).serve_forever()
