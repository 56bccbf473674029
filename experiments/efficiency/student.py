"""The student SmolLM2-135M-Instruct, by llama.cpp: many requests at a time, with a system message that they share.

A reply may depend on what is answered along with it, because sums are taken in another order. The endpoint therefore remembers replies.
"""

import ctypes
import os
import threading
import time

import llama_cpp
import numpy

CONTEXT = 8192
BATCH = 2048
AT_ONCE = 24


def written(role, text):
    """A message as the student knows it."""
    return f"<|im_start|>{role}\n{text}<|im_end|>\n"


class Model:
    """llama.cpp with a context of several sequences. Sequence 0 is the shared beginning."""

    def __init__(self, path):
        llama_cpp.llama_backend_init()
        self.model = llama_cpp.llama_model_load_from_file(path.encode(), llama_cpp.llama_model_default_params())
        if not self.model:
            raise SystemExit(f"cannot load {path}")
        settings = llama_cpp.llama_context_default_params()
        settings.n_ctx = CONTEXT
        settings.n_batch = BATCH
        settings.n_seq_max = AT_ONCE + 1
        settings.kv_unified = True
        settings.n_threads = settings.n_threads_batch = int(os.environ.get("DLPO_STUDENT_THREADS", os.cpu_count() or 1))
        self.context = llama_cpp.llama_init_from_model(self.model, settings)
        self.vocabulary = llama_cpp.llama_model_get_vocab(self.model)
        self.size = llama_cpp.llama_vocab_n_tokens(self.vocabulary)
        self.memory = llama_cpp.llama_get_memory(self.context)
        self.batch = llama_cpp.llama_batch_init(BATCH, 0, 1)
        self.beginning = None

    def tokens(self, text):
        data = text.encode()
        most = len(data) + 8
        buffer = (llama_cpp.llama_token * most)()
        count = llama_cpp.llama_tokenize(self.vocabulary, data, len(data), buffer, most, False, True)
        return list(buffer[:count])

    def piece(self, token):
        buffer = ctypes.create_string_buffer(64)
        length = llama_cpp.llama_token_to_piece(self.vocabulary, token, buffer, 64, 0, False)
        return buffer.raw[:length]

    def decode(self, items):
        """Reads tokens: token, position, sequence, whether the next one is wanted."""
        self.batch.n_tokens = len(items)
        for i, (token, position, sequence, wanted) in enumerate(items):
            self.batch.token[i] = token
            self.batch.pos[i] = position
            self.batch.n_seq_id[i] = 1
            self.batch.seq_id[i][0] = sequence
            self.batch.logits[i] = wanted
        status = llama_cpp.llama_decode(self.context, self.batch)
        if status:
            raise RuntimeError(f"llama_decode has failed with {status}")

    def next_token(self, item):
        """The most likely one; None at the end of a reply."""
        scores = llama_cpp.llama_get_logits_ith(self.context, item)
        token = int(numpy.ctypeslib.as_array(scores, shape=(self.size,)).argmax())
        return None if llama_cpp.llama_vocab_is_eog(self.vocabulary, token) else token

    def begin(self, beginning):
        """Reads the shared beginning, unless it is the one of the last requests."""
        if self.beginning == beginning:
            return
        self.forget()
        for at in range(0, len(beginning), BATCH):
            self.decode([(token, at + i, 0, 0) for i, token in enumerate(beginning[at : at + BATCH])])
        self.beginning = beginning

    def forget(self):
        llama_cpp.llama_memory_seq_rm(self.memory, -1, -1, -1)
        self.beginning = None

    def complete(self, beginning, ends, limit):
        """The replies to requests with the same beginning: bytes, tokens, why it ended."""
        self.begin(beginning)
        items, last, position = [], {}, {}
        for number, end in enumerate(ends):
            llama_cpp.llama_memory_seq_cp(self.memory, 0, number + 1, -1, -1)
            items += [(token, len(beginning) + i, number + 1, i == len(end) - 1) for i, token in enumerate(end)]
            last[number] = len(items) - 1
            position[number] = len(beginning) + len(end)
        self.decode(items)
        replies = [[b"", 0, "stop"] for _ in ends]
        while last:
            following, items = {}, []
            for number, item in last.items():
                token = self.next_token(item)
                if token is None:
                    continue
                replies[number][0] += self.piece(token)
                replies[number][1] += 1
                if replies[number][1] == limit:
                    replies[number][2] = "length"
                    continue
                following[number] = len(items)
                items.append((token, position[number], number + 1, 1))
                position[number] += 1
            last = following
            if last:
                self.decode(items)
        for number in range(len(ends)):
            llama_cpp.llama_memory_seq_rm(self.memory, number + 1, -1, -1)
        return replies


class Waiting:
    """A request that waits for its reply."""

    def __init__(self, beginning, end, limit):
        self.beginning = beginning
        self.end = end
        self.limit = limit
        self.done = threading.Event()
        self.reply = None
        self.error = None


class Student:
    """Answers requests of many threads. Those that wait with the same system message are answered together."""

    def __init__(self, path):
        self.model = Model(path)
        self.waiting = []
        self.changed = threading.Condition()
        threading.Thread(target=self.work, daemon=True).start()

    def ask(self, messages, limit):
        """The reply, the tokens of request and reply, and why it ended. ValueError if the request is too long."""
        split = 1 if messages and messages[0][0] == "system" else 0
        beginning = "".join(written(*message) for message in messages[:split])
        end = "".join(written(*message) for message in messages[split:]) + "<|im_start|>assistant\n"
        mine = Waiting(self.model.tokens(beginning), self.model.tokens(end), limit)
        if len(mine.end) > BATCH or len(mine.beginning) + len(mine.end) + limit > CONTEXT:
            raise ValueError(f"the request is too long; request and reply may have {CONTEXT} tokens, a question {BATCH}")
        with self.changed:
            self.waiting.append(mine)
            self.changed.notify()
        mine.done.wait()
        if mine.error:
            raise mine.error
        text, count, finish = mine.reply
        return text.decode(errors="replace"), len(mine.beginning) + len(mine.end), count, finish

    def work(self):
        while True:
            with self.changed:
                self.changed.wait_for(lambda: self.waiting)
            time.sleep(0.002)  # Others of the same evaluation come within a moment.
            with self.changed:
                group = self.take()
            try:
                replies = self.model.complete(group[0].beginning, [each.end for each in group], group[0].limit)
                for each, reply in zip(group, replies):
                    each.reply = reply
            except Exception as error:
                self.model.forget()
                for each in group:
                    each.error = RuntimeError(f"the student has failed: {error}")
            for each in group:
                each.done.set()

    def take(self):
        """The first request and those that can be answered with it."""
        first = self.waiting[0]
        group, left, tokens, cells = [], [], 0, len(first.beginning)
        for each in self.waiting:
            fits = len(group) < AT_ONCE and tokens + len(each.end) <= BATCH and cells + len(each.end) + each.limit <= CONTEXT
            if fits and each.beginning == first.beginning and each.limit == first.limit:
                group.append(each)
                tokens += len(each.end)
                cells += len(each.end) + each.limit
            else:
                left.append(each)
        self.waiting = left
        return group
