"""Stands before a server of the API of OpenAI and refuses response_format, as servers without it do.

    python3 without_forms.py PORT SERVER      for example: without_forms.py 18556 http://127.0.0.1:8137
"""

import http.server
import json
import sys
import urllib.error
import urllib.request

from teacher import Teacher


class WithoutForms(Teacher):
    """Passes on whatever does not ask for a form."""

    behind = ""

    def do_GET(self):
        self.forward(None)

    def do_POST(self):
        body = self.rfile.read(int(self.headers["Content-Length"]))
        if "response_format" in json.loads(body):
            message = "Unrecognized request argument supplied: response_format"
            self.send({"error": {"message": message, "param": "response_format"}}, 400)
        else:
            self.forward(body)

    def forward(self, body):
        request = urllib.request.Request(self.behind + self.path, body, {"Content-Type": "application/json"})
        try:
            with urllib.request.urlopen(request) as response:
                self.send(json.load(response), response.status)
        except urllib.error.HTTPError as error:
            self.send(json.load(error), error.code)


if __name__ == "__main__":
    WithoutForms.behind = sys.argv[2]
    http.server.ThreadingHTTPServer(("127.0.0.1", int(sys.argv[1])), WithoutForms).serve_forever()
